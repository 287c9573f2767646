using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Ladders;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>Judges a predicted number against the limit of its ladder.</summary>
public static class ElementJudge
{
    /// <summary>
    /// A settled ladder refutes a prediction that lies at least this many uncertainties away. The uncertainty is not a standard deviation
    /// but a bound, made of differences between successive orders and of the corrections that theory predicts. Between one half and 5
    /// nothing is claimed. How often the true limit lies how far away is measured (docs/calibration.md).
    /// </summary>
    public const double RefutationDistance = 5;

    /// <summary>
    /// A prediction within this many uncertainties of the limit can be confirmed. The limit is itself off by part of its uncertainty: a
    /// prediction within half of it is within the whole of it from the true limit, unless the ladder is off by more than the other half.
    /// </summary>
    public const double ConfirmationDistance = 0.5;

    /// <summary>The largest useful uncertainty of a limit, relative to <c>max(1, |limit|)</c>, where nothing else is stated.</summary>
    public const double DefaultResolution = 0.01;

    /// <summary>The order in 1/N at which finite-size values approach the limit, according to the paper.</summary>
    public const double ClaimedOrder = 1;

    /// <summary>Compares a prediction with a ladder.</summary>
    /// <param name="observable">The element's name.</param>
    /// <param name="time">The time.</param>
    /// <param name="reading">The reading of the ladder.</param>
    /// <param name="prediction">The predicted value.</param>
    /// <param name="predictionError">Bound on its numerical error, non-negative.</param>
    /// <param name="resolution">The largest useful uncertainty, relative to <c>max(1, |limit|)</c>.</param>
    /// <param name="claimedOrder">The claimed order of convergence to the limit.</param>
    /// <param name="doubt">Why no ladder at this time can refute anything, as one clause, or <see langword="null"/>.</param>
    public static ElementFinding Judge(
        string observable,
        double time,
        LadderReading reading,
        double prediction,
        double predictionError,
        double resolution = DefaultResolution,
        double claimedOrder = ClaimedOrder,
        string? doubt = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        double limit = reading.Limit?.Value ?? double.NaN;
        double uncertainty = (reading.Limit?.Uncertainty ?? double.NaN) + predictionError;
        double gap = Math.Abs(prediction - limit);
        double distance = gap == 0 ? 0 : gap / uncertainty;
        Decision decision = Decide(reading, gap, uncertainty, distance, resolution, claimedOrder, doubt);
        return Describe(observable, time, reading, new Measured(prediction, predictionError)) with
        {
            Distance = distance,
            Verdict = decision.Verdict,
            Reason = decision.Reason,
            DecidingN = decision.DecidingN,
        };
    }

    /// <summary>A finding without a verdict: what a ladder shows beside what is predicted.</summary>
    /// <param name="observable">The element's name.</param>
    /// <param name="time">The time.</param>
    /// <param name="reading">The reading of the ladder.</param>
    /// <param name="predicted">The predicted value.</param>
    internal static ElementFinding Describe(string observable, double time, LadderReading reading, Measured predicted) => new()
    {
        Observable = observable,
        Time = time,
        Ladder = reading.Points,
        Limit = reading.Limit?.Value ?? double.NaN,
        LimitUncertainty = reading.Limit?.Uncertainty ?? double.NaN,
        FirstOrderLimit = reading.Limit?.FirstOrder ?? double.NaN,
        SecondOrderLimit = reading.Limit?.SecondOrder ?? double.NaN,
        Order = reading.Order?.Value,
        OrderUncertainty = reading.Order?.Uncertainty,
        Prediction = predicted.Value,
        PredictionError = predicted.Error,
        Distance = double.NaN,
        Verdict = Verdict.Inconclusive,
        Reason = string.Empty,
    };

    /// <summary>Judges a ladder without a prediction: whether it approaches a limit at the claimed order or a higher one.</summary>
    /// <param name="reading">The reading of the ladder.</param>
    /// <param name="claimedOrder">The claimed order.</param>
    /// <param name="resolution">The largest useful uncertainty of the limit, relative to <c>max(1, |limit|)</c>.</param>
    /// <returns>Confirmed or inconclusive, with the reason in one sentence.</returns>
    public static (Verdict Verdict, string Reason) JudgeOrder(
        LadderReading reading, double claimedOrder = ClaimedOrder, double resolution = DefaultResolution)
    {
        ArgumentNullException.ThrowIfNull(reading);
        Decision decision = NoLimit(reading)
            ?? Unresolved(reading, reading.Limit!.Uncertainty, resolution)
            ?? DecideOrder(reading, $"the limit is known to {Numeral.Error(reading.Limit!.Uncertainty)}", claimedOrder);
        return (decision.Verdict, decision.Reason);
    }

