using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Reporting;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification;

/// <summary>Studies of starts that have no limit end without a verdict, and say why.</summary>
[Trait("Kind", "Unit")]
public class StartStudyTests
{
    public static TheoryData<string> Kinds => ["superposition", "Dicke state"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_start_that_does_not_cluster_gets_no_verdict_but_a_reason(string kind)
    {
        InitialState start = kind[0] == 's'
            ? Superposition.Ghz(1)
            : new DickeState([Formula.Combine(FormulaOperator.Divide, Formula.Variable("n"), Formula.Constant(2))]);
        Study study = new()
        {
            Model = TestModels.TiltedAxis() with { Initial = start },
            Ladder = [2, 4, 6, 8],
            Times = [0.3],
            Predictions =
            [
                new ExpectedPrediction(Prediction.MeanField, Verdict.Inconclusive),
                new ExpectedPrediction(Prediction.CovarianceFull, Verdict.Inconclusive),
            ],
        };
        StudyFinding finding = StudyRunner.Run(study);
        Assert.Equal(Outcome.AsExpected, finding.Outcome);
        Assert.All(finding.Predictions, prediction =>
        {
            Assert.Equal(Verdict.Inconclusive, prediction.Verdict);
            Assert.Contains(kind, prediction.Reason, StringComparison.Ordinal);
            Assert.Contains("premise of Theorem 1", prediction.Reason, StringComparison.Ordinal);
        });
    }
}
