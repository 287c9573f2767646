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
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Tests.Docs;

/// <summary>Reads and checks what the real program reads, and computes nothing: for command lines that take too long to be run.</summary>
internal sealed class DryBackend : IBackend
{
    private readonly Backend real = new();
    private readonly FakeBackend fake = new();

    public ImmutableArray<BundledStudy> BundledStudies => real.BundledStudies;

    public Paper Paper => real.Paper;

    public ImmutableArray<string> BundledLedgers => real.BundledLedgers;

    public Paper LoadLedger(string nameOrPath) => real.LoadLedger(nameOrPath);

    public SymmetricModel LoadModel(string path, ImmutableArray<ModelSetting> settings) => real.LoadModel(path, settings);

    public SymmetricModel ResolveInitialState(SymmetricModel model, CancellationToken cancellationToken) =>
        real.ResolveInitialState(model, cancellationToken);

    public ExactPlan PlanExact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        CancellationToken cancellationToken) => fake.PlanExact(model, n, times, options, cancellationToken);

    public ExactResult SolveExact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => fake.SolveExact(model, n, times, options, progress, cancellationToken);

    public SteadyResult SolveSteady(
        CollectiveModel model,
        int n,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken) => fake.SolveSteady(model, n, options, progress, cancellationToken);

    public GapResult SolveGap(
        CollectiveModel model,
        int n,
        int modes,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken) => fake.SolveGap(model, n, modes, options, progress, cancellationToken);

    public TwoTimeSeries SolveTwoTime(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        bool isStationary,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => fake.SolveTwoTime(model, n, times, options, isStationary, progress, cancellationToken);

    public WeylSeries SolveWeyl(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        WeylTriple triple,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => fake.SolveWeyl(model, n, times, triple, options, progress, cancellationToken);

    public TheoryResult SolveTheory(SymmetricModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken) =>
        fake.SolveTheory(model, times, drift, cancellationToken);

    public CorrectionResult SolveCorrections(CollectiveModel model, IReadOnlyList<double> times, CancellationToken cancellationToken) =>
        fake.SolveCorrections(model, times, cancellationToken);

    public ImmutableArray<Study> LoadBundledStudy(string name, StudyChanges changes) => real.LoadBundledStudy(name, changes);

    public ImmutableArray<Study> LoadStudyFile(string path, StudyChanges changes) => real.LoadStudyFile(path, changes);

    public StudiesRun PlanStudies(
        ImmutableArray<Study> studies,
        RunOptions options,
        IProgress<StudyProgress> progress,
        CancellationToken cancellationToken) => real.PlanStudies(studies, options, progress, cancellationToken);

    public ImmutableArray<StudyFinding> RunStudies(
        StudiesRun run,
        IProgress<StudyProgress> progress,
        CancellationToken cancellationToken) => fake.RunStudies(run, progress, cancellationToken);

    public SlurmWork PlanPoints(
        ImmutableArray<Study> studies,
        RunOptions options,
        IProgress<StudyProgress> progress,
        CancellationToken cancellationToken) => real.PlanPoints(studies, options, progress, cancellationToken);

    /// <summary>A program that takes every job.</summary>
    public string? FindProgram(string name) => "echo";

    public ImmutableArray<MachineFact> ProbeMachine(CancellationToken cancellationToken) => fake.ProbeMachine(cancellationToken);

    public ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims,
        Effort effort,
        int threads,
        bool allowCommands,
        IProgress<ClaimProgress> progress,
        CancellationToken cancellationToken) =>
        fake.CheckClaims(
            [.. claims.Select(claim => Samples.Claim(claim.Id, claim.Expected, claim.Expected))],
            effort,
            threads,
            allowCommands,
            progress,
            cancellationToken);

    public FigureSet ComputeFigures(FigureRequest request, IProgress<FigureProgress> progress, CancellationToken cancellationToken) =>
        fake.ComputeFigures(request, progress, cancellationToken);

    public ReferenceFile GenerateReference(
        ReferenceSets sets, ReferenceSet wanted, int threads, IProgress<StudyProgress> progress, CancellationToken cancellationToken) =>
        fake.GenerateReference(sets, wanted, threads, progress, cancellationToken);
}
