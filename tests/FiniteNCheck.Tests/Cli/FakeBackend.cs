using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Slurm;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Doctor;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Tests.Cli;

/// <summary>A backend that computes nothing: the command line is tested on deliberately awkward numbers.</summary>
internal sealed class FakeBackend : IBackend
{
    /// <summary>Set by any call that would start a computation.</summary>
    public bool Ran { get; private set; }

    public CollectiveModel Model { get; init; } = Samples.Model;

    public Func<ExactResult>? Exact { get; init; }

    public Func<SteadyResult>? Steady { get; init; }

    public Func<StudyFinding>? Study { get; init; }

    public double ChangeReference { get; init; }

    public ImmutableArray<BundledStudy> BundledStudies { get; init; } =
        [new("paramagnetic", true), new("retrieval", true), new("zero-field", false)];

    public ImmutableArray<Claim> Claims { get; init; } = Samples.Claims;

    public Paper Paper => Samples.Paper with { Claims = Claims };

    public ImmutableArray<string> BundledLedgers { get; init; } = ["curie-weiss"];

    public Paper LoadLedger(string nameOrPath) => Paper with { Name = nameOrPath };

    /// <summary>The options of the last run of studies.</summary>
    public RunOptions? Plan { get; private set; }

    public Action? DuringClaims { get; init; }

    /// <summary>Whether the last run of claims was a full one.</summary>
    public bool? FullClaims { get; private set; }

    public Action? DuringFigures { get; init; }

    /// <summary>The request of the last run of figures.</summary>
    public FigureRequest? Figures { get; private set; }

    /// <summary>The points that are still to be computed; <see langword="null"/> for those of the studies.</summary>
    public ImmutableArray<SlurmPoint>? Missing { get; init; }

    /// <summary>How many points failed.</summary>
    public int Failed { get; init; }

    /// <summary>The stand-in for sbatch.</summary>
    public string? Sbatch { get; init; }

    public SymmetricModel LoadModel(string path, ImmutableArray<ModelSetting> settings) => Model;

    public SymmetricModel ResolveInitialState(SymmetricModel model, CancellationToken cancellationToken) => model;

