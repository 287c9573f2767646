using System.Collections.Immutable;
using FiniteNCheck.Exact.Occupation.Terms;

namespace FiniteNCheck.Exact.Occupation.Reduction;

/// <summary>The bins that a state ever populates: those of the start, and all that terms fill from populated ones.</summary>
internal static class ActiveBins
{
    /// <summary>Adds what terms fill, until nothing more is added.</summary>
    /// <param name="populated">The bins populated at the start.</param>
    /// <param name="terms">The terms.</param>
    public static bool[] Close(bool[] populated, IReadOnlyList<OccupationTerm> terms)
    {
        bool[] active = [.. populated];
        bool grows = true;
        while (grows)
        {
            grows = false;
            foreach (ImmutableArray<int> displacement in terms.Select(term => term.Displacement))
            {
                if (displacement.Index().All(each => each.Item <= 0 || active[each.Index]))
                {
                    foreach ((int bin, int by) in displacement.Index())
                    {
                        grows |= by < 0 && !active[bin];
                        active[bin] |= by < 0;
                    }
                }
            }
        }

        return active;
    }

    /// <summary>The terms that do something between active bins.</summary>
    /// <param name="active">The active bins.</param>
    /// <param name="terms">The terms.</param>
    public static ImmutableArray<OccupationTerm> Prune(bool[] active, IReadOnlyList<OccupationTerm> terms) =>
    [
        .. terms.Where(term =>
            term.Displacement.Index().All(each => each.Item == 0 || active[each.Index])
            && term.Factors.All(factor => active[factor.Bin] || factor.Shift > 0)),
    ];
}
