using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Tests.Support;

/// <summary>The outcome of one study, by the rule of reports.</summary>
internal static class FindingOutcome
{
    extension(StudyFinding finding)
    {
        public Outcome Outcome => new VerifyReport([finding], NoProvenance.Value).Outcome;
    }
}
