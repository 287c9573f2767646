using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>
/// Averages or covariances to next order, <c>q_inf + q_1/n</c>: their values at every size of the ladder, and their slopes
/// <c>n (q_n - q_inf)</c>.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Depth">Whether averages or covariances.</param>
internal sealed record NextOrderPrediction(string Name, CorrectionDepth Depth) : Prediction(Name)
{
    /// <inheritdoc/>
    internal override bool IsComputedLate => true;

    /// <inheritdoc/>
    internal override bool IsOfLimitTheory => true;

    /// <inheritdoc/>
    internal override ModelProblem? FindProblem(string key, SymmetricModel model) => OfTwoLevels(key, model)
        ?? (Depth == CorrectionDepth.Covariance && model.Blocks.Length > CorrectionTheory.MaxBlocksByDefault
            ? new ModelProblem(
                key,
                $"{Name} for a model of {model.Blocks.Length} blocks",
                $"at most {CorrectionTheory.MaxBlocksByDefault} blocks, since the cost grows as their fourth power",
                $"Merge equal blocks, or test {MeanField1.Name} only.")
            : null);

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        TheoryResult limit = setting.Theory(Drift.Full, cancellationToken);
        (Quantity Quantity, ImmutableArray<Measured> Slopes)[] expanded = [.. Expand(setting, cancellationToken)];
        return
        [
            .. expanded.Select(each => Values(each.Quantity, each.Slopes)),
            .. expanded.Select(each => Slope(each.Quantity, each.Slopes)),
        ];

        Measured LimitOf(Quantity quantity, int t) => quantity.ReadLimit(setting.Model, limit, t)!.Value;

        PredictedElement Values(Quantity quantity, ImmutableArray<Measured> slopes) =>
            new(quantity, [.. slopes.Select(_ => (Measured?)default(Measured))])
            {
                AtSizes =
                [
                    .. slopes.Select((slope, t) =>
                        setting.Sizes.Select(size => At(size.N, LimitOf(quantity, t), slope)).ToImmutableArray()),
                ],
            };

        PredictedElement Slope(Quantity quantity, ImmutableArray<Measured> slopes) =>
            new(quantity, [.. slopes.Select(slope => (Measured?)slope)]) { SlopeFrom = [.. slopes.Select((_, t) => LimitOf(quantity, t))] };
    }

    private static Measured At(int n, Measured limit, Measured slope) =>
        new(limit.Value + (slope.Value / n), limit.Error + (slope.Error / n));

    /// <summary>The quantities with their coefficients of 1/n at each time.</summary>
    private IEnumerable<(Quantity Quantity, ImmutableArray<Measured> Slopes)> Expand(
        PredictionSetting setting, CancellationToken cancellationToken)
    {
        CorrectionResult? corrections = setting.Corrections(cancellationToken);
        if (Depth == CorrectionDepth.Mean && corrections is not null)
        {
            return Quantity.MeansOf(setting.Model).Select((quantity, a) => (
                quantity,
                corrections.MeanCorrection.Select(mu => new Measured(mu[a], corrections.MeanCorrectionError)).ToImmutableArray()));
        }

        if (corrections?.CovarianceCorrection is { } all)
        {
            int count = setting.Model.ObservableNames.Length;
            return Quantity.CovariancesOf(setting.Model).Zip(
                Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a, count - a).Select(b => (a, b))),
                (quantity, at) => (
                    quantity, all.Select(c1 => new Measured(c1[at.a, at.b], corrections.CovarianceCorrectionError)).ToImmutableArray()));
        }

        throw new InputException(
            $"study '{setting.Study}', prediction '{Name}': the coefficients of 1/n that it needs are not known. Leave it out.");
    }
}
