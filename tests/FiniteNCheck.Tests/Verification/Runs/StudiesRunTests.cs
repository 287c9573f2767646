using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Reporting;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;
using FiniteNCheck.Verification.Sweeps;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Runs;

[Trait("Kind", "Unit")]
public sealed class StudiesRunTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    public void The_findings_are_those_of_a_study_run_alone(bool inDirectory, int jobs)
    {
        Fakes fakes = new();
        StudyFinding alone = fakes.Run();
        StudiesRun run = new(
            [fakes.Study], new RunOptions { Jobs = jobs, Directory = inDirectory ? folder.Open().Directory : null }, fakes.Solvers());
        run.Compute();

        Assert.Equal(Json(alone), Json(Assert.Single(run.Judge())));
        Assert.Equal(inDirectory ? 7 : 0, inDirectory ? folder.Points.Length : 0);
    }

    [Fact]
    public void A_rerun_computes_only_what_is_missing_and_gives_the_same()
    {
        ConcurrentBag<int> computed = [];
        Fakes fakes = new() { BeforeExact = computed.Add };
        StudyFinding first = folder.Run(fakes)[0];
        File.Delete(folder.Points[2]);
        computed.Clear();
        StudyFinding second = folder.Run(fakes)[0];

        Assert.Single(computed);
        Assert.Equal(Json(first), Json(second));
    }

    [Fact]
    public void Points_that_two_studies_share_are_computed_once()
    {
        ConcurrentBag<int> computed = [];
        Fakes fakes = new() { BeforeExact = computed.Add };
        StudiesRun run = new(
            [fakes.Study, fakes.Study with { Name = "longer", Ladder = [.. fakes.Study.Ladder, 64] }], folder.Open(), fakes.Solvers());
        run.Compute();

        Assert.Equal([6, 8, 12, 16, 24, 32, 48, 64], computed.Order());
        Assert.All(run.Judge(), finding => Assert.Equal(Outcome.AsExpected, finding.Outcome));
    }

    [Fact]
    public void What_determines_the_numbers_determines_the_name_and_nothing_else_does()
    {
        Fakes fakes = new();
        Study study = fakes.Study;
        string IdOf(Study changed, StudyOptions? options = null) =>
            RunPlan.Create([changed], options, only: null, fakes.Solvers()).Points[0].Id;
        string id = IdOf(study);

        Assert.True(RunPlan.IsId(id));
        Assert.Equal(id, IdOf(study with { Name = "other", Resolution = 0.5, Predictions = [study.Predictions[0]] }));
        Assert.Equal(id, IdOf(study, new StudyOptions { Threads = 7, MemoryLimit = 1_000_000_000 }));
        Assert.Equal(id, IdOf(study with { Model = study.Model with { Name = "other" } }));
        Study[] others =
        [
            study with { Ladder = [7, 8, 12, 16] },
            study with { Times = [0.5, 2.0000000000000004] },
            study with { Tolerance = 1e-11 },
            study with { Method = SolutionMethod.Window },
            study with { Model = study.Model.Pauli() with { Fields = [new PauliVector(0, 0, 1e-300)] } },
            study with { Model = study.Model with { Initial = new ProductState([new PauliVector(0, 0, 0.5)]) } },
            study with { Model = study.Model.Pauli() with { Jumps = [study.Model.Pauli().Jumps[0] with { OwnSite = false }] } },
        ];
        Assert.Equal(others.Length + 1, others.Select(other => IdOf(other)).Append(id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_failed_point_keeps_its_error_and_stops_no_other()
    {
        Fakes sound = new();
        Fakes broken = sound with
        {
            BeforeExact = n =>
            {
                if (n == 12)
                {
                    throw new InputException("no such thing at n = 12. Take another.");
                }
            },
        };
        StudyFinding finding = folder.Run(broken)[0];

        Assert.Equal(6, folder.Points.Length);
        Assert.Equal(Outcome.AsExpected, finding.Outcome);
        Assert.Equal(new MissingSize(12, 12, "no such thing at n = 12. Take another."), Assert.Single(finding.Missing));
        Assert.Equal(
            "1 of 7 sizes have no result (n = 12: no such thing at n = 12. Take another); the verdicts rest on the others. "
            + "--retry tries again what failed.",
            Assert.Single(finding.Notes));
        Assert.Contains("fake, n = 12 failed", Assert.Single(folder.Warnings), StringComparison.Ordinal);
        RunStatus status = RunDirectory.OpenExisting(folder.Path).Status();
        Assert.Equal((6, 1, 0), (status.Count(PointState.Done), status.Count(PointState.Failed), status.Count(PointState.Missing)));

        // Not tried again unless that is asked for.
        Assert.Single(folder.Run(sound)[0].Missing);
        Assert.Empty(folder.Run(sound, options => options with { RetryFailed = true })[0].Missing);
        Assert.Equal(0, RunDirectory.OpenExisting(folder.Path).Status().Count(PointState.Failed));
    }

    /// <summary>The case of the issue: the largest sizes of a ladder fail, four are left.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_succeeded_is_judged_and_what_failed_is_named(bool inDirectory)
    {
        Fakes fakes = new()
        {
            BeforeExact = n =>
            {
                if (n > 16)
                {
                    throw new InputException("the window outgrows the memory. Take a smaller n.");
                }
            },
        };
        StudiesRun run = new(
            [fakes.Study], folder.Open(options => inDirectory ? options : options with { Directory = null }), fakes.Solvers());
        run.Compute();
        StudyFinding finding = Assert.Single(run.Judge());
        StudiesRun shorter = new([fakes.Study with { Ladder = [6, 8, 12, 16] }], new RunOptions(), fakes.Solvers());
        shorter.Compute();
        StudyFinding four = Assert.Single(shorter.Judge());

        Assert.Equal(
            four.Predictions.Select(prediction => (prediction.Verdict, prediction.Reason)),
            finding.Predictions.Select(prediction => (prediction.Verdict, prediction.Reason)));
        Assert.Equal(Verdict.Refuted, finding.Predictions[2].Verdict);
        Assert.All(finding.Predictions.SelectMany(prediction => prediction.Elements), element => Assert.Equal(4, element.Ladder.Length));
        Assert.Equal(fakes.Study.Ladder.AsEnumerable(), finding.Ladder);
        Assert.Equal([24, 32, 48], finding.Missing.Select(size => size.N));
        Assert.Equal(
            "3 of 7 sizes have no result (n = 24, 32, 48: the window outgrows the memory. Take a smaller n); "
            + "the verdicts rest on the others."
            + (inDirectory ? " --retry tries again what failed." : ""),
            finding.Notes[0]);
        VerifyReport report = new([finding], SampleReports.Provenance);
        Assert.Contains("\"missing\": [\n        {\n          \"n\": 24,", Json(finding), StringComparison.Ordinal);
        Assert.Equal(Json(finding), VerifyJson.Render(VerifyJsonReader.Read(Json(finding), "itself")));
        Assert.Contains(
            ",missing,32,32,,,,,the window outgrows the memory. Take a smaller n.\n", VerifyCsv.Render(report), StringComparison.Ordinal);
        Assert.All(
            [
                VerifyTable.Render(report, TextStyle.Plain),
                VerifyMarkdown.Render(report),
                VerifyLatex.Render(report),
                .. VerifyFiles
                    .Render(report)
                    .Where(file => file.Name.EndsWith(".html", StringComparison.Ordinal))
                    .Select(file => Encoding.UTF8.GetString(file.Content.Span)),
            ],
            page => Assert.Contains("6, 8, 12, 16, 24, 32, 48 (no result at 24, 32, 48)", page, StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_sweep_the_cells_whose_sizes_failed_are_named()
    {
        Fakes fakes = new()
        {
            BeforeExact = n =>
            {
                if (n == 48)
                {
                    throw new InputException("it does not fit.");
                }
            },
        };
        StudiesRun run = new(
            [.. Enumerable.Range(0, 2).Select(i => fakes.Study with { Cell = new SweepCell("sweep", [new SweepParameter("field", i)]) })],
            folder.Open(),
            fakes.Solvers());
        run.Compute();
        VerifyReport report = new(run.Judge(), SampleReports.Provenance);

        Assert.Equal([Outcome.AsExpected, Outcome.AsExpected], report.Studies.Select(finding => finding.Outcome));
        Assert.All(
            [
                VerifyTable.Render(report, TextStyle.Plain),
                VerifyMarkdown.Render(report),
                VerifyLatex.Render(report),
                .. VerifyFiles
                    .Render(report)
                    .Where(file => file.Name.EndsWith(".html", StringComparison.Ordinal))
                    .Select(file => Encoding.UTF8.GetString(file.Content.Span)),
            ],
            page => Assert.Contains("No result at field = 1, N = 48: it does not fit.", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(12, "3 of 3 sizes can be used")]
    [InlineData(0, "7 of 7 sizes have no result")]
    public void Too_few_sizes_decide_nothing(int largest, string says)
    {
        Fakes fakes = new() { BeforeExact = n => { if (n > largest) { throw new ArithmeticException("it overflows."); } } };
        StudyFinding finding = folder.Run(fakes)[0];

        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
        Assert.All(finding.Predictions, prediction => Assert.Contains(says, prediction.Reason, StringComparison.Ordinal));
        Assert.Equal(largest > 0, !finding.Predictions[0].Elements.IsEmpty);
        Assert.Equal(finding.Missing.Select(size => size.N), fakes.Run().Missing.Select(size => size.N));
    }

    [Fact]
    public void A_theory_that_cannot_be_computed_leaves_that_study_open_and_no_other()
    {
        Fakes fakes = new();
        StudySolvers sound = fakes.Solvers();
        StudySolvers solvers = sound with
        {
            Theory = (model, times, drift, token) =>
                model.Name is "lost"
                    ? throw new InputException("the flow cannot be integrated.")
                    : sound.Theory(model, times, drift, token),
        };
        StudiesRun run = new(
            [fakes.Study, fakes.Study with { Name = "other", Model = fakes.Study.Model with { Name = "lost" } }], folder.Open(), solvers);
        run.Compute();
        ImmutableArray<StudyFinding> findings = run.Judge();

        Assert.Equal([Outcome.AsExpected, Outcome.Inconclusive], findings.Select(finding => finding.Outcome));
        Assert.Equal("the flow cannot be integrated.", findings[1].Predictions[0].Reason);
    }

    [Fact]
    public void No_jobs_compute_nothing()
    {
        StudyFinding finding = folder.Run(new Fakes { BeforeExact = _ => Assert.Fail("computed") }, options => options with { Jobs = 0 })[
            0
        ];

        Assert.Contains(
            "7 of 7 sizes have no result (n = 6, 8, 12, 16, 24, 32, 48: not computed yet)",
            finding.Predictions[0].Reason,
            StringComparison.Ordinal);
        Assert.Equal(7, RunDirectory.OpenExisting(folder.Path).Status().Count(PointState.Missing));
    }

    [Fact]
    public void Only_the_points_asked_for_are_computed_and_unknown_ones_are_refused()
    {
        Fakes fakes = new();
        RunPlan plan = RunPlan.Create([fakes.Study], null, only: null, fakes.Solvers());
        folder.Run(fakes, options => options with { Only = [plan.Points[1].Id, plan.Points[4].Id] });

        Assert.Equal(
            new[] { plan.Points[1].Id, plan.Points[4].Id }.Order(StringComparer.Ordinal),
            folder.Points.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        InputException error = Assert.Throws<InputException>(() =>
            folder.Run(fakes, options => options with { Only = [new string('0', 32)] }));
        Assert.Contains("study, model or program have changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_keeps_what_is_finished()
    {
        using CancellationTokenSource stop = new();
        int started = 0;
        Fakes fakes = new() { BeforeExact = _ => { if (Interlocked.Increment(ref started) == 4) { stop.Cancel(); } } };
        StudiesRun run = new([fakes.Study], folder.Open(options => options with { Jobs = 1 }), fakes.Solvers());

        Assert.ThrowsAny<OperationCanceledException>(() => run.Compute(progress: null, stop.Token));
        Assert.Equal(3, folder.Points.Length);
    }

    [Fact]
    public void A_cell_without_an_initial_state_stops_no_other_cell_but_a_study_alone_is_refused()
    {
        Fakes fakes = new();
        StudySolvers solvers = fakes.Solvers() with
        {
            ResolveInitialState = (model, _) =>
                model.Name is "lost" ? throw new InputException("there is no such fixed point. Start elsewhere.") : model,
        };
        Study lost = fakes.Study with { Model = fakes.Study.Model.Pauli() with { Name = "lost", Fields = [new PauliVector(1, 0, 0)] } };
        SweepCell Cell(double value) => new("sweep", [new SweepParameter("field", value)]);
        StudiesRun run = new([fakes.Study with { Cell = Cell(0) }, lost with { Cell = Cell(1) }], folder.Open(), solvers);
        run.Compute();
        ImmutableArray<StudyFinding> findings = run.Judge();

        Assert.Equal([Outcome.AsExpected, Outcome.Inconclusive], findings.Select(finding => finding.Outcome));
        Assert.Contains("there is no such fixed point", findings[1].Notes[0], StringComparison.Ordinal);
        Assert.Single(folder.Warnings);
        Assert.Throws<InputException>(() => new StudiesRun([lost], folder.Open(), solvers));
    }

    [Fact]
    public async Task Two_runs_on_one_directory_share_the_work()
    {
        ConcurrentBag<int> computed = [];
        Fakes fakes = new() { BeforeExact = n => { computed.Add(n); Thread.Sleep(30); } };
        StudyFinding[] findings = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => folder.Run(fakes)[0])));

        Assert.Equal([6, 8, 12, 16, 24, 32, 48], computed.Order());
        Assert.Equal(Json(findings[0]), Json(findings[1]));
    }

    public void Dispose() => folder.Dispose();

    private static string Json(StudyFinding finding) => VerifyJson.Render(new VerifyReport([finding], SampleReports.Provenance));
}
