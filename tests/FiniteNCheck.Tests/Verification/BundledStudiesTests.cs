using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using Xunit;

namespace FiniteNCheck.Tests.Verification;

[Trait("Kind", "CrossCheck")]
public class BundledStudiesTests
{
    [Fact]
    public void The_bundled_studies_load_and_expect_the_full_drift_to_hold()
    {
        Assert.Equal(
            ["metastability", "paramagnetic", "retrieval", "tilted-channels", "two-patterns", "zero-field"],
            BundledStudies.Names.ToArray());
        Assert.Subset(BundledStudies.Names.ToHashSet(StringComparer.Ordinal), BundledStudies.Default.ToHashSet(StringComparer.Ordinal));
        foreach (string name in BundledStudies.Names)
        {
            Study study = BundledStudies.Load(name);
            Assert.Equal(name, study.Name);
            Assert.Contains(new ExpectedPrediction(Prediction.CovarianceFull, Verdict.Confirmed), study.Predictions);
            Assert.Contains(new ExpectedPrediction(Prediction.CovarianceFrozen, Verdict.Refuted), study.Predictions);
        }
    }

    [Theory]
    [InlineData("paramagnetic")]
    [InlineData("retrieval")]
    [InlineData("metastability")]
    [InlineData("zero-field")]
    [InlineData("two-patterns")]
    [InlineData("tilted-channels")]
    [Trait("Speed", "Slow")]
    public void A_bundled_study_finds_what_it_expects(string name)
    {
        StudyFinding finding = StudyRunner.Run(BundledStudies.Load(name));

        Assert.True(finding.ExitStatus == 0, string.Join('\n', finding.Predictions.Select(prediction => prediction.Reason)));
        Assert.Equal([Verdict.Confirmed, Verdict.Confirmed, Verdict.Refuted], finding.Predictions.Select(prediction => prediction.Verdict));
        Assert.All(
            finding.Predictions[0].Elements.Concat(finding.Predictions[1].Elements).Where(element => element.Order is not null),
            element => Assert.True(element.Order + element.OrderUncertainty >= ElementJudge.ClaimedOrder, element.Reason));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Networks_that_have_left_the_retrieval_state_are_named()
    {
        StudyFinding finding = StudyRunner.Run(BundledStudies.Load("metastability"));
        int largestOut = finding.Predictions[1].Elements.Where(element => element.Time == 20)
            .SelectMany(element => element.Ladder).Where(point => point.DroppedBecause is not null).Max(point => point.Spins);

        // The average of 40 spins falls by 0.7 % between t = 10 and 20, that of 60 spins by 0.04 %.
        Assert.Equal(40, largestOut);
    }

    [Fact]
    public void Small_networks_long_after_they_have_left_the_retrieval_phase_decide_nothing()
    {
        // Retrieval lasts a time of order exp(c N): at t = 40 networks of 4 to 16 spins have forgotten the pattern.
        Study study = BundledStudies.Load("retrieval") with { Ladder = [2, 3, 4, 5, 6, 8], Times = [40] };

        StudyFinding finding = StudyRunner.Run(study);

        Assert.All(
            finding.Predictions[0].Elements.Where(element => element.Observable.StartsWith('z')),
            element => Assert.Equal(Verdict.Inconclusive, element.Verdict));
        Assert.Equal(Verdict.Inconclusive, finding.Predictions[1].Verdict);
        Assert.NotEqual(0, finding.ExitStatus);
    }
}
