using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact;

/// <summary>
/// A model at a small size, evolved in full, with the number of elements of its state above each depth. At large N the elements follow a
/// large-deviation form <c>exp(-N I(J/N, M/N, M'/N))</c> with the same function I at all sizes: the elements within <c>e^(-l)</c> of the
/// largest at N correspond to those within <c>e^(-l n/N)</c> at n.
/// </summary>
internal sealed class SmallRun
{
    private const int MaxDepth = 40;
    private const int Samples = 16;
    private const double Tolerance = 1e-9;

    // Below this depth too few elements are left to count; their number there grows like the volume of an ellipsoid.
    private const double MinCountedDepth = 6;

    private readonly List<(double LogPeak, double[] Within)> samples = [];

    private SmallRun(CollectiveSystem system, Representation representation)
    {
        Spins = system.Spins.Sum(count => (double)count);
        NumbersPerElement = representation == Representation.Complex ? 2 : 1;
        IsDiagonal = representation == Representation.Populations;
    }

    /// <summary>The number of spins.</summary>
    public double Spins { get; }

    /// <summary>When the state came to rest; the end of the run where it did not.</summary>
    public double RestsAt { get; private set; }

    /// <summary>Whether the run was given up before its end: the state may spread further.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Whether only populations are held.</summary>
    public bool IsDiagonal { get; }

    /// <summary>Real numbers per element.</summary>
    public int NumbersPerElement { get; }

    /// <summary>Runs a system at a smaller size.</summary>
    /// <param name="system">The system at its own size, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="numbers">Real numbers that the small state may hold, roughly.</param>
    /// <param name="end">The end of the run.</param>
    /// <param name="maxWork">Numbers times applications that it may spend.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static SmallRun Run(
        CollectiveSystem system,
        Representation representation,
        double numbers,
        double end,
        double maxWork,
        CancellationToken cancellationToken)
    {
        CollectiveSystem small = Shrink(system, representation, numbers);
        var operators = new SectorOperators(small, new SectorGraph(small.Reach));
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
                if (evolution.Applications * (double)evolution.State.Layout.Numbers > maxWork)
                {
                    run.IsCutShort = true;
                    return run;
                }
            }
        }

        return run;
    }

    /// <summary>Estimates the largest number of elements above a threshold, over all times, at another size.</summary>
    /// <param name="spins">The number of spins there.</param>
    /// <param name="logThreshold">Logarithm of the threshold there.</param>
    /// <param name="dimensions">The power of the size with which the number of elements at equal depth grows.</param>
    public double EstimateElements(double spins, double logThreshold, double dimensions)
    {
        double scale = spins / Spins;
        return Math.Pow(scale, dimensions) * samples.Max(sample =>
        {
            double depth = sample.LogPeak - ((dimensions - 1) / 2 * Math.Log(scale)) - logThreshold;
            return depth <= 0 ? 1 : CountWithin(sample.Within, depth / scale, dimensions);
        });
    }

    /// <summary>The power of the size with which the number of elements at equal depth grows, by comparison with another size.</summary>
    /// <param name="smaller">The run at the smaller size.</param>
    /// <param name="depth">The depth.</param>
    public double DimensionsFrom(SmallRun smaller, double depth)
    {
        double here = samples.Max(sample => CountWithin(sample.Within, depth, 1));
        double there = smaller.samples.Max(sample => CountWithin(sample.Within, depth * smaller.Spins / Spins, 1));
        return Math.Log(here / there) / Math.Log(Spins / smaller.Spins);
    }

    private static double CountWithin(double[] within, double depth, double dimensions)
    {
        if (depth < MinCountedDepth)
        {
            return Math.Max(1, within[(int)MinCountedDepth] * Math.Pow(depth / MinCountedDepth, dimensions / 2));
        }

        double at = Math.Min(depth, MaxDepth - 1);
        int below = Math.Min((int)at, MaxDepth - 2);
        return within[below] + ((at - below) * (within[below + 1] - within[below]));
    }

    private void Sample(StateEvolution evolution)
    {
        double[] state = evolution.State.Numbers;
        double peak = 0;
        foreach (double value in state)
        {
            peak = Math.Max(peak, Math.Abs(value));
        }

        double[] within = new double[MaxDepth];
        for (int i = 0; i < state.Length; i += NumbersPerElement)
        {
            double modulus = NumbersPerElement == 2 ? Math.Max(Math.Abs(state[i]), Math.Abs(state[i + 1])) : Math.Abs(state[i]);
            double depth = Math.Log(peak / modulus);
            if (depth < MaxDepth - 1)
            {
                within[(int)Math.Ceiling(depth)]++;
            }
        }

        for (int k = 1; k < MaxDepth; k++)
        {
            within[k] += within[k - 1];
        }

        samples.Add((Math.Log(peak), within));
    }

    /// <summary>The same model with fewer spins in the same proportions. Couplings scale like 1/N.</summary>
    /// <param name="system">The system at its own size.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="numbers">Real numbers that the small state may hold, roughly.</param>
    internal static CollectiveSystem Shrink(CollectiveSystem system, Representation representation, double numbers)
    {
        double low = 0;
        double high = 1;
        for (int k = 0; k < 30; k++)
        {
            double middle = (low + high) / 2;
            int[] spins = SpinsAt(middle);
            ImmutableArray<BlockReach> reach = (system with { Spins = [.. spins] }).Reach;
            double size = representation == Representation.Populations
                ? BlockReach.Product(reach, block => block.Diagonals)
                : BlockReach.Product(reach, block => block.Elements) / (representation == Representation.Real ? 2 : 1);
            (low, high) = size > numbers ? (low, middle) : (middle, high);
        }

        int[] small = SpinsAt(low);
        double factor = system.Spins.Sum(count => (double)count) / small.Sum();
        return system with
        {
            Spins = [.. small],
            Coupling = Scaled(system.Coupling),
            DrivenCouplings = [.. system.DrivenCouplings.Select(each => each with { Coupling = Scaled(each.Coupling) })],
            CollectiveJumps =
            [
                // Their operators scale like 1/sqrt(N).
                .. system.CollectiveJumps.Select(
                    jump => jump with { Operators = [.. jump.Operators.Select(j => Math.Sqrt(factor) * j)] }),
            ],
            Start = system.Start.Resize(system.Spins, [.. small]),
        };

        double[,] Scaled(double[,] matrix)
        {
            double[,] scaled = (double[,])matrix.Clone();
            for (int row = 0; row < scaled.GetLength(0); row++)
            {
                for (int column = 0; column < scaled.GetLength(1); column++)
                {
                    scaled[row, column] *= factor;
                }
            }

            return scaled;
        }

        int[] SpinsAt(double scale) => [.. system.Spins.Select(count => Math.Max(1, (int)Math.Round(count * scale)))];
    }
}
