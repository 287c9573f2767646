using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Cli;

/// <summary>The real computations.</summary>
internal sealed class Backend : IBackend
{
    /// <inheritdoc/>
    public ImmutableArray<BundledStudy> BundledStudies => [];

    /// <inheritdoc/>
    public CollectiveModel LoadModel(string path) => ModelFile.Load(path);

    /// <inheritdoc/>
    public CollectiveModel ResolveInitialState(CollectiveModel model) => LimitTheory.ResolveInitialState(model);

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
    public StudyRun LoadStudy(string path, int threads) => throw new NotSupportedException("In work.");
}
