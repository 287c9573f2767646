using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Runs;

[Trait("Kind", "Analytic")]
public class StudyRunnerTests
{
    [Fact]
    public void Predictions_are_confirmed_and_refuted_as_expected()
    {
        StudyFinding finding = new Fakes().Run();

        Assert.Equal([Verdict.Confirmed, Verdict.Confirmed, Verdict.Refuted], finding.Predictions.Select(prediction => prediction.Verdict));
        Assert.Equal(Outcome.AsExpected, finding.Outcome);
        Assert.Equal(("fake", "fake-model", "fake at n = 48"), (finding.Study, finding.Model, finding.Method));
        Assert.Equal([6, 8, 12, 16, 24, 32, 48], finding.Spins.ToArray());
        Assert.Empty(finding.Notes);
    }

    [Fact]
    public void Every_element_is_there_at_every_time_with_its_ladder()
    {
        StudyFinding finding = new Fakes().Run();

        Assert.Equal(
            ["x.all", "y.all", "z.all", "x.all", "y.all", "z.all"], finding.Predictions[0].Elements.Select(element => element.Observable));
        Assert.Equal(
            ["x.all,x.all", "x.all,y.all", "x.all,z.all", "y.all,y.all", "y.all,z.all", "z.all,z.all"],
            finding.Predictions[1].Elements.Where(element => element.Time < 1).Select(element => element.Observable));
        Assert.All(finding.Predictions.SelectMany(prediction => prediction.Elements), element => Assert.Equal(7, element.Ladder.Length));
    }

