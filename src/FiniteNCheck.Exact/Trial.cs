using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// What two runs of the same model at small sizes tell about a large one: how far its state spreads, and when it comes to rest.
/// </summary>
internal sealed class Trial
{
    // Real numbers in the two small states, and the numbers times applications each run may spend: a tenth of a second together as a rule,
    // one second at most.
    private const double LargerSize = 30_000;
    private const double SmallerSize = 4_000;
    private const double MaxWork = 5e7;

    // Depth at which the two sizes are compared: deep enough for many elements in both, far above rounding.
    private const double Depth = 20;

    // The modulus at which a window ends, relative to what the whole run may leave out; what margin and ring add to each side; and how much
    // too large the window is while it moves. Measured on some 200 runs of 100 to 2000 spins: their largest windows held half of the
    // estimate as a rule, and 3.5 times the estimate at most.
    private const double EdgeShare = 0.05;
    private const double Margins = 9;
    private const double WhileMoving = 2.2;

    // Elements of a window that is little more than margins, which have to be wide before the state has spread.
    private const double MinElements = 50_000;

    // A larger system comes to rest somewhat later.
    private const double RestDelay = 1.5;

    private readonly SmallRun run;
    private readonly double dimensions;

    private Trial(SmallRun run, double dimensions, double movesUntil, double rounding)
    {
        this.run = run;
        this.dimensions = dimensions;
        MovesUntil = movesUntil;
        Rounding = rounding;
    }

    /// <summary>The time up to which the state moves; the end of the run where it does not come to rest.</summary>
    public double MovesUntil { get; }

    /// <summary>What rounding adds up to by the end of the run, in trace norm.</summary>
    public double Rounding { get; }

    /// <summary>Whether the trial used up its work before the end: then every estimate may be too small.</summary>
    public bool IsCutShort => run.IsCutShort;

    /// <summary>Runs a problem at two small sizes.</summary>
    /// <param name="problem">The problem at its own size.</param>
    /// <param name="rounding">What rounding adds up to by the end, in trace norm.</param>
    /// <param name="cancellationToken">Cancels the trial.</param>
    public static Trial Run(PreparedProblem problem, double rounding, CancellationToken cancellationToken)
    {
        (CollectiveSystem system, Representation representation, double end) = (problem.System, problem.Representation, problem.End);
        var larger = SmallRun.Run(system, representation, LargerSize, end, MaxWork, cancellationToken);
        var smaller = SmallRun.Run(system, representation, SmallerSize, end, MaxWork, cancellationToken);

        // J, M and M' of each block, or J and M; fewer where the state stays pure or diagonal.
        double maxDimensions = system.Groups * (representation == Representation.Populations ? 2 : 3);
        double growth = larger.Spins > smaller.Spins
            ? Math.Clamp(larger.DimensionsFrom(smaller, Depth), 1, maxDimensions)
            : maxDimensions;

        // The smaller run gets further with the same work. Where rounding alone adds up to 1 by the end, it does not help that the state
        // comes to rest.
        SmallRun whole = larger.IsCutShort ? smaller : larger;
        double movesUntil = rounding < 1 ? Math.Min(end, RestDelay * whole.RestsAt) : end;
        return new Trial(whole, growth, movesUntil, rounding);
    }

    /// <summary>
    /// Estimates the largest number of real numbers that a window of the system holds along the run. The true number was at most four times
    /// as large, and is much smaller where the window is small.
    /// </summary>
    /// <param name="system">The system at its own size.</param>
    /// <param name="tolerance">The tolerance of the run.</param>
    public double EstimateNumbers(CollectiveSystem system, double tolerance)
    {
        double spins = system.Spins.Sum(count => (double)count);
        double logThreshold = Math.Log(EdgeShare * tolerance) - (1.5 * Math.Log(spins));
        double elements = run.EstimateElements(spins, logThreshold, dimensions);
        double side = Math.Pow(elements, 1 / dimensions);
        double thin = Math.Max(0, CountDirections(system) - dimensions);
        double held = WhileMoving * elements * Math.Pow(1 + (Margins / side), dimensions) * Math.Pow(1 + (Margins / 2), thin);
        return run.NumbersPerElement * Math.Max(held, run.IsDiagonal ? 0 : MinElements);
    }

    // Directions in which a window has margins: M and M' of each block in which something changes M, and J where something jumps.
    private int CountDirections(CollectiveSystem system) =>
        ((run.IsDiagonal ? 1 : 2) * Enumerable.Range(0, system.Groups).Count(group => ChangesM(system, group)))
        + system.Jumps.Select(jump => jump.Block).Distinct().Count();

    private static bool ChangesM(CollectiveSystem system, int group)
    {
        PauliVector field = system.Fields[group];
        bool isCoupled = Enumerable.Range(0, system.Coupling.GetLength(1))
            .Any(k => system.Coupling[3 * group, k] != 0 || system.Coupling[(3 * group) + 1, k] != 0);
        return field.X != 0
            || field.Y != 0
            || isCoupled
            || system.Jumps.Any(jump => jump.Block == group && ChangesM(jump.Operator))
            || system.CollectiveJumps.Any(jump => ChangesM(jump.Operators[group]));
    }

    private static bool ChangesM(SpinOperator j) => j.UpDown != 0 || j.DownUp != 0;
}
