using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>
/// The elements of a product state above a threshold. The moduli of a block's elements have a single peak along each diagonal, and the
/// peaks fall off with <c>M - M'</c> and away from the most likely <c>J</c>. Edges are therefore found by bisection, and no element below
/// the threshold is computed.
/// </summary>
internal sealed class InitialWindow
{
    // Larger blocks take longer per sample and vary less from one J to the next, so fewer samples do.
    private const int MaxSamples = 48;
    private const int MinSamples = 4;
    private const int SamplesTimesSpins = 1_000_000;

    private readonly Representation representation;
    private readonly Diagonal[][][] diagonals;

    /// <summary>Searches the blocks of a product state.</summary>
    /// <param name="sizes">The number of spins of each group.</param>
    /// <param name="bloch">The Bloch vector of each group, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="logThreshold">Logarithm of the threshold.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public InitialWindow(
        ImmutableArray<int> sizes,
        ImmutableArray<PauliVector> bloch,
        Representation representation,
        double logThreshold,
        int threads,
        CancellationToken cancellationToken = default)
    {
        this.representation = representation;
        diagonals = new Diagonal[sizes.Length][][];
        for (int g = 0; g < sizes.Length; g++)
        {
            // No element of the product exceeds any of its factors, because the others are at most 1.
            int spins = sizes[g];
            var block = new BlockProduct(spins, bloch[g]);
            var ofBlock = new Diagonal[(spins / 2) + 1][];
            Array.Fill(ofBlock, []);
            (int from, int to) = Likely(singlets => LogPeak(block, spins - (2 * singlets)), ofBlock.Length, logThreshold);
            Parallel.For(
                from,
                to,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
                singlets => ofBlock[singlets] = [.. DiagonalsOf(block, spins - (2 * singlets), logThreshold, representation)]);
            diagonals[g] = ofBlock;
        }

        LogThreshold = logThreshold;
    }

    /// <summary>Logarithm of the threshold.</summary>
    public double LogThreshold { get; }

    /// <summary>
    /// Estimates how many elements the strips would hold, from a few values of <c>J</c> between which the number varies smoothly. For
    /// several blocks the estimate is an upper bound, the product over the blocks.
    /// </summary>
    /// <param name="sizes">The number of spins of each group.</param>
    /// <param name="bloch">The Bloch vector of each group, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="logThreshold">Logarithm of the threshold.</param>
    /// <param name="threads">The number of threads.</param>
    public static double CountElements(
        ImmutableArray<int> sizes,
        ImmutableArray<PauliVector> bloch,
        Representation representation,
        double logThreshold,
        int threads)
    {
        double product = 1;
        for (int g = 0; g < sizes.Length; g++)
        {
            int spins = sizes[g];
            var block = new BlockProduct(spins, bloch[g]);
            (int from, int to) = Likely(singlets => LogPeak(block, spins - (2 * singlets)), (spins / 2) + 1, logThreshold);
            int samples = Math.Min(to - from, Math.Clamp(SamplesTimesSpins / spins, MinSamples, MaxSamples));
            double[] counts = new double[samples];
            Parallel.For(0, samples, new ParallelOptions { MaxDegreeOfParallelism = threads }, k =>
            {
                // The middle of each of equal parts of the range.
                int singlets = from + (int)(((2L * k) + 1) * (to - from) / (2L * samples));
                counts[k] = DiagonalsOf(block, spins - (2 * singlets), logThreshold, representation)
                    .Sum(diagonal => (double)(diagonal.To - diagonal.From) * (diagonal.Difference > 0 && sizes.Length > 1 ? 2 : 1));
            });
            product *= samples == 0 ? 0 : counts.Average() * (to - from);
        }

        return product;
    }

    /// <summary>Strips that contain every element above the threshold.</summary>
    /// <param name="graph">The sectors.</param>
    public IEnumerable<Strip> Strips(SectorGraph graph)
    {
        foreach (Sector sector in graph.Vertices)
        {
            Diagonal[][] ofBlocks = [.. sector.TwiceJ.Select((twiceJ, g) => diagonals[g][(sector.Spins[g] - twiceJ) / 2])];
            if (Array.TrueForAll(ofBlocks, list => list.Length > 0))
            {
                foreach (Strip strip in Combine(sector, ofBlocks, 0, 0, 0, 0))
                {
                    yield return strip;
                }
            }
        }
    }

    private IEnumerable<Strip> Combine(Sector sector, Diagonal[][] ofBlocks, int block, int row, int column, double logOuter)
    {
        bool last = block == ofBlocks.Length - 1;
        foreach (Diagonal diagonal in ofBlocks[block])
        {
            if (logOuter + diagonal.LogPeak < LogThreshold)
            {
                continue;
            }

            // Both signs of M - M' of this block. Elements above the diagonal of the whole sector are covered by their mirror images.
            foreach (int sign in diagonal.Difference == 0 ? new[] { 1 } : [1, -1])
            {
                int rowShift = sign > 0 ? 0 : -diagonal.Difference;
                int columnShift = sign > 0 ? -diagonal.Difference : 0;
                if (last)
                {
                    int firstRow = row + diagonal.From + rowShift;
                    int firstColumn = column + diagonal.From + columnShift;
                    if (firstRow >= firstColumn)
                    {
                        yield return new Strip(sector, firstRow, firstColumn, diagonal.To - diagonal.From);
                    }

                    continue;
                }

                for (int level = diagonal.From; level < diagonal.To; level++)
                {
                    double logElement = logOuter + diagonal.LogElement(level);
                    int stride = sector.Stride(block);
                    int nextRow = row + ((level + rowShift) * stride);
                    int nextColumn = column + ((level + columnShift) * stride);
                    if (logElement < LogThreshold || nextRow < nextColumn)
                    {
                        continue;
                    }

                    foreach (Strip strip in Combine(sector, ofBlocks, block + 1, nextRow, nextColumn, logElement))
                    {
                        yield return strip;
                    }
                }
            }
        }
    }

    private static IEnumerable<Diagonal> DiagonalsOf(BlockProduct block, int twiceJ, double logThreshold, Representation representation)
    {
        int peak = Peak(block, twiceJ);
        int maxDifference = representation == Representation.Populations ? 0 : twiceJ;
        for (int difference = 0; difference <= maxDifference; difference++)
        {
            peak = Climb(block, twiceJ, difference, Math.Clamp(peak, difference, twiceJ));
            double logPeak = block.LogModulus(twiceJ, peak, peak - difference);
            if (!(logPeak >= logThreshold))
            {
                yield break;
            }

            int k = difference;
            double LogElement(int row) => block.LogModulus(twiceJ, row, row - k);
            int from = Edge(LogElement, peak, difference - 1, logThreshold) + 1;
            int to = Edge(LogElement, peak, twiceJ + 1, logThreshold);
            yield return new Diagonal(k, from, to, logPeak, LogElement);
        }
    }

    private static double LogPeak(BlockProduct block, int twiceJ)
    {
        int peak = Peak(block, twiceJ);
        return block.LogModulus(twiceJ, peak, peak);
    }

    // The most likely a = J + M. A pure state along z has zeros everywhere but at one end, and the peak is there.
    private static int Peak(BlockProduct block, int twiceJ) =>
        Largest(a => block.LogModulus(twiceJ, a, a), twiceJ + 1, risesBetweenZeros: block.PeaksUp);

    // The positions at which a logarithm with a single peak is not below a threshold.
    private static (int From, int To) Likely(Func<int, double> logarithm, int count, double logThreshold)
    {
        int peak = Largest(logarithm, count, risesBetweenZeros: false);
        return logarithm(peak) >= logThreshold
            ? (Edge(logarithm, peak, -1, logThreshold) + 1, Edge(logarithm, peak, count, logThreshold))
            : (0, 0);
    }

    // The position of the peak, by bisection on the sign of the slope.
    private static int Largest(Func<int, double> logarithm, int count, bool risesBetweenZeros)
    {
        int low = 0;
        int high = count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            double here = logarithm(middle);
            double next = logarithm(middle + 1);
            bool rises = double.IsNegativeInfinity(here) && double.IsNegativeInfinity(next) ? risesBetweenZeros : next > here;
            (low, high) = rises ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Climb(BlockProduct block, int twiceJ, int difference, int row)
    {
        double here = block.LogModulus(twiceJ, row, row - difference);
        foreach (int step in new[] { 1, -1 })
        {
            while (row + step >= difference
                && row + step <= twiceJ
                && block.LogModulus(twiceJ, row + step, row + step - difference) is var next
                && next > here)
            {
                here = next;
                row += step;
            }
        }

        return row;
    }

    // The first position below the threshold between one above it and an end; the end itself counts as below.
    private static int Edge(Func<int, double> logarithm, int inside, int outside, double logThreshold)
    {
        while (Math.Abs(outside - inside) > 1)
        {
            int middle = (inside + outside) / 2;
            if (logarithm(middle) >= logThreshold)
            {
                inside = middle;
            }
            else
            {
                outside = middle;
            }
        }

        return outside;
    }

    private sealed record Diagonal(int Difference, int From, int To, double LogPeak, Func<int, double> LogElement);
}