    [Fact]
    public void A_refutation_names_the_elements_and_by_how_many_uncertainties()
    {
        PredictionFinding printed = new Fakes().Run().Predictions[2];

        Assert.StartsWith("2 of 12 elements are refuted", printed.Reason, StringComparison.Ordinal);
        Assert.Matches(@"x\.all,z\.all by [0-9.e]+ \(t = ", printed.Reason);
        Assert.DoesNotContain("y.all", printed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_prediction_changes_verdict_and_exit_status()
    {
        StudyFinding finding = new Fakes { MeanMiss = 0.01 }.Run();

        Assert.Equal(Verdict.Refuted, finding.Predictions[0].Verdict);
        Assert.Equal(Outcome.Unexpected, finding.Outcome);
    }

    [Fact]
    public void A_size_whose_state_fails_its_checks_is_named_and_not_fitted()
    {
        Fakes sound = new();
        Fakes broken = sound with { Mean = (n, t, a) => sound.Mean(n, t, a) + (n == 48 ? 1 : 0), Hermiticity = n => n == 48 ? 1e-3 : 0 };
        StudyFinding finding = broken.Run();

        Assert.Equal([Verdict.Confirmed, Verdict.Confirmed, Verdict.Refuted], finding.Predictions.Select(prediction => prediction.Verdict));
        Assert.Equal(
            "t = 0.5, n = 48: the state fails its check (hermiticity is 0.001, the limit is 1.01e-10), rounding has taken over. "
            + "This size is not fitted at this time.",
            finding.Notes[0]);
        Assert.All(
            finding.Predictions[0].Elements,
            element => Assert.Contains("fails its check", element.Ladder[^1].DroppedBecause, StringComparison.Ordinal));
        Assert.NotEqual(
            [Verdict.Confirmed, Verdict.Confirmed, Verdict.Refuted],
            (broken with { Hermiticity = _ => 0 }).Run().Predictions.Select(prediction => prediction.Verdict));
    }

    [Fact]
    public void A_size_that_cannot_be_computed_is_named_and_the_others_are_judged()
    {
        StudyFinding finding = new Fakes { BeforeExact = n => { if (n == 32) { throw new InputException("it does not fit."); } } }.Run();

        Assert.Equal([Verdict.Confirmed, Verdict.Confirmed, Verdict.Refuted], finding.Predictions.Select(prediction => prediction.Verdict));
        Assert.Equal(new MissingSize(32, 32, "it does not fit."), Assert.Single(finding.Missing));
        Assert.Equal(
            "1 of 7 sizes have no result (n = 32: it does not fit); the verdicts rest on the others.", Assert.Single(finding.Notes));
        Assert.All(
            new Fakes { BeforeExact = _ => throw new InvalidOperationException("what") }
                .Run()
                .Missing,
            size => Assert.Equal("a fault of the program, not of the input; please report it: InvalidOperationException: "
                + "what", size.Reason));
    }

    [Fact]
    public void Where_no_state_is_sound_nothing_is_decided()
    {
        StudyFinding finding = new Fakes { Hermiticity = _ => 1e-3 }.Run();

        Assert.All(finding.Predictions, prediction => Assert.Equal(Verdict.Inconclusive, prediction.Verdict));
    }

    [Fact]
    public void A_prediction_expected_to_fail_that_does_not_is_unexpected()
    {
        StudyFinding finding = new Fakes { PrintedMiss = 0 }.Run();

        Assert.Equal(Verdict.Confirmed, finding.Predictions[2].Verdict);
        Assert.Equal(Outcome.Unexpected, finding.Outcome);
    }

    [Fact]
    public void A_prediction_that_stays_open_gives_status_three()
    {
        // Corrections of order N^-1/2 to the averages: close to the prediction, but not of the claimed order.
        StudyFinding finding = new Fakes { Mean = (n, t, a) => 0.1 + (1e-3 / Math.Sqrt(n)) }.Run();

        Assert.Equal(Verdict.Inconclusive, finding.Predictions[0].Verdict);
        Assert.Contains("6 of 6 elements are undecided", finding.Predictions[0].Reason, StringComparison.Ordinal);
        Assert.Contains("And 3 more.", finding.Predictions[0].Reason, StringComparison.Ordinal);
        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
    }

    [Fact]
    public void Sizes_that_do_not_cluster_are_left_out_at_that_time_and_noted()
    {
        // At t = 2 the sizes up to 12 are mixtures of two states: their variance is of order N, their averages are off.
        StudyFinding finding = new Fakes
        {
            Covariance = (n, t, a, b) => (a == b ? 1 : 0.2) - (t / n) + (a == 2 && b == 2 && t > 1 && n <= 12 ? 0.8 * n : 0),
            Mean = (n, t, a) => (0.1 * (a + 1)) + (t / n) - (t > 1 && n <= 12 ? 0.5 : 0),
        }.Run();

        Assert.Equal(Outcome.AsExpected, finding.Outcome);
        Assert.Contains("t = 2: ", Assert.Single(finding.Notes), StringComparison.Ordinal);
        foreach (ElementFinding element in finding.Predictions[0].Elements)
        {
            int[] dropped = [.. element.Ladder.Where(point => point.DroppedBecause is not null).Select(point => point.N)];
            Assert.Equal(element.Time > 1 ? [6, 8] : [], dropped.Except([12]));
        }
    }

    [Fact]
    public void Where_no_size_clusters_nothing_is_confirmed_or_refuted_at_that_time()
    {
        // The averages have decayed to zero at every size: a constant ladder, far from the prediction, that says nothing.
        StudyFinding finding = new Fakes
        {
            Covariance = (n, t, a, b) => (a == b ? 1 : 0.2) + (a == 2 && b == 2 && t > 1 ? 0.8 * n : 0),
            Mean = (n, t, a) => t > 1 && n < 1000 ? 0 : 0.5 + (0.1 / n),
        }.Run();

        Assert.All(
            finding.Predictions.SelectMany(prediction => prediction.Elements).Where(element => element.Time > 1),
            element => Assert.Equal(Verdict.Inconclusive, element.Verdict));
        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
    }

    [Theory]
    [InlineData(1e-5, "integration error")]
    [InlineData(1e-3, "smaller tolerance")]
    public void A_large_integration_error_decides_nothing(double error, string says)
    {
        // 3 N error: at 1e-5 it passes a hundredth of the finite-size error from n = 16 on, at 1e-3 it hides all differences.
        StudyFinding finding = new Fakes { IntegrationError = error }.Run();

        Assert.Equal(Verdict.Inconclusive, finding.Predictions[1].Verdict);
        Assert.Contains(says, finding.Predictions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_is_not_entire_is_noted() =>
        Assert.Contains(
            "Assumption 1 does not hold",
            Assert.Single(
                new Fakes { Rate = new NormalisedRate(1) }
                    .Run()
                    .Notes),
            StringComparison.Ordinal);

    [Fact]
    [Trait("Kind", "Unit")]
    public void Cancellation_ends_the_run_between_sizes_and_within_one()
    {
        using CancellationTokenSource source = new();
        List<int> solved = [];
        Fakes fakes = new()
        {
            BeforeExact = n =>
            {
                solved.Add(n);
                if (n == 24)
                {
                    source.Cancel();
                }
            },
        };

        Assert.Throws<OperationCanceledException>(() => fakes.Run(cancellationToken: source.Token));
        Assert.Equal([48, 32, 24], solved);
        Assert.Throws<OperationCanceledException>(() => fakes.Run(cancellationToken: source.Token));
        Assert.Equal(3, solved.Count);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Progress_rises_to_one_by_the_estimated_cost_of_the_sizes()
    {
        Recorder recorder = new();

        Fakes fakes = new();
        Study study = fakes.Study;
        fakes.Run(recorder);

        Assert.Equal(recorder.Fractions.Order(), recorder.Fractions);
        Assert.Equal(1, recorder.Fractions[^1]);

        // Half way through the last size, the smallest one; a size takes some milliseconds beside its computation.
        double[] costs =
        [
            .. study.Ladder.Select(n =>
                ExactSolver.Plan(study.Model, n, study.Times, new ExactOptions { Threads = 1 }).Full.Seconds + 0.005),
        ];
        Assert.Equal((costs[1..].Sum() + (costs[0] / 2)) / costs.Sum(), recorder.Fractions[^2], 12);
    }

    private sealed class Recorder : IProgress<StudyProgress>
    {
        internal List<double> Fractions { get; } = [];

        public void Report(StudyProgress value) => Fractions.Add(value.Fraction);
    }
}
