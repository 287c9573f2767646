using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Verdicts;

/// <summary>Exact values between the times of a study: the smallest size, and the largest that takes next to no time.</summary>
internal static class ExactCurves
{
    /// <summary>The longest run that is worth a curve, in seconds of one thread.</summary>
    private const double MaxSeconds = 1.5;

    /// <summary>As many points as a plot can show.</summary>
    private const int MaxPoints = 240;

    /// <summary>Solves the sizes.</summary>
    /// <param name="study">The study.</param>
    /// <param name="model">Its model, with the initial state resolved.</param>
    /// <param name="finding">The finding, whose predicted curves tell the times that are needed.</param>
    /// <param name="options">The options of the exact engine.</param>
    /// <param name="solvers">The solvers.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ImmutableArray<ExactCurve> Solve(
        Study study,
        SymmetricModel model,
        StudyFinding finding,
        ExactOptions options,
        StudySolvers solvers,
        CancellationToken cancellationToken)
    {
        ImmutableArray<double> times = TimesOf(finding, study.Times[^1]);
        int[] quick =
        [
            .. study.Ladder.Where(n => solvers.Plan(model, n, times, options, cancellationToken).Taken.Seconds <= MaxSeconds),
        ];
        return
        [
            .. new[] { quick.FirstOrDefault(), quick.LastOrDefault() }
                .Where(n => n > 0)
                .Distinct()
                .Select(n => Read(model, solvers.Exact(model, n, times, options, null, cancellationToken))),
        ];
    }

    private static ImmutableArray<double> TimesOf(StudyFinding finding, double last)
    {
        IEnumerable<double> all = finding.Predictions.SelectMany(prediction => prediction.Curve.Times);
        double[] curve = [.. all.Where(time => time > 0).Distinct().Order()];
        return curve.Length is > 0 and <= MaxPoints
            ? [.. curve]
            : [.. Enumerable.Range(1, MaxPoints).Select(i => last * i / MaxPoints)];
    }

    private static ExactCurve Read(SymmetricModel model, ExactResult result)
    {
        ImmutableArray<string> names = model.ObservableNames;
        (int A, int B)[] pairs =
        [
            .. Enumerable.Range(0, names.Length).SelectMany(a => Enumerable.Range(a, names.Length - a).Select(b => (a, b))),
        ];
        return new ExactCurve(
            result.N,
            result.Spins.Sum(),
            new PredictedCurve(
                result.Moments.Times,
                [
                    .. result.Moments.Times.Select((_, t) => (ImmutableArray<double>)
                    [
                        .. result.Moments.Mean[t],
                        .. pairs.Select(pair => result.Moments.Covariance[t][pair.A, pair.B]),
                    ]),
                ])
            {
                Names = [.. names, .. pairs.Select(pair => $"{names[pair.A]},{names[pair.B]}")],
            });
    }
}
