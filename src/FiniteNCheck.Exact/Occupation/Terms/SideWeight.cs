using System.Numerics;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>The weight of one side, row or column, of a term: a function of the counts of that side in the result.</summary>
/// <param name="value">The function.</param>
internal sealed class SideWeight(Func<int[], Complex> value)
{
    /// <summary>The weight at counts.</summary>
    /// <param name="counts">The counts in the result.</param>
    public Complex At(int[] counts) => value(counts);
}
