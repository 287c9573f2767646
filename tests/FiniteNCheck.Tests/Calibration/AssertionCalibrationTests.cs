using System.Collections.Immutable;
using FiniteNCheck.Calibration;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Calibration;

/// <summary>
/// What predictions claim beyond limits (orders, numbers at each N, scalings) on models drawn at random: nothing right is refuted, and
/// nothing wrong is confirmed. Theory's own coefficients of 1/n tell right from wrong.
/// </summary>
public class AssertionCalibrationTests(ITestOutputHelper output)
{
    // Other seeds, and more of them: FINITENCHECK_FIRST=500001 FINITENCHECK_MODELS=400.
    private const int First = 410001;
    private const int Count = 60;

    // A coefficient of 1/n below this is not told from zero by ladders of these sizes.
    private const double Visible = 0.05;

    [Fact]
    [Trait("Kind", "Invariant")]
    [Trait("Speed", "Slow")]
    public void Sixty_models_are_judged_right()
    {
        (int first, int models) = (Read("FINITENCHECK_FIRST") ?? First, Read("FINITENCHECK_MODELS") ?? Count);
        List<string> wrong = [];
        Dictionary<(string, Verdict), int> verdicts = [];
        Parallel.For(0, models, i =>
        {
            DrawnStudy drawn = RandomStudies.Draw(first + i);
            if (CorrectionTheory.Solve(drawn.Study.Model.Pauli(), drawn.Study.Times) is not { CovarianceCorrection: not null } corrections)
            {
                return;
            }

            StudyFinding finding = StudyRunner.Run(
                drawn.Study with { Predictions = [.. Predictions(drawn.Study, corrections)] },
                new StudyOptions { Threads = 1, AllowLong = true });
            lock (wrong)
            {
                foreach (PredictionFinding prediction in finding.Predictions)
                {
                    foreach (ElementFinding element in prediction.Elements)
                    {
                        (string, Verdict) key = (prediction.Prediction, element.Verdict);
                        verdicts[key] = verdicts.GetValueOrDefault(key) + 1;
                        if (IsWrong(prediction.Prediction, element, corrections, drawn.Study.Model.ObservableNames))
                        {
                            wrong.Add(
                                $"seed {drawn.Seed} ({drawn.Family}, {drawn.Ladder}), {prediction.Prediction}: "
                                + $"{element.Observable} at t = {element.Time}: {element.Verdict}: {element.Reason}");
                        }
                    }
                }
            }
        });

        foreach (((string prediction, Verdict verdict), int count) in verdicts.OrderBy(pair => pair.Key))
        {
            output.WriteLine($"{prediction} {verdict}: {count}");
        }

        output.WriteLine($"{wrong.Count} wrong");
        wrong.Take(40).ToList().ForEach(output.WriteLine);
        Assert.Empty(wrong);
    }

    private static int? Read(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out int number) ? number : null;

    private static bool IsWrong(
        string prediction, ElementFinding element, CorrectionResult corrections, ImmutableArray<string> names) => prediction switch
        {
            "half" => element.Verdict == Verdict.Confirmed && element.Observable.StartsWith("exponent", StringComparison.Ordinal),
            "no-correction" => element.Verdict == Verdict.Confirmed && Math.Abs(Coefficient(element, corrections, names)) > Visible,
            _ => element.Verdict == Verdict.Refuted,
        };

    private static double Coefficient(ElementFinding element, CorrectionResult corrections, ImmutableArray<string> names)
    {
        int t = corrections.Times.IndexOf(element.Time);
        return element.Observable.Split(',') is [var first, var second]
            ? corrections.CovarianceCorrection!.Value[t][names.IndexOf(first), names.IndexOf(second)]
            : corrections.MeanCorrection[t][names.IndexOf(element.Observable)];
    }

    private static IEnumerable<ExpectedPrediction> Predictions(Study study, CorrectionResult corrections)
    {
        TheoryResult limit = LimitTheory.Solve(study.Model.Pauli(), study.Times, Drift.Full);
        ImmutableArray<string> names = study.Model.ObservableNames;
        (Quantity Quantity, Func<int, double> Limit, Func<int, double> Slope)[] all =
        [
            .. names.Select((name, a) => (
                Quantity.Mean(name),
                (Func<int, double>)(t => limit.Moments.Mean[t][a]),
                (Func<int, double>)(t => corrections.MeanCorrection[t][a]))),
            .. names.SelectMany((first, a) => names.Skip(a).Select((second, k) => (
                Quantity.Covariance(first, second),
                (Func<int, double>)(t => limit.Moments.Covariance[t][a, a + k]),
                (Func<int, double>)(t => corrections.CovarianceCorrection!.Value[t][a, a + k])))),
        ];
        double error = Math.Max(limit.MeanError, limit.CovarianceError);
        yield return Right("next-order", new LimitAssertion(2), (t, n, each) => each.Limit(t) + (each.Slope(t) / n));
        yield return Right("limit-at-each-n", new LimitAssertion(), (t, _, each) => each.Limit(t));
        yield return new ExpectedPrediction(
            new Given("no-correction", [.. all.Select(each => Limits(each.Quantity, each.Limit))]) { Assertion = new LimitAssertion(2) });
        (Quantity Quantity, Func<int, double> Limit, Func<int, double> Slope)[] variances =

            [
                .. all.Where(each =>
                    each.Quantity.Name.Split(',') is [var first, var second] && string.Equals(first, second, StringComparison.Ordinal)),
            ];
        foreach ((Quantity quantity, _, _) in variances)
        {
            yield return new ExpectedPrediction(
                new Given($"constant-{quantity.Name.Split(',')[0]}", [Limits(quantity, _ => 0)])
                {
                    Assertion = new ScalingAssertion(0, null, 1),
                });
        }

        yield return new ExpectedPrediction(
            new Given("half", [.. variances.Select(each => Limits(each.Quantity, _ => 0.5))])
            {
                Assertion = new ScalingAssertion(0.5, null, 0.5),
            });

        PredictedElement Limits(Quantity quantity, Func<int, double> value) =>
            new(quantity, [.. study.Times.Select((_, t) => (Measured?)new Measured(value(t), error))]);

        ExpectedPrediction Right(
            string name,
            Assertion assertion,
            Func<int, int, (Quantity Quantity, Func<int, double> Limit, Func<int, double> Slope), double> value) =>
            new(new Given(
                name,
                [
                    .. all.Select(each => new PredictedElement(each.Quantity, [.. study.Times.Select(_ => (Measured?)default(Measured))])
                    {
                        AtSizes =
                        [
                            .. study.Times.Select((_, t) =>
                                study.Ladder.Select(n => new Measured(value(t, n, each), error)).ToImmutableArray()),
                        ],
                    }),
                ])
            {
                Assertion = assertion,
            });
    }

    private sealed record Given(string Name, ImmutableArray<PredictedElement> Elements) : Prediction(Name)
    {
        internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken) =>
            Elements;
    }
}
