using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>What is learnt about a large run from the same model at two small sizes: how far its state spreads, and when it comes to rest.</summary>
internal sealed class Trial
{
    // Real numbers of the two small states, and numbers times applications that each may take: a tenth of a second together, and a second at most.
    private const double Numbers1 = 30_000;
    private const double Numbers2 = 4_000;
    private const double Work = 5e7;

    // Depth at which the two sizes are compared: deep enough for many elements in both, far above rounding.
    private const double Depth = 20;

    // What an active element may be next to what the whole run may leave out; what margin and ring add to each side; and what the window has too much
    // while it moves. Measured over some 200 runs of 100 to 2000 spins, whose largest windows held half of this as a rule and 3.5 times it at most.
    private const double EdgeShare = 0.05;
    private const double Margins = 9;
    private const double WhileMoving = 2.2;

    // Elements of a window that is next to nothing but margins, which have to be wide before a state has spread.
    private const double SmallestWindow = 50_000;

    // A larger system comes to rest somewhat later.
    private const double RestsLater = 1.5;

    private readonly SmallRun run;
    private readonly double dimensions;

    private Trial(SmallRun run, double dimensions, double movesUntil, double rounding)
    {
        Rounding = rounding;
        this.run = run;
        this.dimensions = dimensions;
        MovesUntil = movesUntil;
    }

    /// <summary>The time up to which the state moves; the end of the run where it does not come to rest.</summary>
    public double MovesUntil { get; }

    /// <summary>What rounding amounts to by the end of the run.</summary>
    public double Rounding { get; }

    /// <summary>Whether the trial was ended early, by the work it may take: then everything may come out larger.</summary>
    public bool IsCutShort => run.IsCutShort;

    /// <summary>Tries a system out.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="end">The end of the run.</param>
    /// <param name="rounding">What rounding amounts to by then.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    public static Trial Of(CollectiveSystem system, Representation representation, double end, double rounding, CancellationToken cancellationToken)
    {
        var larger = SmallRun.Of(system, representation, Numbers1, end, Work, cancellationToken);
        var smaller = SmallRun.Of(system, representation, Numbers2, end, Work, cancellationToken);

        // J, M and M' of each block, or J and M; fewer where the state stays pure or diagonal.
        double most = system.Groups * (representation == Representation.Populations ? 2 : 3);
        double seen = larger.Spins > smaller.Spins ? Math.Clamp(larger.DimensionsFrom(smaller, Depth), 1, most) : most;

        // The smaller one gets further in the same work. Where rounding alone amounts to everything by the end, it is no use that the state rests.
        SmallRun whole = larger.IsCutShort ? smaller : larger;
        return new Trial(whole, seen, rounding < 1 ? Math.Min(end, RestsLater * whole.RestsAt) : end, rounding);
    }

    // In how many directions a window has margins: M and M' of each block in which something changes M, and J where something jumps.
    private int Directions(CollectiveSystem system) =>
        ((run.IsDiagonal ? 1 : 2) * Enumerable.Range(0, system.Groups).Count(block => ChangesM(system, block))) + system.Jumps.Select(jump => jump.Block).Distinct().Count();

    private static bool ChangesM(CollectiveSystem system, int block)
    {
        PauliVector field = system.Fields[block];
        return field.X != 0 || field.Y != 0
            || Enumerable.Range(0, system.Coupling.GetLength(1)).Any(k => system.Coupling[3 * block, k] != 0 || system.Coupling[(3 * block) + 1, k] != 0)
            || system.Jumps.Any(jump => jump.Block == block && (jump.Operator.UpDown != 0 || jump.Operator.DownUp != 0));
    }

    /// <summary>The most real numbers that a window of the system holds along the run: at most four times as many, and much less where the window is small.</summary>
    /// <param name="system">The system at its own size.</param>
    /// <param name="tolerance">The tolerance of the run.</param>
    public double Numbers(CollectiveSystem system, double tolerance)
    {
        double spins = system.Spins.Sum(count => (double)count);
        double logThreshold = Math.Log(EdgeShare * tolerance) - (1.5 * Math.Log(spins));
        double elements = run.Count(spins, logThreshold, dimensions);
        double side = Math.Pow(elements, 1 / dimensions);
        double thin = Math.Max(0, Directions(system) - dimensions);
        double held = WhileMoving * elements * Math.Pow(1 + (Margins / side), dimensions) * Math.Pow(1 + (Margins / 2), thin);
        return run.NumbersPerElement * Math.Max(held, run.IsDiagonal ? 0 : SmallestWindow);
    }
}
