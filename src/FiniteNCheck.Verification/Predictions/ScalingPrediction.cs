using System.Collections.Immutable;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>
/// A quantity that grows or falls like a power of N or exponentially; <see cref="ScalingAssertion"/> or <see cref="ExponentialAssertion"/>
/// judges it.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Quantity">The quantity.</param>
/// <param name="Exponent">The claimed exponent, or the claimed rate.</param>
internal sealed record ScalingPrediction(string Name, Quantity Quantity, double Exponent) : Prediction(Name)
{
    /// <inheritdoc/>
    internal override IEnumerable<Quantity> OwnQuantities => [Quantity];

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken) =>
        [new PredictedElement(Quantity, [.. setting.Times.Select(_ => (Measured?)new Measured(Exponent, 0))])];
}
