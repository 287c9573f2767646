using System.Collections.Immutable;

namespace FiniteNCheck.Verification.Runs;

/// <summary>The status of a run directory.</summary>
/// <param name="Version">The version of the program that planned them.</param>
/// <param name="Points">The points, in the order of the studies and sizes.</param>
public sealed record RunStatus(string Version, ImmutableArray<PointStatus> Points)
{
    /// <summary>The number of points in a state.</summary>
    /// <param name="state">The state.</param>
    public int Count(PointState state) => Points.Count(point => point.State == state);

    /// <summary>Estimated seconds of one thread for the points that are missing or running.</summary>
    public double SecondsLeft => Points.Where(point => point.State is PointState.Missing or PointState.Running).Sum(point => point.Seconds);
}
