using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Assertions;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>The quantities that a study names, as the Gaussian limit of the model has them; those without a limit are left out.</summary>
/// <param name="Name">The name.</param>
/// <param name="Drift">The drift of the fluctuations.</param>
internal sealed record QuantityPrediction(string Name, Drift Drift) : Prediction(Name)
{
    /// <inheritdoc/>
    internal override object? CurveGroup => this;

    /// <inheritdoc/>
    internal override bool IsOfLimitTheory => true;

    /// <inheritdoc/>
    internal override ModelProblem? FindProblem(string key, SymmetricModel model) =>
        LimitPrediction.FindFrozenJumps(this, Drift, key, model);

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        TheoryResult theory = setting.Theory(Drift, cancellationToken);
        ImmutableArray<PredictedElement> elements =
        [
            .. setting.Quantities
                .Select(quantity => new PredictedElement(
                    quantity, [.. setting.Times.Select((_, t) => quantity.ReadLimit(setting.Model, theory, t))]))
                .Where(element => element.Limits.Any(limit => limit is not null)),
        ];
        return !elements.IsEmpty
            ? elements
            : throw new PredictionException(
                setting.Quantities.IsEmpty ? "no quantity in the study" : "no quantity that the Gaussian limit of this model has",
                "quantities of mean, cov, squeezing, cumulants, and of twotime, response and weyl from a product state",
                "Name one under 'quantities', or leave the prediction out.");
    }
}
