using System.Collections.Immutable;
using FiniteNCheck.Exact.Occupation.Terms;

namespace FiniteNCheck.Exact.Occupation.Reduction;

/// <summary>
/// Weak symmetries: combinations of the occupations off the diagonal that are zero, or even, wherever the state is not. Every such
/// occupation that arises is a whole combination of those of the start and of the displacements of terms; charges are what all of them
/// have zero, or even.
/// </summary>
/// <param name="Bins">The bins off the diagonal that the charges are about.</param>
/// <param name="Zero">Charges that are zero: one coefficient for each of these bins.</param>
/// <param name="Even">Charges that are even: one bit for each of these bins.</param>
internal sealed record Charges(ImmutableArray<int> Bins, ImmutableArray<ImmutableArray<int>> Zero, ImmutableArray<ulong> Even)
{
    private const int MaxBins = 64;

    /// <summary>No charges.</summary>
    /// <param name="bins">The bins off the diagonal.</param>
    public static Charges None(ImmutableArray<int> bins) => new(bins, [], []);

    /// <summary>Finds the charges.</summary>
    /// <param name="bins">The active bins off the diagonal.</param>
    /// <param name="start">Vectors of occupations at the start, by bin.</param>
    /// <param name="terms">The terms between active bins.</param>
    public static Charges Of(ImmutableArray<int> bins, IEnumerable<int[]> start, IEnumerable<OccupationTerm> terms)
    {
        if (bins.Length > MaxBins)
        {
            return None(bins);
        }

        int[][] vectors =
        [
            .. start.Concat(terms.Select(term => term.Displacement.ToArray()))
                .Select(vector => bins.Select(bin => vector[bin]).ToArray())
                .Where(vector => vector.Any(each => each != 0))
                .DistinctBy(vector => string.Join(' ', vector), StringComparer.Ordinal),
        ];
        return new Charges(
            bins,
            [.. IntegerNullSpace.Rational(vectors, bins.Length).Select(charge => charge.Select(each => checked((int)each)).ToImmutableArray())],
            [.. IntegerNullSpace.Binary(vectors, bins.Length)]);
    }
}
