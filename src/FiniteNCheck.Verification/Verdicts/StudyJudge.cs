using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Verdicts;

/// <summary>Solves the theory of a study once and judges exact results against it.</summary>
internal sealed class StudyJudge
{
    private readonly Study study;
    private readonly SymmetricModel model;
    private readonly StudySolvers solvers;
    private readonly CancellationToken cancellationToken;
    private readonly ConcurrentDictionary<int, ExactPlan> plans = [];
    private readonly ImmutableArray<(ImmutableArray<PredictedElement> Elements, PredictedCurve Curve)> predicted;
    private readonly Foresight? foresight;
    private readonly string? withoutForesight;

    /// <summary>Solves the theory at the times of a study and, for plots, between them.</summary>
    /// <param name="study">The study.</param>
    /// <param name="model">Its model, with the initial state resolved.</param>
    /// <param name="early">The predictions that were computed before, by name.</param>
    /// <param name="solvers">The solvers.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    internal StudyJudge(
        Study study,
        SymmetricModel model,
        IReadOnlyDictionary<string, ImmutableArray<PredictedElement>> early,
        StudySolvers solvers,
        CancellationToken cancellationToken)
    {
        this.study = study;
        this.model = model;
        this.solvers = solvers;
        this.cancellationToken = cancellationToken;
        PredictionSetting at = study.SettingOf(model, study.Times, solvers);
        PredictionSetting between = at.ForCurve(PredictedCurve.TimesUpTo(study.Times.LastOrDefault(double.IsFinite, 1)));
        predicted =
        [
            .. study.Predictions.Select(expected =>
            {
                Prediction prediction = expected.Prediction;
                ImmutableArray<PredictedElement> elements =
                    early.TryGetValue(prediction.Name, out ImmutableArray<PredictedElement> known)
                        ? known
                        : prediction.Predict(at, cancellationToken);
                return (elements, prediction.CurveGroup is null ? at.Curve(elements) : Curve(prediction, between) ?? at.Curve(elements));
            }),
        ];
        (foresight, withoutForesight) = Foresee(at);
    }

    /// <summary>Judges exact results.</summary>
    /// <param name="exact">The exact results, one per size of the ladder.</param>
    /// <param name="options">The options they were obtained with.</param>
    internal StudyFinding Judge(ImmutableArray<ExactResult> exact, ExactOptions options)
    {
        ExactLadders ladders = new(model, exact, options.Tolerance, study.Resolution, foresight);
        return new StudyFinding
        {
            Study = study.Name,
            Cell = study.Cell,
            Model = model.Name,
            Ladder = study.Ladder,
            Spins = [.. exact.Select(result => result.Spins.Sum())],
            Method = exact[^1].Method,
            Notes = [.. Notes(), .. ladders.Notes],
            Quantities = [.. study.Times.SelectMany((_, t) => study.Quantities.Select(quantity => Read(ladders, quantity, t)))],
            Predictions =
            [
                .. study.Predictions.Zip(predicted).Select(pair => PredictionJudge.Judge(
                    pair.First,
                    [.. pair.Second.Elements],
                    pair.Second.Curve,
                    (element, t) => new Comparison(model, ladders, study.Ladder, element, t, study.Resolution),
                    ladders,
                    n => Plan(n, options))),
            ],
        };
    }

    // Numbers at the times of the study may be all that a prediction has.
    private PredictedCurve? Curve(Prediction prediction, PredictionSetting between)
    {
        try
        {
            return between.Curve(prediction.Predict(between, cancellationToken));
        }
        catch (PredictionException)
        {
            return null;
        }
    }

    private static QuantityFinding Read(ExactLadders ladders, Quantity quantity, int t)
    {
        LadderReading reading = ladders.Read(quantity, t);
        return new QuantityFinding(
            quantity.Name,
            quantity.Formula.Text,
            ladders.Times[t],
            reading.Points,
            reading.Limit?.Value ?? double.NaN,
            reading.Limit?.Uncertainty ?? double.NaN,
            reading.Order?.Value,
            reading.Order?.Uncertainty);
    }

    private ExactPlan Plan(int n, ExactOptions options)
    {
        ExactPlan plan = plans.GetOrAdd(n, size => solvers.Plan(model, size, study.Times, options, cancellationToken));
        plan.Require(model, n, allowLong: true);
        return plan;
    }

    /// <summary>
    /// Computes the corrections that make readings more cautious. If there are none, verdicts rest on
    /// the ladders alone, and a note gives the reason.
    /// </summary>
    private (Foresight? Foresight, string? Reason) Foresee(PredictionSetting at)
    {
        try
        {
            Foresight? found = Foresight.From(at.Corrections(cancellationToken));
            return (found, found is null ? "the coefficients of 1/n are not known"
                : found.ForeseesCovariance ? null
                : "the coefficients of 1/n of covariances are not computed for so many blocks");
        }
        catch (InputException exception)
        {
            return (null, exception.Message.TrimEnd('.'));
        }
    }

    private IEnumerable<string> Notes()
    {
        foreach (string note in study.Notes)
        {
            yield return note;
        }

        string[] fixedBlocks = [.. model.Blocks.Where(block => block.Size is not null).Select(block => block.Name)];
        if (fixedBlocks.Length > 0)
        {
            yield return $"Theorem 1 says nothing of blocks of fixed size ({string.Join(", ", fixedBlocks)}): blocks that grow are judged.";
        }

        if (!model.SatisfiesAssumption1)
        {
            yield return "Assumption 1 does not hold: a rate of this model is not an entire function, so Theorem 2 is not claimed for it.";
        }

        if (foresight?.GrowthWarning(study.Ladder[^1]) is { } growing)
        {
            yield return growing;
        }

        if (double.IsPositiveInfinity(study.Times[^1]))
        {
            yield return "Errors of stationary means and covariances are proven by adjoint equations. Other functions of stationary states "
                + "have no bound of their errors and are not judged.";
        }

        if (study.Functions.OfType<SlowestMode>().Any())
        {
            yield return "Errors of decay rates rest on their conditions, to first order: estimates, no bounds.";
        }

        if (withoutForesight is not null)
        {
            yield return $"Uncertainties rest on the ladders alone, and refutations ask for more: {withoutForesight}.";
        }
    }
}
