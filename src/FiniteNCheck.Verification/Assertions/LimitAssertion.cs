using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>
/// The exact values approach the predicted ones, and their distance falls like a power of 1/N. A power p above 1 is a claim of its own:
/// <c>N^(p - 1)</c> times the distance must vanish too, at order 1.
/// </summary>
/// <param name="Order">The power p, positive.</param>
public sealed record LimitAssertion(double Order = ElementJudge.ClaimedOrder) : Assertion
{
    // The distance, times the power of N, must have fallen to this share of its largest value before it counts as vanishing.
    private const double VanishingShare = 0.1;

    // What is left after the first correction is bounded by nothing but the scale that theory foresees.
    private const string Unforeseen = "theory foresees no corrections of this quantity that say how far its ladder must reach";

    /// <inheritdoc/>
    internal override string Description =>
        Order == ElementJudge.ClaimedOrder ? string.Empty : $"approached at order {Numeral.Exact(Order)}";

    /// <inheritdoc/>
    internal override IEnumerable<ElementFinding> Judge(Comparison comparison)
    {
        ElementFinding finding = Judge(comparison, comparison.Reading, comparison.Resolution, Math.Min(Order, ElementJudge.ClaimedOrder));
        return [Order > ElementJudge.ClaimedOrder && finding.Verdict == Verdict.Confirmed ? JudgePower(comparison, finding) : finding];
    }

    private static ElementFinding Judge(Comparison comparison, LadderReading reading, double resolution, double order) =>
        ElementJudge.Judge(
            comparison.Name,
            comparison.Time,
            reading,
            comparison.Limit.Value,
            comparison.Limit.Error,
            resolution,
            order,
            comparison.Ladders.Doubt(comparison.TimeIndex, reading));

    private ElementFinding JudgePower(Comparison comparison, ElementFinding limit)
    {
        double power = Order - ElementJudge.ClaimedOrder;
        ForeseenCorrections? foreseen = comparison.Foreseen?.OfDifference(power);
        LadderReading reading = LadderReader.Read(
            [.. comparison.Points.Select(comparison.Difference).Select(point => point.Times(Math.Pow(point.N, power)))], foreseen);
        double largest = reading.Points.Where(point => point.DroppedBecause is null).Max(point => (double?)Math.Abs(point.Value)) ?? 0;
        ElementFinding scaled = ElementJudge.Judge(
            comparison.Name,
            comparison.Time,
            reading,
            prediction: 0,
            predictionError: 0,
            reading.IsConstant ? comparison.Resolution : Math.Min(comparison.Resolution, VanishingShare * largest),
            ElementJudge.ClaimedOrder,
            comparison.Ladders.Doubt(comparison.TimeIndex, reading) ?? (foreseen is null ? Unforeseen : null));
        return limit with
        {
            Order = scaled.Verdict == Verdict.Confirmed ? scaled.Order + power : limit.Order,
            OrderUncertainty = scaled.Verdict == Verdict.Confirmed ? scaled.OrderUncertainty : limit.OrderUncertainty,
            Distance = scaled.Distance,
            Verdict = scaled.Verdict,
            Reason = $"order {Order}, for N^{power} times the distance from the prediction, whose limit must be 0: {scaled.Reason}",
            DecidingN = scaled.DecidingN,
        };
    }
}
