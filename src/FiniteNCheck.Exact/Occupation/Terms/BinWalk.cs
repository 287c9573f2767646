using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>
/// Follows a term from its result to its source, bin by bin. Each move takes a site from the bin in which it is in the result to that in
/// which it is in the source, and multiplies by the occupation of the former at that point of the way.
/// </summary>
/// <param name="bins">The bins.</param>
internal sealed class BinWalk(OccupationBins bins)
{
    private readonly int[] displacement = new int[bins.Count];
    private readonly List<OccupationFactor> factors = [];

    /// <summary>Moves one site.</summary>
    /// <param name="target">Its bin in the result.</param>
    /// <param name="source">Its bin in the source.</param>
    public void Move(int target, int source)
    {
        factors.Add(new OccupationFactor(target, displacement[target]));
        displacement[target]--;
        displacement[source]++;
    }

    /// <summary>The term of the moves so far.</summary>
    /// <param name="row">The weight of the row.</param>
    /// <param name="column">The weight of the column.</param>
    /// <param name="constant">The constant.</param>
    /// <param name="part">The part of the generator.</param>
    public OccupationTerm Term(SideWeight? row, SideWeight? column, Complex constant, int part) =>
        new([.. displacement], [.. factors], row, column, constant, part);
}
