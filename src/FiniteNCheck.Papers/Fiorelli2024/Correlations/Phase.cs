namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>Where the mean field of one pattern goes from the stored pattern.</summary>
public enum Phase
{
    /// <summary>To a fixed point with an overlap.</summary>
    Retrieval,

    /// <summary>To zero.</summary>
    Paramagnetic,

    /// <summary>To no fixed point: around a limit cycle.</summary>
    LimitCycle,
}
