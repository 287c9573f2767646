using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Tests.Support;
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
            [
                "collective-amplitude", "collective-and-single", "driven", "driven-collective-decay", "lambda", "metastability",
                "mixture", "paramagnetic", "potts", "probe", "retrieval", "sirs-coherent", "superradiance", "tilted-channels",
                "time-crystal", "two-blocks-together", "two-patterns", "zero-field",
            ],
            BundledStudies.Names.ToArray());
        Assert.Subset(BundledStudies.Names.ToHashSet(StringComparer.Ordinal), BundledStudies.Default.ToHashSet(StringComparer.Ordinal));

        // Without rates that depend on averages both drifts are the same; the next order is not known for sites with levels.
        foreach (string name in BundledStudies.Names.Except(["lambda", "mixture", "probe"], StringComparer.Ordinal))
        {
            Study study = BundledStudies.Load(name);
            Assert.Equal(name, study.Name);
            Assert.Contains(new ExpectedPrediction(Prediction.CovarianceFull, Verdict.Confirmed), study.Predictions);

            // Nothing is printed about collective jumps; there the next order is put to the test.
            Assert.Contains(
                !study.Model.HasCollectiveJumps
                    ? new ExpectedPrediction(
                        Prediction.CovarianceFrozen with { Title = "Covariance as printed in Fiorelli (2024)" }, Verdict.Refuted)
                    : new ExpectedPrediction(Prediction.MeanField1, Verdict.Confirmed),
                study.Predictions);
        }
    }

    [Theory]
    [InlineData("collective-amplitude")]
    [InlineData("collective-and-single")]
    [InlineData("driven-collective-decay")]
    [InlineData("superradiance")]
    [InlineData("time-crystal")]
    [InlineData("two-blocks-together")]
    [Trait("Speed", "Slow")]
    public void A_study_of_collective_jumps_confirms_the_limit_and_its_next_order(string name)
    {
        StudyFinding finding = StudyRunner.Run(BundledStudies.Load(name));

        Assert.All(finding.Predictions, prediction => Assert.True(prediction.Verdict == Verdict.Confirmed, prediction.Reason));
        Assert.All(
            finding.Predictions.Take(2).SelectMany(prediction => prediction.Elements).Where(element => element.Order is not null),
            element => Assert.True(element.Order + element.OrderUncertainty >= ElementJudge.ClaimedOrder, element.Reason));
    }

    [Fact]
    public void The_printed_covariance_of_collective_jumps_is_refused_before_anything_runs()
    {
        Study study = BundledStudies.Load("superradiance");
        InputException refused = Assert.Throws<InputException>(() => StudyRunner.Run(
            study with { Predictions = [new ExpectedPrediction(Prediction.CovarianceFrozen, Verdict.Refuted)] }));
        Assert.Contains("collective jumps", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("paramagnetic")]
    [InlineData("retrieval")]
    [InlineData("metastability")]
    [InlineData("zero-field")]
    [InlineData("two-patterns")]
    [InlineData("tilted-channels")]
    [InlineData("lambda")]
    [InlineData("potts")]
    [InlineData("sirs-coherent")]
    [Trait("Speed", "Slow")]
    public void A_bundled_study_finds_what_it_expects(string name)
    {
        StudyFinding finding = StudyRunner.Run(BundledStudies.Load(name));

        Assert.True(finding.Outcome == Outcome.AsExpected, string.Join('\n', finding.Predictions.Select(prediction => prediction.Reason)));
        Assert.Equal([Verdict.Confirmed, Verdict.Confirmed, Verdict.Refuted], finding.Predictions.Select(prediction => prediction.Verdict));
        Assert.All(
            finding.Predictions[0].Elements.Concat(finding.Predictions[1].Elements).Where(element => element.Order is not null),
            element => Assert.True(element.Order + element.OrderUncertainty >= ElementJudge.ClaimedOrder, element.Reason));
    }

    /// <summary>Mean field, fluctuations and coefficients of 1/n of a driven model, and of what grows beside a single spin.</summary>
    [Theory]
    [InlineData("driven")]
    [InlineData("probe")]
    [Trait("Speed", "Slow")]
    public void A_study_of_another_kind_of_model_finds_what_it_expects(string name)
    {
        StudyFinding finding = StudyRunner.Run(BundledStudies.Load(name));
        Assert.True(finding.Outcome == Outcome.AsExpected, string.Join('\n', finding.Predictions.Select(prediction => prediction.Reason)));
        Assert.DoesNotContain(
            finding.Predictions.SelectMany(prediction => prediction.Elements),
            element => element.Observable.Contains("probe", StringComparison.Ordinal));
    }

    /// <summary>
    /// The premise of Theorem 1 fails for the mixture: its mean field from its averages is refuted, the average over its components and
    /// both components are confirmed.
    /// </summary>
    [Fact]
    public void A_mixture_is_confirmed_component_by_component()
    {
        StudyFinding[] findings = [.. BundledStudies.LoadAll("mixture").Select(study => StudyRunner.Run(study))];
        Assert.Equal(["mixture", "mixture, component 1 of 2", "mixture, component 2 of 2"], findings.Select(finding => finding.Study));
        Assert.Equal([Verdict.Refuted, Verdict.Confirmed], findings[0].Predictions.Select(prediction => prediction.Verdict));
        Assert.All(findings[1..], finding => Assert.All(
            finding.Predictions, prediction => Assert.Equal(Verdict.Confirmed, prediction.Verdict)));
        Assert.Contains(findings[0].Notes, note => note.Contains("premise of Theorem 1", StringComparison.Ordinal));
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
        Assert.NotEqual(Outcome.AsExpected, finding.Outcome);
    }
}
