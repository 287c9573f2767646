namespace FiniteNCheck.Exact;

/// <summary>How much of the density matrix is held.</summary>
public enum SolutionMethod
{
    /// <summary>In full where that is the smaller work, else in a window.</summary>
    Auto,

    /// <summary>All of it.</summary>
    Full,

    /// <summary>The elements that matter, with a bound of what the others can change.</summary>
    Window,
}
