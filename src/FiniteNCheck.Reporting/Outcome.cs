namespace FiniteNCheck.Reporting;

/// <summary>The outcome of a report, all its verdicts taken together.</summary>
public enum Outcome
{
    /// <summary>Every verdict is the expected one.</summary>
    AsExpected,

    /// <summary>At least one prediction was decided otherwise than expected, or decided where no decision was expected.</summary>
    Unexpected,

    /// <summary>Nothing came out otherwise, but at least one prediction could not be decided.</summary>
    Inconclusive,
}
