using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// The norm in which errors of a state are measured: an upper bound of the trace norm, which the exact evolution contracts. For each sector
/// it is the smaller of <c>sqrt(rows) ||X||_F</c> and <c>sum |X_rc|</c>; for populations that is the trace norm itself.
/// </summary>
internal sealed class TraceNorm
{
    // Below this many numbers starting threads costs more than it saves.
    private const int MinNumbersForThreads = 300_000;

    private readonly Strip[] strips;
    private readonly int width;
    private readonly List<(int From, int To, double Rows)> sectors = [];
    private readonly double[] ofSector;
    private readonly ParallelOptions options;

    /// <summary>Prepares the norm.</summary>
    /// <param name="strips">The strips to measure, sector by sector.</param>
    /// <param name="width">Real numbers per element.</param>
    /// <param name="threads">The number of threads.</param>
    public TraceNorm(IEnumerable<Strip> strips, int width, int threads)
    {
        this.strips = [.. strips];
        this.width = width;
        int from = 0;
        while (from < this.strips.Length)
        {
            int to = from;
            int lowest = int.MaxValue;
            int highest = 0;
            while (to < this.strips.Length && this.strips[to].Sector == this.strips[from].Sector)
            {
                lowest = Math.Min(lowest, this.strips[to].Column);
                highest = Math.Max(highest, this.strips[to].Row + this.strips[to].Length);
                to++;
            }

            sectors.Add((from, to, highest - lowest));
            from = to;
        }

        ofSector = new double[sectors.Count];
        bool few = this.strips.Sum(strip => (long)strip.Length) * width < MinNumbersForThreads;
        options = new ParallelOptions { MaxDegreeOfParallelism = few ? 1 : threads };
    }

    /// <summary>Computes the norm of a state, of a difference of states or of a derivative.</summary>
    /// <param name="values">The numbers, at the offsets of the strips.</param>
    public double Compute(double[] values)
    {
        if (options.MaxDegreeOfParallelism == 1)
        {
            for (int s = 0; s < ofSector.Length; s++)
            {
                ofSector[s] = OfSector(values, sectors[s]);
            }
        }
        else
        {
            ComputeInParallel(values);
        }

        // Summed in the order of the sectors, whichever thread computed them.
        double total = 0;
        foreach (double norm in ofSector)
        {
            total += norm;
        }

        return total;
    }

    private void ComputeInParallel(double[] values) =>
        Parallel.For(0, ofSector.Length, options, s => ofSector[s] = OfSector(values, sectors[s]));

    private double OfSector(double[] values, (int From, int To, double Rows) sector)
    {
        double squares = 0;
        double moduli = 0;
        for (int s = sector.From; s < sector.To; s++)
        {
            // Elements below the diagonal stand for their mirror images too.
            int copies = strips[s].IsDiagonal ? 1 : 2;
            (double square, double modulus) = Sums(values.AsSpan(strips[s].Offset, strips[s].Length * width));
            squares += copies * square;
            moduli += copies * modulus;
        }

        return Math.Min(Math.Sqrt(sector.Rows * squares), moduli);
    }

    private static (double Squares, double Moduli) Sums(ReadOnlySpan<double> values)
    {
        Vector<double> square = Vector<double>.Zero;
        Vector<double> modulus = Vector<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var value = new Vector<double>(values[i..]);
            square = Vector.FusedMultiplyAdd(value, value, square);
            modulus += Vector.Abs(value);
        }

        double squares = Vector.Sum(square);
        double moduli = Vector.Sum(modulus);
        for (; i < values.Length; i++)
        {
            squares += values[i] * values[i];
            moduli += Math.Abs(values[i]);
        }

        return (squares, moduli);
    }
}
