using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>One random study, judged with its right theory and with planted errors. Its exact ladder is solved once.</summary>
public sealed class Trial
{
    private static readonly ImmutableArray<double> Shifts = [0.1, 1, 3, 10, 100];
    private static readonly ImmutableArray<double> RateErrors = [1e-4, 1e-3, 1e-2];

    private readonly DrawnStudy drawn;
    private readonly SolvedOnce solved;
    private readonly StudyFinding right;
    private readonly CancellationToken cancellationToken;

    private Trial(DrawnStudy drawn, StudySolvers solvers, CancellationToken cancellationToken)
    {
        this.drawn = drawn;
        this.cancellationToken = cancellationToken;
        solved = new SolvedOnce(drawn.Study, solvers);
        right = StudyRunner.Run(drawn.Study, solved.Solvers, OneThread, progress: null, cancellationToken);
    }

    // Trials run in parallel, which uses the cores better than threads inside one small problem.
    private static StudyOptions OneThread { get; } = new() { Threads = 1 };

    /// <summary>Judges a drawn study and everything planted in it.</summary>
    /// <param name="drawn">The study.</param>
    /// <param name="solvers">The two sides to compare.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static TrialResult Run(DrawnStudy drawn, StudySolvers solvers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(solvers);
        Trial trial = new(drawn, solvers, cancellationToken);
        return new TrialResult(
            drawn,
            trial.right.Predictions,
            [.. trial.right.Predictions.SelectMany(prediction => prediction.Elements).Select(ElementOutcome.Of)],
            [.. trial.Shifted(), .. trial.WrongRates(), .. trial.PrintedDrift(), .. trial.Doubled()]);
    }

    /// <summary>The verdicts on the right theory of a drawn study, nothing planted.</summary>
    /// <param name="drawn">The study.</param>
    /// <param name="solvers">The two sides to compare.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ImmutableArray<Verdict> Judge(DrawnStudy drawn, StudySolvers solvers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        StudyFinding finding = StudyRunner.Run(drawn.Study, solvers, OneThread, progress: null, cancellationToken);
        return [.. finding.Predictions.Select(prediction => prediction.Verdict)];
    }

    /// <summary>One element of each prediction moved by a known number of uncertainties.</summary>
    private IEnumerable<PlantOutcome> Shifted()
    {
        Draw draw = new(~drawn.Seed);
        foreach ((PredictionFinding finding, ExpectedPrediction prediction) in right.Predictions.Zip(drawn.Study.Predictions))
        {
            if (PickElement(draw, finding) is not int at)
            {
                continue;
            }

            ElementFinding element = finding.Elements[at];
            double sign = draw.Chance(0.5) ? 1 : -1;
            foreach (double shift in Shifts)
            {
                double moved = element.Prediction + (sign * shift * Unit(element));
                yield return new PlantOutcome(
                    $"one element off by {shift} uncertainties", shift, element.Verdict == Verdict.Confirmed, Judge(prediction, at, moved));
            }
        }
    }

    /// <summary>The theory of a model one of whose rates is a little larger.</summary>
    private IEnumerable<PlantOutcome> WrongRates()
    {
        foreach (double error in RateErrors)
        {
            CollectiveModel model = Model;
            CollectiveModel wrong = model with { Jumps = [model.Jumps[0].Amplified(1 + error), .. model.Jumps[1..]] };
            TheoryResult theory = LimitTheory.Solve(wrong, drawn.Study.Times, Drift.Full, cancellationToken);
            foreach (PlantOutcome outcome in WithTheory($"one rate off by {error:R}", theory, drawn.Study.Predictions))
            {
                yield return outcome;
            }
        }
    }

    private CollectiveModel Model => (CollectiveModel)drawn.Study.Model;

    private IEnumerable<PlantOutcome> PrintedDrift() => WithTheory(
        "the printed drift",
        LimitTheory.Solve(Model, drawn.Study.Times, Drift.Frozen, cancellationToken),
        [new ExpectedPrediction(Prediction.CovarianceFull)]);

    /// <summary>One element of the covariance doubled: the largest at the first time.</summary>
    private IEnumerable<PlantOutcome> Doubled()
    {
        PredictionFinding covariance = right.Predictions[1];
        ImmutableArray<ElementFinding> first = [.. covariance.Elements.Where(element => element.Time == drawn.Study.Times[0])];
        int at = first.IndexOf(first.MaxBy(element => Math.Abs(element.Prediction))!);
        ElementFinding element = first[at];
        yield return new PlantOutcome(
            "one covariance doubled",
            Distance(element, 2 * element.Prediction),
            element.Verdict == Verdict.Confirmed,
            Judge(drawn.Study.Predictions[1], at, 2 * element.Prediction));
    }

    private IEnumerable<PlantOutcome> WithTheory(string kind, TheoryResult theory, ImmutableArray<ExpectedPrediction> predictions)
    {
        StudyFinding finding = StudyRunner.Run(
            drawn.Study with { Predictions = predictions }, solved.WithTheory(theory), OneThread, progress: null, cancellationToken);
        foreach (PredictionFinding prediction in finding.Predictions)
        {
            PredictionFinding truth = right.Predictions.Single(each =>
                string.Equals(each.Prediction, prediction.Prediction, StringComparison.Ordinal));
            double distance = prediction.Elements
                .Zip(truth.Elements, (planted, element) => Distance(element, planted.Prediction))
                .Where(double.IsFinite)
                .DefaultIfEmpty()
                .Max();
            yield return new PlantOutcome(kind, distance, truth.Verdict == Verdict.Confirmed, prediction.Verdict);
        }
    }

    private Verdict Judge(ExpectedPrediction prediction, int element, double value) =>
        StudyRunner
            .Run(
                drawn.Study with
                {
                    Predictions = [prediction],
                },
                solved.WithElement(prediction.Prediction, element, value),
                OneThread,
                progress: null,
                cancellationToken)
            .Predictions[0]
            .Verdict;

    /// <summary>An element whose right value is confirmed, or else any that has a limit.</summary>
    private static int? PickElement(Draw draw, PredictionFinding finding)
    {
        int[] read = [.. Enumerable.Range(0, finding.Elements.Length).Where(i => double.IsFinite(finding.Elements[i].LimitUncertainty))];
        int[] settled = [.. read.Where(i => finding.Elements[i].Verdict == Verdict.Confirmed)];
        ImmutableArray<int> choices = [.. settled.Length > 0 ? settled : read];
        return choices.IsEmpty ? null : draw.Of(choices);
    }

    private static double Distance(ElementFinding element, double planted) => Math.Abs(planted - element.Prediction) / Unit(element);

    // The unit of the distances in findings.
    private static double Unit(ElementFinding element) => element.LimitUncertainty + element.PredictionError;
}
