namespace FiniteNCheck.Verification.Runs;

/// <summary>How far one point has come.</summary>
/// <param name="Id">The point.</param>
/// <param name="Point">The point in words.</param>
/// <param name="Seconds">Estimated seconds of one thread.</param>
/// <param name="State">Its state.</param>
public sealed record PointStatus(string Id, string Point, double Seconds, PointState State)
{
    /// <summary>Who is computing it, of a running point.</summary>
    public PointHolder? Holder { get; init; }

    /// <summary>What went wrong, of a failed point.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a missing point has a checkpoint to go on from.</summary>
    public bool HasCheckpoint { get; init; }
}
