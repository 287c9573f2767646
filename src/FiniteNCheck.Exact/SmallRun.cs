using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact;

/// <summary>
/// A model at a small size, run in full, with how many elements its state has above each depth. At large N elements go like
/// <c>exp(-N I(J/N, M/N, M'/N))</c>, with the same function I at all sizes: those within <c>e^(-l)</c> of the largest at N lie where those within
/// <c>e^(-l n/N)</c> do at n.
/// </summary>
internal sealed class SmallRun
{
    private const int Deepest = 40;
    private const int Samples = 16;
    private const double Tolerance = 1e-9;

    // Below this depth too few elements are left to count; the number goes like the volume of an ellipsoid there.
    private const double ShallowestCounted = 6;

    private readonly List<(double LogPeak, double[] Within)> samples = [];
    private readonly int width;

    private SmallRun(CollectiveSystem system, Representation representation)
    {
        Spins = system.Spins.Sum(count => (double)count);
        width = representation == Representation.Complex ? 2 : 1;
        IsDiagonal = representation == Representation.Populations;
    }

    /// <summary>Its number of spins.</summary>
    public double Spins { get; }

    /// <summary>When the state came to rest; the end of the run where it did not.</summary>
    public double RestsAt { get; private set; }

    /// <summary>Whether it was given up before the end: the state may spread further.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Runs a system at a smaller size.</summary>
    /// <param name="system">The system at its own size, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="numbers">Real numbers that the small state may hold, roughly.</param>
    /// <param name="end">The end of the run.</param>
    /// <param name="work">Numbers times applications that it may take.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static SmallRun Of(CollectiveSystem system, Representation representation, double numbers, double end, double work, CancellationToken cancellationToken)
    {
        CollectiveSystem small = Scaled(system, representation, numbers);
        var operators = new SectorOperators(small, new SectorGraph(small.Spins));
        var evolution = new FullEvolution(small, operators, representation, Tolerance / Math.Max(end, 1e-300), threads: 1);
        var run = new SmallRun(small, representation) { RestsAt = end };
        run.Sample(evolution);
        for (int k = 1; k <= Samples; k++)
        {
            while (evolution.Time < end * k / Samples)
            {
                (double before, long steps) = (evolution.Time, evolution.Steps);
                evolution.StepTowards(end * k / Samples, cancellationToken);
                if (evolution.Steps == steps)
                {
                    run.RestsAt = Math.Min(run.RestsAt, before);
                    return run;
                }

                run.Sample(evolution);
                if (evolution.Applications * (double)evolution.Layout.Numbers > work)
                {
                    run.IsCutShort = true;
                    return run;
                }
            }
        }

        return run;
    }

    /// <summary>Whether it holds populations alone.</summary>
    public bool IsDiagonal { get; }

    /// <summary>Real numbers per element.</summary>
    public int NumbersPerElement => width;

    /// <summary>The most elements above a threshold that the state has at any time, scaled to another size.</summary>
    /// <param name="spins">The number of spins there.</param>
    /// <param name="logThreshold">Logarithm of the threshold there.</param>
    /// <param name="dimensions">How fast the number of elements grows with the size at equal depth.</param>
    public double Count(double spins, double logThreshold, double dimensions)
    {
        double scale = spins / Spins;
        return Math.Pow(scale, dimensions) * samples.Max(sample =>
        {
            double depth = sample.LogPeak - ((dimensions - 1) / 2 * Math.Log(scale)) - logThreshold;
            return depth <= 0 ? 1 : Within(sample.Within, depth / scale, dimensions);
        });
    }

    /// <summary>The power of the size with which the number of elements grows at equal depth, seen from a run at another size.</summary>
    /// <param name="smaller">The other run.</param>
    /// <param name="depth">The depth.</param>
    public double DimensionsFrom(SmallRun smaller, double depth)
    {
        double here = samples.Max(sample => Within(sample.Within, depth, 1));
        double there = smaller.samples.Max(sample => Within(sample.Within, depth * smaller.Spins / Spins, 1));
        return Math.Log(here / there) / Math.Log(Spins / smaller.Spins);
    }

    private static double Within(double[] within, double depth, double dimensions)
    {
        if (depth < ShallowestCounted)
        {
            return Math.Max(1, within[(int)ShallowestCounted] * Math.Pow(depth / ShallowestCounted, dimensions / 2));
        }

        double at = Math.Min(depth, Deepest - 1);
        int below = Math.Min((int)at, Deepest - 2);
        return within[below] + ((at - below) * (within[below + 1] - within[below]));
    }

    private void Sample(Evolution evolution)
    {
        (StateLayout layout, double[] state) = (evolution.Layout, evolution.State);
        double peak = 0;
        foreach (double value in state)
        {
            peak = Math.Max(peak, Math.Abs(value));
        }

        double[] within = new double[Deepest];
        for (int i = 0; i < state.Length; i += width)
        {
            double modulus = width == 2 ? Math.Max(Math.Abs(state[i]), Math.Abs(state[i + 1])) : Math.Abs(state[i]);
            double depth = Math.Log(peak / modulus);
            if (depth < Deepest - 1)
            {
                within[(int)Math.Ceiling(depth)]++;
            }
        }

        for (int k = 1; k < Deepest; k++)
        {
            within[k] += within[k - 1];
        }

        samples.Add((Math.Log(peak), within));
    }

    private static CollectiveSystem Scaled(CollectiveSystem system, Representation representation, double numbers)
    {
        double low = 0;
        double high = 1;
        for (int k = 0; k < 30; k++)
        {
            double middle = (low + high) / 2;
            int[] spins = At(middle);
            double size = representation == Representation.Populations ? SectorGraph.DiagonalSize(spins) : SectorGraph.DensitySize(spins) / (representation == Representation.Real ? 2 : 1);
            (low, high) = size > numbers ? (low, middle) : (middle, high);
        }

        int[] small = At(low);
        double factor = system.Spins.Sum(count => (double)count) / small.Sum();
        double[,] coupling = (double[,])system.Coupling.Clone();
        for (int row = 0; row < coupling.GetLength(0); row++)
        {
            for (int column = 0; column < coupling.GetLength(1); column++)
            {
                coupling[row, column] *= factor;
            }
        }

        return system with { Spins = [.. small], Coupling = coupling };

        int[] At(double scale) => [.. system.Spins.Select(count => Math.Max(1, (int)Math.Round(count * scale)))];
    }
}
