namespace FiniteNCheck.Exact;

/// <summary>How much of the density matrix is held in memory.</summary>
public enum SolutionMethod
{
    /// <summary>In full where that is less work, otherwise in a window.</summary>
    Auto,

    /// <summary>All of it.</summary>
    Full,

    /// <summary>The elements that matter, with a bound of the error from the others.</summary>
    Window,
}
