namespace FiniteNCheck.Reporting.StudyFigures;

/// <summary>The colours of the curves of a study; each is also told by its dashes or marks, and is readable on light and on dark ground.</summary>
internal static class Palette
{
    /// <summary>The prediction under test.</summary>
    public const string Predicted = "#c2570c";

    /// <summary>Another prediction of the same numbers.</summary>
    public const string Rival = "#2f7fb8";
}
