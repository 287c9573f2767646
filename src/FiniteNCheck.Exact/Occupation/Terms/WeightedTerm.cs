using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>A term of the generator with its weights as real tables.</summary>
/// <param name="Displacement">The occupations of the source minus those of the result, by bin.</param>
/// <param name="Factors">At most two factors, of active bins.</param>
/// <param name="Row">The table of the row.</param>
/// <param name="Column">The table of the column.</param>
/// <param name="Constant">The constant.</param>
/// <param name="Part">The part of the generator.</param>
internal sealed record WeightedTerm(
    ImmutableArray<int> Displacement, ImmutableArray<OccupationFactor> Factors, int Row, int Column, Complex Constant, int Part)
{
    // Imaginary parts of this size, relative to the constant, are rounding.
    private const double Rounding = 1e-13;

    /// <summary>Whether source and result are the same number.</summary>
    public bool IsDiagonal => Displacement.All(each => each == 0);

    /// <summary>Whether the constant is real but for rounding.</summary>
    public bool IsReal => Math.Abs(Constant.Imaginary) <= Rounding * Constant.Magnitude;

    /// <summary>Evaluates terms; those with equal sources, factors and tables become one.</summary>
    /// <param name="terms">The terms between active bins.</param>
    /// <param name="active">The active bins.</param>
    /// <param name="tables">Receives the weights.</param>
    public static ImmutableArray<WeightedTerm> Of(IEnumerable<OccupationTerm> terms, bool[] active, WeightTables tables)
    {
        IEnumerable<WeightedTerm> all =
            from term in terms
            let constant = term.Factors.Where(factor => !active[factor.Bin]).Aggregate(term.Constant, (c, factor) => c * factor.Shift)
            let factors = term.Factors.Where(factor => active[factor.Bin]).ToImmutableArray()
            from row in tables.PartsOf(term.Row)
            from column in tables.PartsOf(term.Column)
            select new WeightedTerm(term.Displacement, factors, row.Table, column.Table, constant * row.Factor * column.Factor, term.Part);
        return
        [
            .. all.GroupBy(
                    term => $"{string.Join(' ', term.Displacement)}|{string.Join(' ', term.Factors)}|{term.Row}|{term.Column}|{term.Part}",
                    StringComparer.Ordinal)
                .Select(group => (Sum: group.Aggregate(Complex.Zero, (sum, term) => sum + term.Constant), Terms: group.ToArray()))
                .Where(each => each.Sum.Magnitude > Rounding * each.Terms.Max(term => term.Constant.Magnitude))
                .Select(each => each.Terms[0] with { Constant = each.Sum }),
        ];
    }
}
