using System.Collections.Immutable;
using System.Reflection;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Verification.Reference;

/// <summary>Computes reference sets.</summary>
public static class ReferenceGenerator
{
    /// <summary>Computes a set with the exact engine, the limit theory or the Gibbs closed form.</summary>
    /// <param name="sets">The folder that the set belongs to.</param>
    /// <param name="set">The set.</param>
    /// <param name="threads">Number of threads; 0 for all cores. The numbers do not depend on it.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The model file is unsuitable for the set.</exception>
    public static ReferenceFile Generate(
        ReferenceSets sets,
        ReferenceSet set,
        int threads = 0,
        IProgress<StudyProgress>? progress = null,
        CancellationToken cancellationToken = default) => Generate(sets, set, StudySolvers.Default, threads, progress, cancellationToken);

    /// <summary>Computes a set with given solvers.</summary>
    /// <param name="sets">The folder that the set belongs to.</param>
    /// <param name="set">The set.</param>
    /// <param name="solvers">The solvers.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The model file is unsuitable for the set.</exception>
    public static ReferenceFile Generate(
        ReferenceSets sets,
        ReferenceSet set,
        StudySolvers solvers,
        int threads,
        IProgress<StudyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(solvers);
        string path = Path.Combine(sets.Folder, set.Model);
        CollectiveModel model = (CollectiveModel)solvers.ResolveInitialState(ModelFile.Load(path), cancellationToken);
        Numbers numbers = set.Kind switch
        {
            ReferenceKind.Exact => Exact(set, model, solvers, threads, progress, cancellationToken),
            ReferenceKind.Limit => Limit(set, model, solvers, cancellationToken),
            _ => Gibbs(set, model, cancellationToken),
        };
        ReferenceOrigin origin = new()
        {
            Model = set.Model,
            ModelHash = ReferenceFileText.Hash(File.ReadAllBytes(path)),
            Initial = model.Initial is ProductState start
                ? start.Bloch
                : throw new InputException($"{path}: the initial state is not resolved. Give Bloch vectors."),
            Drift = set.Drift,
            Sizes = set.Sizes,
            Times = set.Times,
            Method = numbers.Method,
            Tolerance = numbers.Tolerance,
            Achieved = numbers.Achieved,
            Generator = $"finitencheck {Version()}",
            Command = $"finitencheck reference regenerate {set.Name}",
        };
        double[][] keys = ReferenceColumns.Grid(set.Kind, set.Sizes, set.Times);
        ReferenceTable table = new(
            ReferenceColumns.With(
                set.Kind, model.ObservableNames, set.Quantities.Select(quantity => quantity.Name), set.Tolerance),
            keys.Zip(numbers.Rows, (key, row) => (IReadOnlyList<double>)[.. key, .. row]));
        return new ReferenceFile(set.Name, set.Purpose, set.Kind, origin, table);
    }

    private static Numbers Exact(
        ReferenceSet set,
        SymmetricModel model,
        StudySolvers solvers,
        int threads,
        IProgress<StudyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ExactOptions options = new()
        {
            Tolerance = set.IntegratorTolerance,
            Functions = [.. set.Quantities.SelectMany(quantity => quantity.Functions).Distinct()],
        };
        ImmutableArray<RunPoint> points = [.. set.Sizes.Select(n => RunPoint.Plan(set.Name, model, n, [.. set.Times], options, solvers))];
        PointsRun run = new(points, new RunOptions { Study = new StudyOptions { Threads = threads }, Jobs = 1 }, solvers);
        run.Compute(progress, cancellationToken);
        if (run.FindFailures().FirstOrDefault() is { } failure)
        {
            throw new InputException($"{failure.Point}: {failure.Error}");
        }

        ExactResult[] results = [.. points.Select(point => run.Find(point)!)];
        return new Numbers(
            [
                .. results.SelectMany(result => Rows(result.Moments).Select((row, time) =>
                    (double[])[.. row, .. set.Quantities.Select(quantity => quantity.Read(model, result, time).Value)])),
            ],
            string.Join(" | ", results.Select(result => result.Method).Distinct(StringComparer.Ordinal)),
            set.IntegratorTolerance,
            results.Max(result => result.Checks.Max(check => check.Error)));
    }

    private static Numbers Limit(ReferenceSet set, SymmetricModel model, StudySolvers solvers, CancellationToken cancellationToken)
    {
        TheoryResult result = solvers.Theory(model, set.Times, set.Drift ?? Drift.Full, cancellationToken);
        return new Numbers(
            [.. Rows(result.Moments)],
            "mean field (22) and covariance (50) along it, implicit Runge-Kutta",
            LimitTheory.LocalTolerance,
            Math.Max(result.MeanError, result.CovarianceError));
    }

    private static Numbers Gibbs(ReferenceSet set, CollectiveModel model, CancellationToken cancellationToken)
    {
        List<GibbsResult> results = [];
        foreach (int n in set.Sizes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(GibbsMoments.Compute(model, n));
        }

        return new Numbers(
            [.. results.Select(result => ReferenceColumns.Flatten(result.Mean, result.Covariance).ToArray())],
            "stationary distribution by detailed balance, sum over all magnetisations",
            0,
            results.Max(result => result.Error));
    }

    private static IEnumerable<double[]> Rows(MomentSeries moments) =>
        moments.Mean.Zip(moments.Covariance, (mean, covariance) => ReferenceColumns.Flatten(mean, covariance).ToArray());

    /// <summary>The version without the commit, so that a commit that changes no number changes no file.</summary>
    private static string Version() =>
        typeof(ReferenceGenerator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "unknown";

    private sealed record Numbers(ImmutableArray<double[]> Rows, string Method, double Tolerance, double Achieved);
}
