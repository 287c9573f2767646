using System.Collections.Immutable;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// The product over the blocks of the symmetric pure states in which given numbers of sites are in each level.
/// </summary>
/// <param name="Counts">For each block and level the number of sites, as a formula of <c>n</c>; they add up to the block's size.</param>
public sealed record LevelDicke(ImmutableArray<ImmutableArray<Formula>> Counts) : InitialState
{
    /// <inheritdoc/>
    public override bool IsCorrelated => true;

    /// <summary>The number of sites in each level of each block.</summary>
    /// <param name="model">The model that starts so.</param>
    /// <param name="n">The ladder value.</param>
    /// <exception cref="InputException">They are no whole numbers that add up to the size of their block.</exception>
    public ImmutableArray<ImmutableArray<int>> At(LevelModel model, int n)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.SpinsAt(n).Select((sites, h) => At(model.Blocks[h], Counts[h], n, sites))];
    }

    private static ImmutableArray<int> At(Block block, ImmutableArray<Formula> counts, int n, int sites)
    {
        double[] values = [.. counts.Select(count => count.Evaluate(_ => n))];

        // A share such as n/3 may miss a whole number by rounding, but by no more.
        bool fits = values.All(value => Math.Round(value) >= 0 && Math.Abs(value - Math.Round(value)) <= 1e-9 * Math.Max(1, value))
            && values.Sum(Math.Round) == sites;
        return fits
            ? [.. values.Select(value => (int)Math.Round(value))]
            : throw new InputException(
                $"n is {n}: initial.dicke.{block.Name} puts {string.Join(", ", values.Select(value => Numeral.Exact(value)))} sites in the "
                + $"levels; they are whole numbers that add up to the {sites} of the block. Choose another n, or correct the numbers.");
    }
}
