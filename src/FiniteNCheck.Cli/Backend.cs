using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Cli;

/// <summary>The real computations.</summary>
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
    public ImmutableArray<Claim> Claims => PaperClaims.All;

    /// <inheritdoc/>
    public CollectiveModel LoadModel(string path) => ModelFile.Load(path);

    /// <inheritdoc/>
    public CollectiveModel ResolveInitialState(CollectiveModel model, CancellationToken cancellationToken) => LimitTheory.ResolveInitialState(model, cancellationToken);

    /// <inheritdoc/>
    public ExactPlan PlanExact(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options) =>
        ExactSolver.Plan(model, n, times, options);

    /// <inheritdoc/>
    public ExactResult SolveExact(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken) => ExactSolver.Solve(model, n, times, options, progress, cancellationToken);

    /// <inheritdoc/>
    public TheoryResult SolveTheory(CollectiveModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken) =>
        LimitTheory.Solve(model, times, drift, cancellationToken);

    /// <inheritdoc/>
    public StudyRun LoadBundledStudy(string name, bool large, int threads) => RunOf(Verification.BundledStudies.Load(name), large, threads);

    /// <inheritdoc/>
    public StudyRun LoadStudyFile(string path, bool large, int threads) => RunOf(Study.Load(path), large, threads);

    /// <inheritdoc/>
    public ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims, bool full, int threads, IProgress<ClaimProgress> progress, CancellationToken cancellationToken) =>
        ClaimRunner.Run(claims, full, threads, progress, cancellationToken);

    /// <inheritdoc/>
    public FigureSet ComputeFigures(FigureRequest request, IProgress<FigureProgress> progress, CancellationToken cancellationToken) =>
        FigureSet.Compute(request, progress, cancellationToken);

    /// <inheritdoc/>
    public ReferenceFile GenerateReference(
        ReferenceSets sets, ReferenceSet wanted, int threads, IProgress<StudyProgress> progress, CancellationToken cancellationToken) =>
        ReferenceGenerator.Generate(sets, wanted, threads, progress, cancellationToken);

    private static StudyRun RunOf(Study study, bool large, int threads)
    {
        Study sized = large ? study.AtLargeSizes() : study;
        return (progress, cancellationToken) => StudyRunner.Run(sized, new StudyOptions { Threads = threads }, progress, cancellationToken);
    }
}
