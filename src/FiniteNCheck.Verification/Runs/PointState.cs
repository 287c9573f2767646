namespace FiniteNCheck.Verification.Runs;

/// <summary>The states of a point in a run directory.</summary>
public enum PointState
{
    /// <summary>It has a result.</summary>
    Done,

    /// <summary>A process is computing it.</summary>
    Running,

    /// <summary>It failed; it is tried again only on request.</summary>
    Failed,

    /// <summary>It has not been computed yet.</summary>
    Missing,
}
