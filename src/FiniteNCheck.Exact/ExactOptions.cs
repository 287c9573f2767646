using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact;

/// <summary>Options of an exact run. No option changes the result by more than the stated error.</summary>
public sealed record ExactOptions
{
    /// <summary>The smallest tolerance that double precision can meet.</summary>
    public const double MinTolerance = 1e-14;

    /// <summary>The largest tolerance that still deserves the word exact.</summary>
    public const double MaxTolerance = 1e-3;

    /// <summary>Bound of the accumulated local error in trace norm over the whole run; 1e-14 to 1e-3.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>The number of threads, up to 1024; 0 for all cores. Results do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Whether the state is held in full or in a window that follows it.</summary>
    public SolutionMethod Method { get; init; }

    /// <summary>
    /// How the state is held; <see cref="Representation.Auto"/> picks the smallest representation that is exact for the model.
    /// </summary>
    public Representation Representation { get; init; } = Representation.Auto;

    /// <summary>Whether blocks whose spins are equivalent are merged into one (the gauge reduction).</summary>
    public bool MergeBlocks { get; init; } = true;

    /// <summary>What to read off the state at every output time, beyond means and covariances.</summary>
    public ImmutableArray<StateFunction> Functions { get; init; } = [];

    /// <summary>Memory that a run may use, in bytes; <see langword="null"/> for all that the machine has.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Whether to start a run even if it is estimated to take longer than <see cref="RunEstimate.LongRun"/>.</summary>
    public bool AllowLong { get; init; }

    /// <summary>Where the run saves its progress and resumes when started again; <see langword="null"/> for no checkpoints.</summary>
    public Checkpointing? Checkpointing { get; init; }

    /// <summary>
    /// Whether to prove bounds of the errors of moments in a stationary state, by one more equation for each of them. Without it errors
    /// there are estimates.
    /// </summary>
    public bool ProveStationary { get; init; }

    /// <summary>
    /// Whether slow modes are sought only in the sectors that the initial state reaches. It matters where J of a block is conserved.
    /// </summary>
    public bool OnlyReached { get; init; }

    /// <summary>
    /// Whether the state of sites with levels is checked for positivity in every invariant subspace, and not in its reduced matrices and
    /// its symmetric states alone. States of two levels are checked in all their sectors in any case.
    /// </summary>
    public bool CheckEverySubspace { get; init; }

    internal int ThreadCount => Threads == 0 ? Environment.ProcessorCount : Threads;

    internal long AvailableMemory => MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>The error allowed per unit of time, in trace norm.</summary>
    /// <param name="end">The end of the run.</param>
    internal double ErrorPerTime(double end) => Tolerance / Math.Max(end, double.Epsilon / Tolerance);

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of range.</exception>
    public void Check()
    {
        if (!(Tolerance >= MinTolerance && Tolerance <= MaxTolerance))
        {
            throw new InputException(
                $"tolerance is {Numeral.Exact(Tolerance)}: expected {Numeral.Exact(MinTolerance)} to {Numeral.Exact(MaxTolerance)}, "
                + "the accumulated error in trace norm. Give a value in that range.");
        }

        if (Threads is < 0 or > 1024)
        {
            throw new InputException($"threads is {Threads}: expected 0 (all cores) to 1024. Give a value in that range.");
        }

        Checkpointing?.Check();
        if (MemoryLimit is <= 0)
        {
            throw new InputException($"memory limit is {MemoryLimit} bytes: expected a positive number. Give a larger limit or none.");
        }
    }
}
