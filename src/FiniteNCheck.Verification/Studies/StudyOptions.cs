using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Verification;

/// <summary>How a study is run. No option changes a verdict that the exact numbers support.</summary>
public sealed record StudyOptions
{
    /// <summary>The exact engine's tolerance; <see langword="null"/> for the study's, or else the engine's default.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Number of threads of the exact engine; 0 for all cores.</summary>
    public int Threads { get; init; }

    /// <summary>How much of the density matrix is held; <see langword="null"/> for the study's, or whichever is smaller.</summary>
    public SolutionMethod? Method { get; init; }

    /// <summary>The exact engine's representation.</summary>
    public Representation Representation { get; init; } = Representation.Auto;

    /// <summary>Memory that a run may use, in bytes; <see langword="null"/> for all of the machine's.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Whether to compute sizes that are estimated to take longer than <see cref="RunEstimate.LongRun"/>.</summary>
    public bool AllowLong { get; init; }

    /// <summary>Whether predictions may run the commands that their study files name.</summary>
    public bool AllowCommands { get; init; }

    /// <summary>Whether small sizes are solved once more at times between those of the study, for pictures.</summary>
    public bool WithCurves { get; init; }

    /// <summary>The number of threads, with 0 resolved.</summary>
    internal int ThreadCount => Threads == 0 ? Environment.ProcessorCount : Threads;

    /// <summary>The exact engine's options for a study.</summary>
    /// <param name="study">The study.</param>
    internal ExactOptions ForExact(Study study)
    {
        ExactOptions defaults = new();
        return defaults with
        {
            Tolerance = Tolerance ?? study.Tolerance ?? defaults.Tolerance,
            Threads = Threads,
            Method = Method ?? study.Method,
            Representation = Representation,
            MemoryLimit = MemoryLimit,
            AllowLong = AllowLong,
            Functions = study.Functions,
        };
    }
}
