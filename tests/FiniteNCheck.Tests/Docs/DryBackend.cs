using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Cli;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Tests.Docs;

/// <summary>Reads and checks what the real program reads, and computes nothing: for command lines that take too long to be run.</summary>
internal sealed class DryBackend : IBackend
{
    private readonly Backend real = new();
    private readonly FakeBackend fake = new();

    public ImmutableArray<BundledStudy> BundledStudies => real.BundledStudies;

    public ImmutableArray<Claim> Claims => real.Claims;

    public CollectiveModel LoadModel(string path) => real.LoadModel(path);

    public CollectiveModel ResolveInitialState(CollectiveModel model, CancellationToken cancellationToken) => real.ResolveInitialState(model, cancellationToken);

    public ExactPlan PlanExact(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options) => fake.PlanExact(model, n, times, options);

    public ExactResult SolveExact(
        CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options, IProgress<ExactProgress> progress, CancellationToken cancellationToken) =>
        fake.SolveExact(model, n, times, options, progress, cancellationToken);

    public TheoryResult SolveTheory(CollectiveModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken) =>
        fake.SolveTheory(model, times, drift, cancellationToken);

    public StudyRun LoadBundledStudy(string name, bool large, int threads)
    {
        _ = real.LoadBundledStudy(name, large, threads);
        return fake.LoadBundledStudy(name, large, threads);
    }

    public StudyRun LoadStudyFile(string path, bool large, int threads)
    {
        _ = real.LoadStudyFile(path, large, threads);
        return fake.LoadStudyFile(path, large, threads);
    }

    public ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims, bool full, int threads, IProgress<ClaimProgress> progress, CancellationToken cancellationToken) =>
        fake.CheckClaims([.. claims.Select(claim => Samples.Claim(claim.Id, claim.Expected, claim.Expected))], full, threads, progress, cancellationToken);

    public FigureSet ComputeFigures(FigureRequest request, IProgress<FigureProgress> progress, CancellationToken cancellationToken) =>
        fake.ComputeFigures(request, progress, cancellationToken);

    public ReferenceFile GenerateReference(
        ReferenceSets sets, ReferenceSet wanted, int threads, IProgress<StudyProgress> progress, CancellationToken cancellationToken) =>
        fake.GenerateReference(sets, wanted, threads, progress, cancellationToken);
}
