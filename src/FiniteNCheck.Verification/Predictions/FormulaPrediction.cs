using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>
/// Quantities given by formulas of the mean field, the covariance of the limit, time and parameters; of sizes too, where the prediction is
/// about every N.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Formulas">The quantities with their formulas.</param>
internal sealed record FormulaPrediction(string Name, ImmutableArray<(Quantity Quantity, TermFormula Formula)> Formulas) : Prediction(Name)
{
    /// <inheritdoc/>
    internal override object? CurveGroup => this;

    /// <inheritdoc/>
    internal override IEnumerable<Quantity> OwnQuantities => Formulas.Select(pair => pair.Quantity);

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken) =>
    [
        .. Formulas.Select(pair => pair.Formula.DependsOnSize
            ? new PredictedElement(pair.Quantity, [.. setting.Times.Select(_ => (Measured?)default(Measured))])
            {
                AtSizes =
                [
                    .. setting.Times.Select((_, t) => setting.Sizes
                        .Select(size => Evaluate(pair, setting, t, size, cancellationToken))
                        .ToImmutableArray()),
                ],
            }
            : new PredictedElement(
                pair.Quantity, [.. setting.Times.Select((_, t) => (Measured?)Evaluate(pair, setting, t, size: null, cancellationToken))])),
    ];

    private Measured Evaluate(
        (Quantity Quantity, TermFormula Formula) pair,
        PredictionSetting setting,
        int time,
        (int N, int Spins)? size,
        CancellationToken cancellationToken)
    {
        double t = setting.Times[time];
        Measured value = pair.Formula.Evaluate(
            name => FormulaNames.ValueOf(name, setting.Model, t, size),
            term => term.ReadLimit(setting.Model, setting.Theory(Drift.Full, cancellationToken), time)!.Value);
        return value.IsFinite
            ? value
            : throw new InputException(
                $"study '{setting.Study}', prediction '{Name}': the formula {Wording.Quote(pair.Formula.Text)} of {pair.Quantity.Name} is "
                + $"{Describe(value.Value)} at t = {Numeral.Exact(t)}{(size is var (n, _) ? $", n = {n}" : string.Empty)}. "
                + "Correct it, or choose times and parameters where it has a value.");
    }

    private static string Describe(double value) => double.IsFinite(value) ? "of unbounded error"
        : double.IsNaN(value) ? "undefined"
        : "infinite";
}
