using System.Collections.Immutable;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// The product over the blocks of the symmetric pure states in which given numbers of sites are in each level.
/// </summary>
/// <param name="Counts">For each block and level the number of sites, as a formula of <c>n</c>; they add up to the block's size.</param>
public sealed record LevelDicke(ImmutableArray<ImmutableArray<Formula>> Counts) : InitialState;
