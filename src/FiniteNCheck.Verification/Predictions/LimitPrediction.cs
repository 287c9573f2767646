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
internal sealed record LimitPrediction(string Name, Func<SymmetricModel, ImmutableArray<Quantity>> Quantities, Drift Drift)
    : Prediction(Name)
{
    /// <inheritdoc/>
    internal override object? CurveGroup => Drift;

    /// <inheritdoc/>
    internal override bool IsOfLimitTheory => true;

    /// <inheritdoc/>
    internal override bool IsComputedLate => true;

    /// <inheritdoc/>
    internal override ModelProblem? FindProblem(string key, SymmetricModel model) => FindFrozenJumps(this, Drift, key, model);

    /// <summary>The problem of a drift that freezes rates for a model whose jumps are no single spins'.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="drift">Its drift.</param>
    /// <param name="key">The key of the prediction in a study file.</param>
    /// <param name="model">The model.</param>
    internal static ModelProblem? FindFrozenJumps(Prediction prediction, Drift drift, string key, SymmetricModel model) =>
        drift == Drift.Frozen && model.HasCollectiveJumps
            ? new ModelProblem(
                key,
                $"{prediction.Name} for a model with collective jumps",
                "a model with jumps of single spins alone, whose rates it freezes",
                $"Test {(prediction is QuantityPrediction ? QuantitiesFull : CovarianceFull).Name} instead.")
            : null;

    /// <inheritdoc/>
    /// <remarks>The theorems are about blocks that grow: numbers of fixed blocks are computed, but not judged.</remarks>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        SymmetricModel growing =
            setting.Model with { Blocks = [.. setting.Model.GrowingBlocks.Select(block => setting.Model.Blocks[block])] };
        TheoryResult theory = setting.Theory(Drift, cancellationToken);
        return
        [
            .. Quantities(growing).Select(quantity => new PredictedElement(
                quantity,
                [
                    .. setting.Times.Select((_, t) =>
                        quantity.ReadLimit(setting.Model, theory, t) is { Value: not double.NaN } value ? value : (Measured?)null),
                ])),
        ];
    }
}
