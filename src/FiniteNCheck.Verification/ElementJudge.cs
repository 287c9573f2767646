using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification;

/// <summary>Puts a predicted number beside the limit that its ladder shows.</summary>
public static class ElementJudge
{
    /// <summary>
    /// From how many uncertainties on a prediction is refuted. The uncertainty is a bound made of differences of successive orders, not a
    /// standard deviation; 10 of them leave room for a bound that is wrong by a factor of several, and between 1 and 10 nothing is claimed.
    /// </summary>
    public const double RefutationDistance = 10;

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
    public static ElementFinding Judge(
        string observable,
        double time,
        LadderReading reading,
        double prediction,
        double predictionError,
        double resolution = DefaultResolution,
        double claimedOrder = ClaimedOrder)
    {
        ArgumentNullException.ThrowIfNull(reading);
        double limit = reading.Limit?.Value ?? double.NaN;
        double uncertainty = (reading.Limit?.Uncertainty ?? double.NaN) + predictionError;
        double gap = Math.Abs(prediction - limit);
        double distance = gap == 0 ? 0 : gap / uncertainty;
        (Verdict verdict, string reason) = Decide(reading, gap, uncertainty, distance, resolution, claimedOrder);
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
            Verdict = verdict,
            Reason = reason,
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
        if (NoLimit(reading) is { } trouble)
        {
            return (Verdict.Inconclusive, trouble);
        }

        double uncertainty = reading.Limit!.Uncertainty;
        return Unresolved(reading, uncertainty, resolution) is { } unresolved
            ? (Verdict.Inconclusive, unresolved)
            : DecideOrder(reading, $"the limit is known to {uncertainty:E1}", claimedOrder);
    }

    private static (Verdict Verdict, string Reason) Decide(
        LadderReading reading, double gap, double uncertainty, double distance, double resolution, double claimedOrder)
    {
        if (NoLimit(reading) is { } trouble)
        {
            return (Verdict.Inconclusive, trouble);
        }

        if (double.IsNaN(distance))
        {
            return (Verdict.Inconclusive, "the prediction is no number; a finite prediction would decide.");
        }

        string place = $"the prediction lies {distance:G3} uncertainties from the limit";
        if (distance >= RefutationDistance)
        {
            return (Verdict.Refuted, $"{place}.");
        }

        if (distance > 1)
        {
            return (Verdict.Inconclusive, $"{place}, neither inside one nor {RefutationDistance} away; larger n that bring the uncertainty from {uncertainty:E1} below {gap / RefutationDistance:E1} would decide.");
        }

        return Unresolved(reading, uncertainty, resolution) is { } unresolved
            ? (Verdict.Inconclusive, unresolved)
            : DecideOrder(reading, place, claimedOrder);
    }

    /// <summary>Why a ladder shows no limit, or <see langword="null"/> where it shows one.</summary>
    private static string? NoLimit(LadderReading reading) =>
        reading.Limit is null ? $"{reading.Trouble}."
        : reading.Order is { } order && order.Most < RivalOrder ? $"the values do not settle: observed order {Text(order)}; much larger n, or a shorter t, would decide."
        : null;

    /// <summary>Why an uncertainty is too large to mean anything, or <see langword="null"/> where it is not.</summary>
    private static string? Unresolved(LadderReading reading, double uncertainty, double resolution)
    {
        double largest = resolution * Math.Max(1, Math.Abs(reading.Limit!.Value));
        string remedy = reading.IsConstant ? "a smaller tolerance, so that errors do not hide the differences between sizes," : "larger n, or a shorter t,";
        return uncertainty > largest ? $"the limit is known to {uncertainty:E1} only, and {largest:E1} is asked for; {remedy} would decide." : null;
    }

    private static (Verdict Verdict, string Reason) DecideOrder(LadderReading reading, string place, double claimed)
    {
        double rival = claimed - (ClaimedOrder - RivalOrder);
        if (reading.IsConstant)
        {
            return (Verdict.Confirmed, $"{place}, and the value is the same at every size: no order to observe.");
        }

        return reading.Order switch
        {
            null => (Verdict.Inconclusive, $"{place}, but the sizes show no order; more sizes, or larger n, would decide."),
            { } order when order.Most < claimed => (
                Verdict.Inconclusive, $"{place}, but the observed order {Text(order)} is below the claimed {claimed}; larger n would decide."),
            { } order when order.Least <= rival => (
                Verdict.Inconclusive, $"{place}, but the observed order {Text(order)} does not tell {claimed} from {rival}; more sizes, or larger n, would decide."),
            { } order when order.Least > claimed => (
                Verdict.Confirmed, $"{place}; observed order {Text(order)}, above the claimed {claimed} on these sizes: the coefficient of that order nearly cancels."),
            { } order => (Verdict.Confirmed, $"{place}; observed order {Text(order)}, the claimed {claimed} within its interval."),
        };
    }

    private static string Text(OrderEstimate order) => $"{order.Value:F2} +- {order.Uncertainty:F2}";
}
