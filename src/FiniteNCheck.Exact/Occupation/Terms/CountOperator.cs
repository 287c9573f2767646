using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>
/// A symmetric operator as it acts on one side of a matrix, in the scaling <c>t = u sqrt(D_k D_l)</c> of the elements: a sum of
/// <see cref="CountWord"/>s. The occupation of the bin that a site is taken from is not part of the weight; the terms of the generator
/// multiply by it, one factor for each move.
/// </summary>
/// <param name="Bins">The bins.</param>
/// <param name="Words">The words, no two with the same moves.</param>
internal sealed record CountOperator(OccupationBins Bins, ImmutableArray<CountWord> Words)
{
    /// <summary>The zero operator.</summary>
    /// <param name="bins">The bins.</param>
    public static CountOperator Zero(OccupationBins bins) => new(bins, []);

    /// <summary>A function of the counts.</summary>
    /// <param name="bins">The bins.</param>
    /// <param name="function">The function.</param>
    public static CountOperator Diagonal(OccupationBins bins, Func<int[], Complex> function) => new(bins, [new CountWord([], function)]);

    /// <summary>
    /// The sum <c>S_A = sum_i A^(i)</c> over the sites of a block, each of its terms times a function of the counts and of the level in
    /// which site i is in the result.
    /// </summary>
    /// <param name="bins">The bins.</param>
    /// <param name="block">The block.</param>
    /// <param name="a">The one-site operator.</param>
    /// <param name="factor">The function, of the counts in the result and the level; <see langword="null"/> for 1.</param>
    public static CountOperator Sum(OccupationBins bins, int block, LocalOperator a, Func<int[], int, double>? factor = null)
    {
        var words = ImmutableArray.CreateBuilder<CountWord>();
        int d = a.Dimension;
        int[] levels = [.. Enumerable.Range(0, d).Select(level => bins.Level(block, level))];
        if (Enumerable.Range(0, d).Any(level => a[level, level] != 0))
        {
            words.Add(new CountWord([], counts =>
            {
                Complex sum = 0;
                for (int level = 0; level < d; level++)
                {
                    int count = counts[levels[level]];
                    if (count > 0 && a[level, level] != 0)
                    {
                        sum += count * a[level, level] * (factor?.Invoke(counts, level) ?? 1);
                    }
                }

                return sum;
            }));
        }

        for (int to = 0; to < d; to++)
        {
            for (int from = 0; from < d; from++)
            {
                if (to != from && a[to, from] != 0)
                {
                    (int target, int source, int level, Complex element) = (levels[to], levels[from], to, a[to, from]);
                    words.Add(new CountWord([new LevelMove(block, to, from)], counts => counts[target] == 0
                        ? 0
                        : element * MoveWeight(counts, target, source) * (factor?.Invoke(counts, level) ?? 1)));
                }
            }
        }

        return new CountOperator(bins, words.ToImmutable());
    }

    /// <summary>The change of <c>sqrt(D)</c> by a move.</summary>
    /// <param name="counts">The counts in the result; that of the target is not 0.</param>
    /// <param name="target">The level in the result, numbered through.</param>
    /// <param name="source">The level in the source, numbered through.</param>
    public static double MoveWeight(int[] counts, int target, int source) => Math.Sqrt((counts[source] + 1.0) / counts[target]);

    /// <summary>The product of two operators, the left one outermost.</summary>
    /// <param name="left">The left factor.</param>
    /// <param name="right">The right factor.</param>
    public static CountOperator operator *(CountOperator left, CountOperator right) => new(
        left.Bins,
        Collected(
            from first in left.Words
            from second in right.Words
            select new CountWord([.. first.Moves, .. second.Moves], counts =>
            {
                Complex outer = first.Weight(counts);
                if (outer == 0)
                {
                    return 0;
                }

                left.Apply(first.Moves, counts, 1);
                Complex inner = second.Weight(counts);
                left.Apply(first.Moves, counts, -1);
                return outer * inner;
            })));

    /// <summary>The sum.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term.</param>
    public static CountOperator operator +(CountOperator left, CountOperator right) =>
        new(left.Bins, Collected(left.Words.Concat(right.Words)));

    /// <summary>The operator times a number.</summary>
    /// <param name="factor">The number.</param>
    /// <param name="a">The operator.</param>
    public static CountOperator operator *(Complex factor, CountOperator a) =>
        new(a.Bins, [.. a.Words.Select(word => word with { Weight = counts => factor * word.Weight(counts) })]);

    private static ImmutableArray<CountWord> Collected(IEnumerable<CountWord> words) =>
    [
        .. words.GroupBy(word => word.Key, StringComparer.Ordinal).Select(group =>
        {
            CountWord[] equal = [.. group];
            return equal.Length == 1 ? equal[0] : equal[0] with
            {
                Weight = counts =>
                {
                    Complex sum = 0;
                    foreach (CountWord word in equal)
                    {
                        sum += word.Weight(counts);
                    }

                    return sum;
                },
            };
        }),
    ];

    // From the counts in the result to those in the source, or back.
    private void Apply(ImmutableArray<LevelMove> moves, int[] counts, int direction)
    {
        foreach (LevelMove move in moves)
        {
            counts[Bins.Level(move.Block, move.To)] -= direction;
            counts[Bins.Level(move.Block, move.From)] += direction;
        }
    }
}
