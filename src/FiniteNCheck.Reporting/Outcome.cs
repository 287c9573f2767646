namespace FiniteNCheck.Reporting;

/// <summary>The outcome of a report, all its verdicts taken together.</summary>
public enum Outcome
{
    /// <summary>Every verdict is the expected one.</summary>
    AsExpected,

    /// <summary>At least one verdict is not the expected one, or a decision was found where none was expected.</summary>
    Unexpected,

    /// <summary>No unexpected decision, but at least one prediction could not be decided.</summary>
    Inconclusive,
}
