using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>Quantities read off the Gaussian limit of the model.</summary>
/// <param name="Name">The name.</param>
/// <param name="Quantities">The quantities of a model.</param>
/// <param name="Drift">The drift of the covariance.</param>
internal sealed record LimitPrediction(string Name, Func<CollectiveModel, ImmutableArray<Quantity>> Quantities, Drift Drift)
    : Prediction(Name)
{
    /// <inheritdoc/>
    internal override object? CurveGroup => Drift;

    /// <inheritdoc/>
    internal override bool IsComputedLate => true;

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        TheoryResult theory = setting.Theory(Drift, cancellationToken);
        return
        [
            .. Quantities(setting.Model).Select(quantity => new PredictedElement(
                quantity,
                [
                    .. setting.Times.Select((_, t) =>
                        quantity.ReadLimit(setting.Model, theory, t) is { Value: not double.NaN } value ? value : (Measured?)null),
                ])),
        ];
    }
}
