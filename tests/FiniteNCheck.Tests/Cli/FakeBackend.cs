using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Cli;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Tests.Cli;

/// <summary>A backend that computes nothing: the command line is tested on numbers chosen for their awkwardness.</summary>
internal sealed class FakeBackend : IBackend
{
    /// <summary>Set by any call that would start a computation.</summary>
    public bool Ran { get; private set; }

    public CollectiveModel Model { get; init; } = Samples.Model;

    public Func<ExactResult>? Exact { get; init; }

    public Func<StudyFinding>? Study { get; init; }

    public double ChangeReference { get; init; }

    public ImmutableArray<BundledStudy> BundledStudies { get; init; } =
        [new("paramagnetic", true), new("retrieval", true), new("zero-field", false)];

    public ImmutableArray<Claim> Claims { get; init; } = Samples.Claims;

    public Action? DuringClaims { get; init; }

    /// <summary>Whether the last run of claims was a full one.</summary>
    public bool? FullClaims { get; private set; }

    public Action? DuringFigures { get; init; }

    /// <summary>What the last run of figures was asked for.</summary>
    public FigureRequest? Figures { get; private set; }

    public CollectiveModel LoadModel(string path) => Model;

    public CollectiveModel ResolveInitialState(CollectiveModel model, CancellationToken cancellationToken) => model;

    public ExactPlan PlanExact(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options) =>
        new(SolutionMethod.Full, "the state is small", new RunEstimate(10, 1000, 1_000_000, 1), null);

    public ExactResult SolveExact(
        CollectiveModel model,
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

    public TheoryResult SolveTheory(CollectiveModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken)
    {
        Ran = true;
        cancellationToken.ThrowIfCancellationRequested();
        return Samples.Theory(times, drift);
    }

    public StudyRun LoadBundledStudy(string name, bool large, int threads) => RunOf(name);

    public StudyRun LoadStudyFile(string path, bool large, int threads) => RunOf(Path.GetFileNameWithoutExtension(path));

    /// <summary>The checks of made-up claims compute nothing, so that the real runner goes through them.</summary>
    public ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims, bool full, int threads, IProgress<ClaimProgress> progress, CancellationToken cancellationToken)
    {
        Ran = true;
        FullClaims = full;
        DuringClaims?.Invoke();
        return ClaimRunner.Run(claims, full, threads, progress, cancellationToken);
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
            Table = new ReferenceTable(stored.Table.Columns, stored.Table.Rows.Select(row => (IReadOnlyList<double>)[.. row.Select((value, index) =>
                stored.Table.Columns[index].IsKey ? value : value + ChangeReference)])),
        };
    }

    private StudyRun RunOf(string name) => (progress, cancellationToken) =>
    {
        Ran = true;
        progress.Report(new StudyProgress(name, "n = 20", 0.5));
        cancellationToken.ThrowIfCancellationRequested();
        return Study?.Invoke() ?? Samples.Study(name);
    };
}
