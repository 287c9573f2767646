namespace FiniteNCheck.Exact;

/// <summary>How an exact run is done. No option changes the result by more than the stated error.</summary>
public sealed record ExactOptions
{
    /// <summary>Bound asked of the accumulated local error in trace norm over the whole run; 1e-14 to 1e-3.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Number of threads; 0 for all cores. Results do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>The representation of the state; <see cref="Representation.Auto"/> picks the smallest that is exact for the model.</summary>
    public Representation Representation { get; init; } = Representation.Auto;

    /// <summary>Whether blocks that a rotation of sites makes equivalent are merged into one (the gauge of section 6.3), where model and state allow it.</summary>
    public bool MergeBlocks { get; init; } = true;

    /// <summary>Memory that a run may use, in bytes; <see langword="null"/> for what the machine has.</summary>
    public long? MemoryLimit { get; init; }
}