    private static Decision Decide(
        LadderReading reading, double gap, double uncertainty, double distance, double resolution, double claimedOrder, string? doubt)
    {
        if (NoLimit(reading) is { } noLimit)
        {
            return noLimit;
        }

        if (double.IsNaN(distance))
        {
            return new Decision(Verdict.Inconclusive, "the prediction is no number; a finite prediction would decide.");
        }

        string place = $"the prediction lies {Numeral.Distance(distance)} uncertainties from the limit";
        if (distance >= RefutationDistance)
        {
            return Unsettled(reading, doubt) is { } unsettled
                ? Inconclusive($"{place}, but {unsettled}", reading.SizeToSettle)
                : new Decision(Verdict.Refuted, $"{place}.");
        }

        return distance > ConfirmationDistance
            ? Inconclusive(
                $"{place}, neither within {ConfirmationDistance} nor {RefutationDistance} away", reading.SizeFor(gap / RefutationDistance))
            : Unresolved(reading, uncertainty, resolution) ?? DecideOrder(reading, place, claimedOrder);
    }

    /// <summary>Why a ladder cannot refute, or <see langword="null"/> if it can.</summary>
    private static string? Unsettled(LadderReading reading, string? doubt) => reading switch
    {
        { IsSettled: false, Order: null } => "the sizes show no order: the ladder has not settled",
        { IsSettled: false, Order: { } order } => $"the observed order {Text(order)} is not settled",
        _ => doubt,
    };

    /// <summary>The decision for a ladder without a limit, or <see langword="null"/> if it has one.</summary>
    private static Decision? NoLimit(LadderReading reading) =>
        reading.Limit is null
            ? new Decision(
                Verdict.Inconclusive, $"{reading.Reason}.", reading.SizeToRead ?? (reading.Order is null ? null : reading.SizeToSettle))
        : reading.Order is { } order && order.Upper < LadderReading.RivalOrder
            ? Inconclusive($"the values do not settle: observed order {Text(order)}", reading.SizeToSettle)
        : null;

    /// <summary>The decision for an uncertainty too large to be useful, or <see langword="null"/> if it is small enough.</summary>
    private static Decision? Unresolved(LadderReading reading, double uncertainty, double resolution)
    {
        double largest = reading.MaxUncertainty(resolution);
        return uncertainty <= largest
            ? null
            : Inconclusive(
                $"the limit is known to {Numeral.Error(uncertainty)} only, and {Numeral.Error(largest)} is asked for",
                reading.SizeFor(largest));
    }

    private static Decision DecideOrder(LadderReading reading, string place, double claimed)
    {
        double rival = claimed - (ClaimedOrder - LadderReading.RivalOrder);
        if (reading.IsConstant)
        {
            return new Decision(Verdict.Confirmed, $"{place}, and the value is the same at every size: no order to observe.");
        }

        return reading.Order switch
        {
            null => Inconclusive($"{place}, but the sizes show no order", reading.SizeToSettle),
            { } order when order.Upper < claimed => Inconclusive(
                $"{place}, but the observed order {Text(order)} is below the claimed {claimed}", reading.SizeToSettle),
            { } order when order.Lower <= rival => Inconclusive(
                $"{place}, but the observed order {Text(order)} does not tell {claimed} from {rival}", reading.SizeToSettle),
            { } order when order.Lower > claimed => new Decision(
                Verdict.Confirmed,
                $"{place}; observed order {Text(order)}, above the claimed {claimed} on these sizes: "
                + "the coefficient of that order nearly cancels."),
            { } order => new Decision(
                Verdict.Confirmed, $"{place}; observed order {Text(order)}, the claimed {claimed} within its interval."),
        };
    }

    /// <summary>An inconclusive decision, with the largest size that might settle it.</summary>
    private static Decision Inconclusive(string reason, int? size) =>
        new(
            Verdict.Inconclusive,
            size is int n
                ? $"{reason}; sizes up to about n = {n} would decide."
                : $"{reason}; no larger size is foreseen to decide: a smaller tolerance or a shorter t may.",
            size);

    private static string Text(OrderEstimate order) => Numeral.WithUncertainty(order.Value, order.Uncertainty);

    private sealed record Decision(Verdict Verdict, string Reason, int? DecidingN = null);
}
