using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>The input of the exporters of a verification.</summary>
/// <param name="Studies">What each study found, in the order in which they ran.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record VerifyReport(ImmutableArray<StudyFinding> Studies, Provenance Provenance)
{
    /// <summary>The outcome of all studies together.</summary>
    public Outcome Outcome => OutcomeRule.Combine(Studies
        .SelectMany(study => study.Predictions)
        .Where(prediction => prediction.Verdict != prediction.Expected)
        .Select(prediction => prediction.Verdict == Verdict.Inconclusive));
}
