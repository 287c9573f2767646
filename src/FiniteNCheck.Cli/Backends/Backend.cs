using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Claims.Ledgers;
using FiniteNCheck.Cli.Slurm;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Doctor;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Theory.Levels;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Backends;

/// <summary>The backend that really computes.</summary>
internal sealed class Backend : IBackend
{
    /// <inheritdoc/>
    public ImmutableArray<BundledStudy> BundledStudies =>
    [
        .. Verification.BundledStudies.Names
            .Select(name => new BundledStudy(name, Verification.BundledStudies.Default.Contains(name, StringComparer.Ordinal)))
            .OrderBy(study => study.IsDefault ? Verification.BundledStudies.Default.IndexOf(study.Name) : int.MaxValue),
    ];

    /// <inheritdoc/>
    public Paper Paper => Ledger.Paper;

    /// <inheritdoc/>
    public ImmutableArray<string> BundledLedgers => FiniteNCheck.Claims.Ledgers.BundledLedgers.Names;

    /// <inheritdoc/>
    public Paper LoadLedger(string nameOrPath) =>
        LedgerReader.Load(BundledLedgers.Contains(nameOrPath, StringComparer.Ordinal) && !File.Exists(nameOrPath)
            ? FiniteNCheck.Claims.Ledgers.BundledLedgers.PathOf(nameOrPath)
            : nameOrPath);

    /// <inheritdoc/>
    public SymmetricModel LoadModel(string path, ImmutableArray<ModelSetting> settings) => ModelFile.LoadAny(path, settings);

    /// <inheritdoc/>
    public SymmetricModel ResolveInitialState(SymmetricModel model, CancellationToken cancellationToken) =>
        SymmetricTheory.ResolveInitialState(model, cancellationToken);

    /// <inheritdoc/>
    public ExactPlan PlanExact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        CancellationToken cancellationToken) => ExactSolver.Plan(model, n, times, options, cancellationToken);

    /// <inheritdoc/>
    public ExactResult SolveExact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => ExactSolver.Solve(model, n, times, options, progress, cancellationToken);

    /// <inheritdoc/>
    public SteadyResult SolveSteady(
        CollectiveModel model,
        int n,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken) => SteadySolver.Solve(model, n, options, progress, cancellationToken);

    /// <inheritdoc/>
    public GapResult SolveGap(
        CollectiveModel model,
        int n,
        int modes,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken) => GapSolver.Solve(model, n, modes, options, progress, cancellationToken);

    /// <inheritdoc/>
    public TwoTimeSeries SolveTwoTime(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        bool isStationary,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => isStationary
            ? TwoTimeSolver.SolveStationary(model, n, times, options, progress, cancellationToken)
            : TwoTimeSolver.Solve(model, n, times, options, progress, cancellationToken);

    /// <inheritdoc/>
    public WeylSeries SolveWeyl(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        WeylTriple triple,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => WeylSolver.Solve(model, n, times, triple, options, progress, cancellationToken);

    /// <inheritdoc/>
    public TheoryResult SolveTheory(SymmetricModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken) =>
        SymmetricTheory.Solve(model, times, drift, cancellationToken);

    /// <inheritdoc/>
    public CorrectionResult SolveCorrections(CollectiveModel model, IReadOnlyList<double> times, CancellationToken cancellationToken) =>
        CorrectionTheory.Solve(model, times, CorrectionDepth.Covariance, cancellationToken);

    /// <inheritdoc/>
    public ImmutableArray<Study> LoadBundledStudy(string name, StudyChanges changes) =>
        Verification.BundledStudies.LoadAll(name, changes);

    /// <inheritdoc/>
    public ImmutableArray<Study> LoadStudyFile(string path, StudyChanges changes) => Study.LoadAll(path, changes);

    /// <inheritdoc/>
    public StudiesRun PlanStudies(
        ImmutableArray<Study> studies, RunOptions options, IProgress<StudyProgress> progress, CancellationToken cancellationToken) =>
        new(studies, options, solvers: null, progress, cancellationToken);

    /// <inheritdoc/>
    public ImmutableArray<StudyFinding> RunStudies(StudiesRun run, IProgress<StudyProgress> progress, CancellationToken cancellationToken)
    {
        run.Compute(progress, cancellationToken);
        return run.Judge(progress, cancellationToken);
    }

    /// <inheritdoc/>
    public SlurmWork PlanPoints(
        ImmutableArray<Study> studies, RunOptions options, IProgress<StudyProgress> progress, CancellationToken cancellationToken)
    {
        StudiesRun run = PlanStudies(studies, options, progress, cancellationToken);
        return new SlurmWork(
            run.Plan,
            [.. run.Missing.Select(point => new SlurmPoint(point.Id, point.Seconds, point.Bytes))],
            options.RetryFailed ? 0 : run.FindFailures().Length);
    }

    /// <inheritdoc/>
    public string? FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public ImmutableArray<MachineFact> ProbeMachine(CancellationToken cancellationToken) =>
        new MachineProbe(FindProgram, cancellationToken).Facts();

    /// <inheritdoc/>
    public ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims,
        Effort effort,
        int threads,
        bool allowCommands,
        IProgress<ClaimProgress> progress,
        CancellationToken cancellationToken) => ClaimRunner.Run(claims, effort, threads, allowCommands, progress, cancellationToken);

    /// <inheritdoc/>
    public FigureSet ComputeFigures(FigureRequest request, IProgress<FigureProgress> progress, CancellationToken cancellationToken) =>
        FigureSet.Compute(request, progress, cancellationToken);

    /// <inheritdoc/>
    public ReferenceFile GenerateReference(
        ReferenceSets sets, ReferenceSet wanted, int threads, IProgress<StudyProgress> progress, CancellationToken cancellationToken) =>
        ReferenceGenerator.Generate(sets, wanted, threads, progress, cancellationToken);
}
