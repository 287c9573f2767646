using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>
/// A term of the generator: <c>dt(n)/dt += constant (product of factors) row(k) column(l) t(n + displacement)</c>, with the counts k of the
/// rows and l of the columns of n.
/// </summary>
/// <param name="Displacement">The occupations of the source minus those of the result, by bin.</param>
/// <param name="Factors">At most two factors.</param>
/// <param name="Row">The weight of the row; <see langword="null"/> for 1.</param>
/// <param name="Column">The weight of the column; <see langword="null"/> for 1.</param>
/// <param name="Constant">The constant.</param>
/// <param name="Part">The part of the generator, see <see cref="GeneratorPart"/>.</param>
internal sealed record OccupationTerm(
    ImmutableArray<int> Displacement,
    ImmutableArray<OccupationFactor> Factors,
    SideWeight? Row,
    SideWeight? Column,
    Complex Constant,
    int Part);
