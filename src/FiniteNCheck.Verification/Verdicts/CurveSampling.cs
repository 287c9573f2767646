using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Predictions;

namespace FiniteNCheck.Verification.Verdicts;

/// <summary>
/// Samples predicted curves adaptively, until a straight line between neighbours is off by less than a pixel of a report's plot. A fixed
/// number of points would alias any oscillation faster than their spacing.
/// </summary>
internal static class CurveSampling
{
    /// <summary>
    /// Upper limit on the points of a curve. A plot is some 240 pixels wide: a curve that needs more points shows as a solid band.
    /// </summary>
    internal const int MaxPoints = 8000;

    /// <summary>Tolerance relative to the curve's range: one pixel of a plot that is 190 pixels high.</summary>
    internal const double Pixel = 1.0 / 200;

    /// <summary>Smallest half height of an axis, for curves that hardly move.</summary>
    private const double MinHalfRange = 1e-3;

    // Each interval is tested at two points. No oscillation has a whole number of periods up to both,
    // whereas a midpoint alone would miss one whose period is half the interval.
    private static readonly double[] Places = [0.382, 0.691];

    /// <summary>Refines the curves of a finding's predictions.</summary>
    /// <param name="finding">The finding; refinement starts from its curves.</param>
    /// <param name="study">The study.</param>
    /// <param name="model">Its model, with the initial state resolved.</param>
    /// <param name="solvers">The solvers.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    internal static StudyFinding Refine(
        StudyFinding finding, Study study, SymmetricModel model, StudySolvers solvers, CancellationToken cancellationToken)
    {
        PredictedCurve[] curves = [.. finding.Predictions.Select(prediction => prediction.Curve)];
        IEnumerable<IGrouping<object, int>> groups = Enumerable
            .Range(0, curves.Length)
            .Where(i => study.Predictions[i].Prediction.CurveGroup is not null)
            .GroupBy(i => study.Predictions[i].Prediction.CurveGroup!);
        foreach (IGrouping<object, int> group in groups)
        {
            // Predictions from the same solution share their times.
            int[] members = [.. group];
            PredictedCurve joint;
            try
            {
                joint = Refine(
                    Join([.. members.Select(i => curves[i])]),
                    times =>
                    {
                        PredictionSetting setting = study.SettingOf(model, study.Times, solvers).ForCurve(times);
                        return Join(
                        [
                            .. members.Select(i => setting.Curve(study.Predictions[i].Prediction.Predict(setting, cancellationToken))),
                        ]).Values;
                    });
            }
            catch (PredictionException)
            {
                // It has no value at some time between: the curve stays as it is.
                continue;
            }

            int first = 0;
            foreach (int i in members)
            {
                int count = curves[i].Values[0].Length;
                curves[i] = curves[i] with { Times = joint.Times, Values = [.. joint.Values.Select(values => values.Slice(first, count))] };
                first += count;
            }
        }

        return finding with { Predictions = [.. finding.Predictions.Select((prediction, i) => prediction with { Curve = curves[i] })] };
    }

    /// <summary>Adds the points that a curve needs.</summary>
    /// <param name="curve">The initial points, at least two.</param>
    /// <param name="solve">Computes the values at increasing times, in the order of the curve's.</param>
    internal static PredictedCurve Refine(PredictedCurve curve, Func<ImmutableArray<double>, ImmutableArray<ImmutableArray<double>>> solve)
    {
        SortedList<double, ImmutableArray<double>> points = new(
            curve.Times.Zip(curve.Values).ToDictionary(pair => pair.First, pair => pair.Second));
        double[] open = [.. curve.Times.SkipLast(1)];
        while (open.Length > 0 && points.Count + (Places.Length * open.Length) <= MaxPoints)
        {
            (int Left, double Time)[] trials =
            [
                .. open.Select(start => points.IndexOfKey(start))
                    .SelectMany(i => Places.Select(place => (i, Between(points.Keys[i], points.Keys[i + 1], place)))),
            ];
            ImmutableArray<ImmutableArray<double>> values = solve([.. trials.Select(trial => trial.Time)]);
            double[] allowed = Allowed(points.Values);
            List<int> bent = [];
            for (int k = 0; k < open.Length; k++)
            {
                int first = k * Places.Length;
                if (Places.Where((place, p) => IsOff(points, trials[first + p].Left, place, values[first + p], allowed)).Any())
                {
                    bent.Add(k);
                }
            }

            open =
            [
                .. bent.SelectMany(k => trials.Skip(k * Places.Length).Take(Places.Length).Select(trial => trial.Time).Prepend(open[k])),
            ];
            foreach (int trial in bent.SelectMany(k => Enumerable.Range(k * Places.Length, Places.Length)))
            {
                points.TryAdd(trials[trial].Time, values[trial]);
            }
        }

        return new PredictedCurve([.. points.Keys], [.. points.Values]);
    }

    private static double Between(double from, double to, double place) => from + (place * (to - from));

    private static bool IsOff(
        SortedList<double, ImmutableArray<double>> points, int left, double place, ImmutableArray<double> value, double[] allowed)
    {
        (ImmutableArray<double> from, ImmutableArray<double> to) = (points.Values[left], points.Values[left + 1]);
        return Enumerable.Range(0, value.Length).Any(a => Math.Abs(value[a] - Between(from[a], to[a], place)) > allowed[a]);
    }

    private static double[] Allowed(IList<ImmutableArray<double>> values) =>
    [
        .. Enumerable.Range(0, values[0].Length).Select(a =>
        {
            (double low, double high) = (values.Min(value => value[a]), values.Max(value => value[a]));
            return Pixel * Math.Max(high - low, 2 * MinHalfRange * Math.Max(1, Math.Abs(low + high) / 2));
        }),
    ];

    private static PredictedCurve Join(PredictedCurve[] curves) =>
        new(
            curves[0].Times,
            [.. Enumerable.Range(0, curves[0].Times.Length).Select(t => curves.SelectMany(curve => curve.Values[t]).ToImmutableArray())]);
}
