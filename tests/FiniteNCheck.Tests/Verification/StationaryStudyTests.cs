using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Reporting;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Verification;

/// <summary>Studies of the stationary state: <c>times: [stationary]</c>, and of the slowest mode.</summary>
public sealed class StationaryStudyTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stationary").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private const string Model = """
        name: paramagnet
        hopfield:
          patterns: 1
          temperature: 2
          transverse-field: 0.2
          rates: exponential
          self-energy: true
        initial: { plus: [0, 0, 0.5], minus: [0, 0, -0.5] }
        """;

    private ImmutableArray<Study> Read(string study)
    {
        File.WriteAllText(Path.Combine(folder, "model.yaml"), Model);
        string path = Path.Combine(folder, "study.yaml");
        File.WriteAllText(path, study);
        return Study.LoadAll(path);
    }

    /// <summary>The full drift describes the stationary covariance, the printed one does not.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_stationary_covariance_confirms_the_full_drift_and_refutes_the_printed_one() =>
        AssertDrifts("[4, 6, 8, 12, 16, 24]");

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void So_it_does_with_ladders_to_200_spins() => AssertDrifts("[12, 16, 24, 36, 50, 70, 100]");

    /// <summary>The stationary state joins the finite times, and a run gives the same as its parts.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_run_may_end_in_the_stationary_state()
    {
        CollectiveModel model = (HopfieldModels.Patterns(1) with { Beta = 0.5 }).Starting(new(0, 0, 0.5), new(0, 0, -0.5));
        var options = new ExactOptions { Functions = [new Purity(), new SlowestMode(IsFrequency: false)] };
        ExactResult run = Verified.Solve(model, 4, [0.5, double.PositiveInfinity], options);
        SteadyResult late = SteadySolver.Solve(model, 4);
        Assert.Equal(
            Verified.Solve(model, 4, [0.5]).Moments.Covariance[0].Cast<double>(), run.Moments.Covariance[0].Cast<double>());
        Assert.Equal(late.Covariance.Cast<double>(), run.Moments.Covariance[1].Cast<double>());
        Assert.Equal(-GapSolver.Solve(model, 4).Eigenvalues[0].Real, run.Functions[1].Values[1]);
        Assert.Equal(run.Functions[1].Values[0], run.Functions[1].Values[1]);
        Assert.InRange(run.Functions[0].Values[1], 1.0 / 256, 1);
        Assert.InRange(run.MeanError(1), 1e-16, 1e-10);

        // Nothing is proven of the purity.
        Assert.Equal(double.PositiveInfinity, run.Functions[0].Errors[1]);

        // The proven error holds against a long run.
        ExactResult longRun = Verified.Solve(model, 4, [80]);
        double distance = MomentComparison.Distance(
            longRun.Moments.Mean[0], longRun.Moments.Covariance[0], late.Mean, late.Covariance);
        output.WriteLine($"off by {distance:E1}, proven error of the covariance {run.CovarianceError(1):E1}");
        Assert.InRange(distance, 0, run.CovarianceError(1) + longRun.CovarianceError(0) + 1e-13);
    }

    /// <summary>A function of the state whose error is not bounded gets no verdict, however right or wrong the claim.</summary>
    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData("0")]
    [InlineData("0.5")]
    public void Without_a_bound_there_is_no_verdict(string claimed)
    {
        Study study = Read(
            "name: s\nmodel: model.yaml\nladder: [2, 3, 4, 6]\ntimes: [stationary]\nquantities: { p: \"purity()\" }\npredictions:\n"
            + $"  - {{ name: c, formulas: {{ p: \"{claimed}\" }}, expect: inconclusive }}\n").Single();
        PredictionFinding finding = StudyRunner.Run(study).Predictions.Single();
        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.All(finding.Elements.Single().Ladder, point => Assert.Contains("no bound", point.DroppedBecause!, StringComparison.Ordinal));
    }

    /// <summary>
    /// A report of a study without finite times has its pages and pictures, decay rates against N among them, and can be read.
    /// </summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_report_needs_no_finite_time()
    {
        Study study = Read(
            "name: s\nmodel: model.yaml\nladder: [2, 3, 4, 5]\ntimes: [stationary]\nquantities: { rate: \"gap()\" }\npredictions:\n"
            + "  - { prediction: covariance-full, expect: confirmed }\n").Single();
        VerifyReport report = new([StudyRunner.Run(study)], SampleReports.Provenance);
        VerifyReport read = VerifyJsonReader.Read(VerifyJson.Render(report), "verify.json");
        Assert.Equal(VerifyJson.Render(report), VerifyJson.Render(read));
        ImmutableArray<ResultFile> files = [.. VerifyFiles.Render(read)];
        Assert.Contains(files, file => file.Name.EndsWith("-gap.svg", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Name.EndsWith("-gap.csv", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Stationary_comes_last()
    {
        InputException error = Assert.ThrowsAny<InputException>(() => Read(
            "name: s\nmodel: model.yaml\nladder: [4, 6, 8, 12]\ntimes: [stationary, 1]\n"
            + "predictions: [{ prediction: mean-field, expect: confirmed }]"));
        Assert.Contains("increasing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_limit_has_a_value_at_infinite_time()
    {
        CollectiveModel model = (HopfieldModels.Patterns(1) with { Beta = 0.5 }).Starting(new(0, 0, 0.5), new(0, 0, -0.5));
        TheoryResult theory = LimitTheory.Solve(model, [1, double.PositiveInfinity], Drift.Full);
        TheoryResult late = LimitTheory.Solve(model, [60], Drift.Full);
        Assert.InRange(
            MomentComparison.Distance(
                theory.Moments.Mean[1], theory.Moments.Covariance[1], late.Moments.Mean[0], late.Moments.Covariance[0]),
            0,
            1e-9);
    }

    private void AssertDrifts(string ladder)
    {
        Study study = Read(
            $"name: s\nmodel: model.yaml\nladder: {ladder}\ntimes: [stationary]\npredictions:\n"
            + "  - { prediction: mean-field, expect: confirmed }\n"
            + "  - { prediction: covariance-full, expect: confirmed }\n"
            + "  - { prediction: covariance-printed, expect: refuted }\n").Single();
        StudyFinding finding = StudyRunner.Run(study);
        foreach (PredictionFinding prediction in finding.Predictions)
        {
            output.WriteLine($"{prediction.Prediction}: {prediction.Verdict}, {prediction.Reason}");
        }

        Assert.Equal(
            [Verdict.Confirmed, Verdict.Confirmed, Verdict.Refuted], finding.Predictions.Select(prediction => prediction.Verdict));

        // What the reader must know, and no "Infinity" in words.
        Assert.Contains(finding.Notes, note => note.Contains("proven by adjoint equations", StringComparison.Ordinal));
        Assert.All(finding.Predictions, each => Assert.DoesNotContain("Infinity", each.Reason, StringComparison.Ordinal));
    }
}
