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
                // A curve shows the limit of the difference, which needs no size.
                AtSizes = setting.IsCurve
                    ? [[]]
                    :
                    [
                        .. setting.Times.Select((_, t) => setting.Sizes
                            .Select(size => Checked(pair, setting, t, size, cancellationToken))
                            .ToImmutableArray()),
                    ],
            }
            : new PredictedElement(
                pair.Quantity, [.. setting.Times.Select((_, t) => Limit(pair, setting, t, cancellationToken))])),
    ];

    // A curve has gaps where a formula has no value, such as 1/t at 0.
    private static Measured? Limit(
        (Quantity Quantity, TermFormula Formula) pair, PredictionSetting setting, int time, CancellationToken cancellationToken) =>
        !setting.IsCurve ? Checked(pair, setting, time, size: null, cancellationToken)
        : Evaluate(pair, setting, time, size: null, cancellationToken) is { IsFinite: true } value ? value
        : null;

    private static Measured Checked(
        (Quantity Quantity, TermFormula Formula) pair,
        PredictionSetting setting,
        int time,
        (int N, int Spins)? size,
        CancellationToken cancellationToken)
    {
        Measured value = Evaluate(pair, setting, time, size, cancellationToken);
        return value.IsFinite
            ? value
            : throw new PredictionException(
                $"the formula {Wording.Quote(pair.Formula.Text)} of {pair.Quantity.Name} to be {Describe(value.Value)} "
                + $"at t = {Numeral.ExactTime(setting.Times[time])}{(size is var (n, _) ? $", n = {n}" : string.Empty)}",
                $"a finite number at every time{(size is null ? string.Empty : " and size")}",
                "Correct it, or choose times and parameters where it has a value.");
    }

    private static Measured Evaluate(
        (Quantity Quantity, TermFormula Formula) pair,
        PredictionSetting setting,
        int time,
        (int N, int Spins)? size,
        CancellationToken cancellationToken) => pair.Formula.Evaluate(
            name => FormulaNames.ValueOf(name, setting.Model, setting.Times[time], size),
            term => term.ReadLimit(setting.Model, setting.Theory(Drift.Full, cancellationToken), time)!.Value);

    private static string Describe(double value) => double.IsFinite(value) ? "of unbounded error"
        : double.IsNaN(value) ? "undefined"
        : "infinite";
}
