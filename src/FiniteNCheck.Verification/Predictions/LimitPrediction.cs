using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>Quantities read off the Gaussian limit of the model.</summary>
/// <param name="Name">The name.</param>
/// <param name="Quantities">
/// The quantities of a model; <see langword="null"/> for those that the study names, of which the ones without a limit are left out.
/// </param>
/// <param name="Drift">The drift of the covariance.</param>
internal sealed record LimitPrediction(string Name, Func<SymmetricModel, ImmutableArray<Quantity>>? Quantities, Drift Drift)
    : Prediction(Name)
{
    /// <inheritdoc/>
    internal override object? CurveGroup => Quantities is null ? this : Drift;

    /// <inheritdoc/>
    internal override bool IsOfLimitTheory => true;

    /// <inheritdoc/>
    internal override bool IsComputedLate => Quantities is not null;

    /// <inheritdoc/>
    internal override ModelProblem? FindProblem(string key, SymmetricModel model) =>
        Drift == Drift.Frozen && model.HasCollectiveJumps
            ? new ModelProblem(
                key,
                $"{Name} for a model with collective jumps",
                "a model with jumps of single spins alone, whose rates it freezes",
                $"Test {(Quantities is null ? QuantitiesFull : CovarianceFull).Name} instead.")
            : null;

    /// <inheritdoc/>
    /// <remarks>The theorems are about blocks that grow: numbers of fixed blocks are computed, but not judged.</remarks>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        SymmetricModel growing = setting.Model.OfBlocks([.. setting.Model.GrowingBlocks]);
        TheoryResult theory = setting.Theory(Drift, cancellationToken);
        ImmutableArray<PredictedElement> elements =
        [
            .. (Quantities?.Invoke(growing) ?? setting.Quantities).Select(quantity => new PredictedElement(
                quantity,
                [
                    .. setting.Times.Select((_, t) =>
                        quantity.ReadLimit(setting.Model, theory, t) is { Value: not double.NaN } value ? value : (Measured?)null),
                ])),
        ];
        if (Quantities is not null)
        {
            return elements;
        }

        elements = [.. elements.Where(element => element.Limits.Any(limit => limit is not null))];
        return !elements.IsEmpty
            ? elements
            : throw new PredictionException(
                setting.Quantities.IsEmpty ? "no quantity in the study" : "no quantity that the Gaussian limit of this model has",
                "quantities of mean, cov, squeezing, cumulants, and of twotime, response and weyl from a product state",
                "Name one under 'quantities', or leave the prediction out.");
    }
}
