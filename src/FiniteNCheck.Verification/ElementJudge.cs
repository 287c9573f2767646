using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification;

/// <summary>Puts a predicted number beside the limit that its ladder shows.</summary>
public static class ElementJudge
{
    /// <summary>
    /// From how many uncertainties on a prediction is refuted by a ladder that has settled. The uncertainty is a bound made of differences of successive
    /// orders and of what theory says of the corrections, not a standard deviation; between one half and 5 nothing is claimed. How often the truth lies how far
    /// away is measured (docs/calibration.md).
    /// </summary>
    public const double RefutationDistance = 5;

    /// <summary>
    /// Up to how many uncertainties a prediction is confirmed. The limit is itself off by part of its uncertainty: a prediction within half of it lies within
    /// the whole of it from the true limit, unless the ladder is off by more than the other half.
    /// </summary>
    public const double ConfirmationDistance = 0.5;

    /// <summary>The order in 1/N at which the paper's theory claims that finite-size values approach the limit.</summary>
    public const double ClaimedOrder = 1;

    /// <summary>
    /// The rival of the claimed order, that of uncompensated fluctuations: an order not told from it confirms nothing, and values of a lower
    /// one do not settle. The rival of another claimed order lies as far below it.
    /// </summary>
    public const double RivalOrder = 0.5;

    /// <summary>The largest uncertainty that still means something, where the study states none; see <see cref="Study.Resolution"/>.</summary>
    public const double DefaultResolution = 0.01;

    /// <summary>Compares a prediction with a ladder.</summary>
    /// <param name="observable">The element's name.</param>
    /// <param name="time">The time.</param>
    /// <param name="reading">What the ladder says.</param>
    /// <param name="prediction">The predicted value.</param>
    /// <param name="predictionError">Its numerical error, non-negative.</param>
    /// <param name="resolution">The largest meaningful uncertainty, relative to <c>max(1, |limit|)</c>.</param>
    /// <param name="claimedOrder">The order at which the values are claimed to approach the limit.</param>
    /// <param name="doubt">Why no ladder of this time may refute anything, one clause, or <see langword="null"/>.</param>
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
        return new ElementFinding
        {
            Observable = observable,
            Time = time,
            Ladder = reading.Points,
            Limit = limit,
            LimitUncertainty = reading.Limit?.Uncertainty ?? double.NaN,
            FirstOrderLimit = reading.Limit?.FirstOrder ?? double.NaN,
            SecondOrderLimit = reading.Limit?.SecondOrder ?? double.NaN,
            Order = reading.Order?.Value,
            OrderUncertainty = reading.Order?.Uncertainty,
            Prediction = prediction,
            PredictionError = predictionError,
            Distance = distance,
            Verdict = decision.Verdict,
            Reason = decision.Reason,
            DecidingN = decision.DecidingN,
        };
    }

    /// <summary>Says of a ladder alone, without a prediction, whether it approaches a limit at the claimed order or a higher one.</summary>
    /// <param name="reading">What the ladder says.</param>
    /// <param name="claimedOrder">The claimed order.</param>
    /// <param name="resolution">The largest meaningful uncertainty of the limit, relative to <c>max(1, |limit|)</c>.</param>
    /// <returns>Confirmed or inconclusive, and why in one sentence.</returns>
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
        if (NoLimit(reading) is { } trouble)
        {
            return trouble;
        }

        if (double.IsNaN(distance))
        {
            return new Decision(Verdict.Inconclusive, "the prediction is no number; a finite prediction would decide.");
        }

        string place = $"the prediction lies {Numeral.Distance(distance)} uncertainties from the limit";
        if (distance >= RefutationDistance)
        {
            return Unsettled(reading, doubt) is { } unsettled
                ? Open($"{place}, but {unsettled}", reading.SizeToSettle)
                : new Decision(Verdict.Refuted, $"{place}.");
        }

        return distance > ConfirmationDistance
            ? Open($"{place}, neither within {ConfirmationDistance} nor {RefutationDistance} away", reading.SizeFor(gap / RefutationDistance))
            : Unresolved(reading, uncertainty, resolution) ?? DecideOrder(reading, place, claimedOrder);
    }

    /// <summary>Why a ladder refutes nothing, or <see langword="null"/> where it may.</summary>
    private static string? Unsettled(LadderReading reading, string? doubt) => reading switch
    {
        { IsSettled: false, Order: null } => "the sizes show no order: the ladder has not settled",
        { IsSettled: false, Order: { } order } => $"the observed order {Text(order)} is not settled",
        _ => doubt,
    };

    /// <summary>Why a ladder shows no limit, or <see langword="null"/> where it shows one.</summary>
    private static Decision? NoLimit(LadderReading reading) =>
        reading.Limit is null ? new Decision(Verdict.Inconclusive, $"{reading.Trouble}.", reading.SizeToRead ?? (reading.Order is null ? null : reading.SizeToSettle))
        : reading.Order is { } order && order.Upper < RivalOrder ? Open($"the values do not settle: observed order {Text(order)}", reading.SizeToSettle)
        : null;

    /// <summary>Why an uncertainty is too large to mean anything, or <see langword="null"/> where it is not.</summary>
    private static Decision? Unresolved(LadderReading reading, double uncertainty, double resolution)
    {
        double largest = reading.MaxUncertainty(resolution);
        return uncertainty <= largest ? null
            : Open($"the limit is known to {Numeral.Error(uncertainty)} only, and {Numeral.Error(largest)} is asked for", reading.SizeFor(largest));
    }

    private static Decision DecideOrder(LadderReading reading, string place, double claimed)
    {
        double rival = claimed - (ClaimedOrder - RivalOrder);
        if (reading.IsConstant)
        {
            return new Decision(Verdict.Confirmed, $"{place}, and the value is the same at every size: no order to observe.");
        }

        return reading.Order switch
        {
            null => Open($"{place}, but the sizes show no order", reading.SizeToSettle),
            { } order when order.Upper < claimed => Open($"{place}, but the observed order {Text(order)} is below the claimed {claimed}", reading.SizeToSettle),
            { } order when order.Lower <= rival => Open($"{place}, but the observed order {Text(order)} does not tell {claimed} from {rival}", reading.SizeToSettle),
            { } order when order.Lower > claimed => new Decision(
                Verdict.Confirmed, $"{place}; observed order {Text(order)}, above the claimed {claimed} on these sizes: the coefficient of that order nearly cancels."),
            { } order => new Decision(Verdict.Confirmed, $"{place}; observed order {Text(order)}, the claimed {claimed} within its interval."),
        };
    }

    /// <summary>What stays open, and from which largest size on it might not.</summary>
    private static Decision Open(string because, int? size) => new(
        Verdict.Inconclusive,
        size is int n ? $"{because}; sizes up to about n = {n} would decide." : $"{because}; no larger size is foreseen to decide: a smaller tolerance or a shorter t may.",
        size);

    private static string Text(OrderEstimate order) => Numeral.WithUncertainty(order.Value, order.Uncertainty);

    private sealed record Decision(Verdict Verdict, string Reason, int? DecidingN = null);
}
