namespace FiniteNCheck.Verification.Runs;

/// <summary>The status of one point.</summary>
/// <param name="Id">The point.</param>
/// <param name="Point">The point in words.</param>
/// <param name="Seconds">Estimated seconds of one thread.</param>
/// <param name="State">Its state.</param>
public sealed record PointStatus(string Id, string Point, double Seconds, PointState State)
{
    /// <summary>The process that is computing it, if it is running.</summary>
    public PointHolder? Holder { get; init; }

    /// <summary>What went wrong, if it failed.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a missing point has a checkpoint to resume from.</summary>
    public bool HasCheckpoint { get; init; }
}
