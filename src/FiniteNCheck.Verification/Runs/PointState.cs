namespace FiniteNCheck.Verification.Runs;

/// <summary>The states of a point in a run directory.</summary>
public enum PointState
{
    /// <summary>Its result is there.</summary>
    Done,

    /// <summary>A process is computing it.</summary>
    Running,

    /// <summary>It was tried and has no result; it is tried again only where that is asked for.</summary>
    Failed,

    /// <summary>Not computed yet.</summary>
    Missing,
}
