using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// The Hermitian parts of <c>U(right) X U(left)</c>, a matrix between two Weyl operators without their phases, which do not change its
/// trace norm.
/// </summary>
internal static class TurnedParts
{
    /// <summary>Computes the parts.</summary>
    /// <param name="hermitian"><c>X_h</c> of <c>X = X_h + i X_a</c>, complex.</param>
    /// <param name="antiHermitian"><c>X_a</c>; <see langword="null"/> for zero.</param>
    /// <param name="left">The operator on the right of X.</param>
    /// <param name="right">The operator on the left of X.</param>
    /// <param name="isHermitian">Whether the product is Hermitian: it has one part then.</param>
    /// <param name="threshold">Elements below it may be left out.</param>
    /// <param name="threads">The number of threads.</param>
    public static ImmutableArray<StartMatrix> Of(
        DensityMatrix hermitian,
        DensityMatrix? antiHermitian,
        WeylRotation left,
        WeylRotation right,
        bool isHermitian,
        double threshold,
        int threads)
    {
        SectorGraph graph = hermitian.Layout.Graph;
        bool[] kinds = isHermitian ? [false] : [false, true];
        var pieces = new List<(Strip Strip, Complex[] Elements)>[kinds.Length, graph.Vertices.Length];
        Parallel.ForEach(graph.Vertices, new ParallelOptions { MaxDegreeOfParallelism = threads }, sector =>
        {
            SectorMatrix? turned = SectorMatrix.Read(sector, hermitian, antiHermitian)?.Between(left, right);
            foreach ((int kind, bool isImaginary) in kinds.Index())
            {
                pieces[kind, sector.Index] = turned is null ? [] : [.. StripsOf(sector, turned, isImaginary, threshold)];
            }
        });
        double rounding = left.Rounding + right.Rounding;
        return [.. kinds.Select((_, kind) => new StoredMatrix(Put(kind), rounding))];

        DensityMatrix Put(int kind)
        {
            (Strip Strip, Complex[] Elements)[] all = [.. graph.Vertices.SelectMany(sector => pieces[kind, sector.Index])];
            var matrix = new DensityMatrix(new StateLayout(graph, Representation.Complex, all.Select(piece => piece.Strip)));
            foreach ((Strip strip, (_, Complex[] elements)) in matrix.Layout.Strips.Zip(all))
            {
                for (int i = 0; i < elements.Length; i++)
                {
                    matrix[strip, i] = elements[i];
                }
            }

            return matrix;
        }
    }

    // The strips from the first to the last element that is not below the threshold.
    private static IEnumerable<(Strip Strip, Complex[] Elements)> StripsOf(
        Sector sector, SectorMatrix matrix, bool isImaginary, double threshold)
    {
        LevelRange[] levels = matrix.Levels;
        LevelRange inner = levels[^1];
        int[] outer = [0];
        for (int block = 0; block < levels.Length - 1; block++)
        {
            (LevelRange range, int stride) = (levels[block], sector.Stride(block));
            outer = [.. outer.SelectMany(state => Enumerable.Range(range.First, range.Count).Select(level => state + (level * stride)))];
        }

        foreach (int row in outer)
        {
            foreach (int column in outer.Where(column => column <= row))
            {
                for (int difference = row == column ? 0 : 1 - inner.Count; difference < inner.Count; difference++)
                {
                    int first = row + inner.First + Math.Max(0, difference);
                    int shift = row - column + difference;
                    Complex[] elements =
                    [
                        .. Enumerable.Range(first, inner.Count - Math.Abs(difference))
                            .Select(place => HermitianPart.Of(matrix[place, place - shift], matrix[place - shift, place], isImaginary)),
                    ];
                    int from = Array.FindIndex(elements, element => element.Magnitude >= threshold);
                    int to = Array.FindLastIndex(elements, element => element.Magnitude >= threshold) + 1;
                    if (from >= 0)
                    {
                        yield return (new Strip(sector, first + from, first + from - shift, to - from), elements[from..to]);
                    }
                }
            }
        }
    }
}
