using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification.Runs;

/// <summary>The points that studies need, without duplicates, with estimates of their cost.</summary>
public sealed class RunPlan
{
    private readonly ImmutableArray<ImmutableArray<RunPoint>> ladders;

    private RunPlan(ImmutableArray<ImmutableArray<RunPoint>> ladders)
    {
        this.ladders = ladders;
        Points = [.. ladders.SelectMany(ladder => ladder).DistinctBy(point => point.Id, StringComparer.Ordinal)];
    }

    /// <summary>The points, in the order of the studies and sizes.</summary>
    public ImmutableArray<RunPoint> Points { get; }

    /// <summary>Whether a text has the form of a point's id.</summary>
    /// <param name="text">The text.</param>
    public static bool IsId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PointIdentity.IsId(text);
    }

    /// <summary>The points of one study, smallest size first.</summary>
    /// <param name="study">The index of the study.</param>
    internal ImmutableArray<RunPoint> LadderOf(int study) => ladders[study];

    /// <summary>Plans studies: identifies their points and estimates the cost.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="only">The ids of the points whose cost is wanted; <see langword="null"/> for all.</param>
    /// <param name="solvers">The solvers; <see langword="null"/> for the real ones.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="InputException">A study or its model is invalid.</exception>
    public static RunPlan Create(
        ImmutableArray<Study> studies,
        StudyOptions? options = null,
        ImmutableHashSet<string>? only = null,
        StudySolvers? solvers = null,
        IProgress<StudyProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new StudyOptions();
        solvers ??= StudySolvers.Default;
        var planned = new ImmutableArray<RunPoint>[studies.Length];
        int done = 0;
        CheckedParallel.For<InputException>(
            studies.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = options.ThreadCount },
            i =>
            {
                planned[i] = Ladder(StudyValidation.Check(studies[i]), options, only, solvers, cancellationToken);
                progress?.Report(new StudyProgress(studies[i].Name, "estimates", (double)Interlocked.Increment(ref done) / studies.Length));
            });
        return new RunPlan([.. planned]);
    }

    private static ImmutableArray<RunPoint> Ladder(
        Study study, StudyOptions options, ImmutableHashSet<string>? only, StudySolvers solvers, CancellationToken cancellationToken)
    {
        ExactOptions exact = options.ForExact(study) with { Threads = 1 };
        string json = ModelJson.Serialize(study.Model);
        ImmutableArray<PointIdentity> identities = [.. study.Ladder.Select(n => PointIdentity.Compute(json, n, study.Times, exact))];
        bool[] asked = [.. identities.Select(identity => only?.Contains(identity.Id) != false)];
        SymmetricModel? model = asked.Contains(true) ? Resolve(study, solvers, cancellationToken) : null;
        return
        [
            .. study.Ladder.Select((n, i) =>
            {
                RunEstimate? estimate =
                    asked[i] && model is not null ? Estimate(study, model, n, exact, solvers, cancellationToken) : null;
                return new RunPoint(study.Name, study.Model, n, study.Times, exact, identities[i], model, estimate);
            }),
        ];
    }

    /// <summary>
    /// Estimates the cost of a size. A study outside a sweep is refused if a size does not fit; in a sweep only that point fails.
    /// </summary>
    private static RunEstimate Estimate(
        Study study, SymmetricModel model, int n, ExactOptions options, StudySolvers solvers, CancellationToken cancellationToken)
    {
        ExactPlan plan = solvers.Plan(model, n, study.Times, options, cancellationToken);
        if (study.Cell is null)
        {
            plan.Require(model, n, options.AllowLong);
        }

        return plan.Taken;
    }

    /// <summary>
    /// Resolves the initial state. In a sweep, <see langword="null"/> if there is none: that study fails when it runs, and stops no other.
    /// </summary>
    private static SymmetricModel? Resolve(Study study, StudySolvers solvers, CancellationToken cancellationToken)
    {
        try
        {
            return solvers.ResolveInitialState(study.Model, cancellationToken);
        }
        catch (InputException) when (study.Cell is not null)
        {
            return null;
        }
    }
}