    public ExactPlan PlanExact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        CancellationToken cancellationToken) =>
        new(SolutionMethod.Full, "the state is small", new RunEstimate(10, 1000, 1_000_000, 1), null);

    public ExactResult SolveExact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken)
    {
        Ran = true;
        progress.Report(new ExactProgress(0.5 * times[^1], times[^1], 7));
        cancellationToken.ThrowIfCancellationRequested();
        return Exact?.Invoke() ?? Samples.Exact(n, times);
    }

    public SteadyResult SolveSteady(
        CollectiveModel model,
        int n,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken)
    {
        Ran = true;
        progress.Report(new StationaryProgress(0.5, "half of it"));
        cancellationToken.ThrowIfCancellationRequested();
        return Steady?.Invoke() ?? Samples.Steady(n);
    }

    public GapResult SolveGap(
        CollectiveModel model,
        int n,
        int modes,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken)
    {
        Ran = true;
        cancellationToken.ThrowIfCancellationRequested();
        return Samples.Gap(n, modes);
    }

    public TwoTimeSeries SolveTwoTime(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        bool isStationary,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => Samples.TwoTime(times);

    public WeylSeries SolveWeyl(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        WeylTriple triple,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => Samples.Weyl(times, triple);

    public TheoryResult SolveTheory(SymmetricModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken)
    {
        Ran = true;
        cancellationToken.ThrowIfCancellationRequested();
        return Samples.Theory(times, drift);
    }

    public CorrectionResult SolveCorrections(CollectiveModel model, IReadOnlyList<double> times, CancellationToken cancellationToken)
    {
        Ran = true;
        cancellationToken.ThrowIfCancellationRequested();
        return Samples.Corrections(times);
    }

    public ImmutableArray<Study> LoadBundledStudy(string name, StudyChanges changes) => [StudyOf(name)];

    public ImmutableArray<Study> LoadStudyFile(string path, StudyChanges changes) => [StudyOf(Path.GetFileNameWithoutExtension(path))];

    public StudiesRun PlanStudies(
        ImmutableArray<Study> studies, RunOptions options, IProgress<StudyProgress> progress, CancellationToken cancellationToken)
    {
        Plan = options;
        return new StudiesRun(studies, options, solvers: null, progress, cancellationToken);
    }

    public ImmutableArray<StudyFinding> RunStudies(
        StudiesRun run, IProgress<StudyProgress> progress, CancellationToken cancellationToken) =>
        [
            .. run.Studies.Select(study =>
            {
                Ran = true;
                progress.Report(new StudyProgress(study.Name, "n = 20", 0.5));
                cancellationToken.ThrowIfCancellationRequested();
                return Study?.Invoke() ?? Samples.Study(study.Name);
            }),
        ];

    /// <summary>The plan of the studies, with points made up in place of its own.</summary>
    public SlurmWork PlanPoints(
        ImmutableArray<Study> studies, RunOptions options, IProgress<StudyProgress> progress, CancellationToken cancellationToken)
    {
        RunPlan plan = PlanStudies(studies, options, progress, cancellationToken).Plan;
        return new SlurmWork(
            plan, Missing ?? [.. plan.Points.Select(point => new SlurmPoint(point.Id, point.Seconds, point.Bytes))], Failed);
    }

    public string? FindProgram(string name) => Sbatch;

    public ImmutableArray<MachineFact> ProbeMachine(CancellationToken cancellationToken) =>
        [new("processors", Present: true, "8"), new("Slurm", Present: false, "no sbatch on PATH", "Only 'slurm --submit' needs it.")];

    /// <summary>The checks of made-up claims compute nothing, so that the real runner goes through them.</summary>
    public ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims,
        Effort effort,
        int threads,
        bool allowCommands,
        IProgress<ClaimProgress> progress,
        CancellationToken cancellationToken)
    {
        Ran = true;
        FullClaims = effort == Effort.Full;
        DuringClaims?.Invoke();
        return ClaimRunner.Run(claims, effort, threads, allowCommands, progress, cancellationToken);
    }

    /// <summary>The request with no figures: their computation is tested elsewhere.</summary>
    public FigureSet ComputeFigures(FigureRequest request, IProgress<FigureProgress> progress, CancellationToken cancellationToken)
    {
        Ran = true;
        Figures = request;
        DuringFigures?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return new FigureSet { Request = request with { Figures = [] } };
    }

    /// <summary>What is stored, with the numbers changed by <see cref="ChangeReference"/>.</summary>
    public ReferenceFile GenerateReference(
        ReferenceSets sets, ReferenceSet wanted, int threads, IProgress<StudyProgress> progress, CancellationToken cancellationToken)
    {
        Ran = true;
        progress.Report(new StudyProgress(wanted.Name, "n = 2", 0.5));
        cancellationToken.ThrowIfCancellationRequested();
        ReferenceFile stored = ReferenceFile.Read(sets.VerifiedPath(wanted));
        return stored with
        {
            Table = new ReferenceTable(
                stored.Table.Columns,
                stored.Table.Rows.Select(row =>
                    (IReadOnlyList<double>)
                        [.. row.Select((value, index) => stored.Table.Columns[index].IsKey ? value : value + ChangeReference)])),
        };
    }

    /// <summary>A study of the model; it is planned and never solved.</summary>
    private Study StudyOf(string name) => new()
    {
        Name = name,
        Model = Model,
        Ladder = [2, 4, 6, 8],
        Times = [1],
        Predictions = [new ExpectedPrediction(Prediction.MeanField, Verdict.Confirmed)],
        Large = new LargeLadder([4, 6, 8, 10], Tolerance: null),
    };
}
