namespace FiniteNCheck.Files.Formulas;

/// <summary>A text that is no formula.</summary>
/// <param name="found">What was found, for a message after "found".</param>
/// <param name="remedy">What to do: one sentence with its full stop.</param>
/// <param name="cause">The exception that revealed it, if any.</param>
public sealed class FormulaException(string found, string remedy, Exception? cause = null) : Exception($"found {found}. {remedy}", cause)
{
    /// <summary>What was found.</summary>
    public string Found { get; } = found;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
