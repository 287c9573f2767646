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

    /// <summary>The rival of the claimed order, that of uncompensated fluctuations: an order not told from it confirms nothing.</summary>
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
    public static ElementFinding Judge(
        string observable, double time, LadderReading reading, double prediction, double predictionError, double resolution = DefaultResolution)
    {
        ArgumentNullException.ThrowIfNull(reading);
        double limit = reading.Limit?.Value ?? double.NaN;
        double uncertainty = (reading.Limit?.Uncertainty ?? double.NaN) + predictionError;
        double gap = Math.Abs(prediction - limit);
        double distance = gap == 0 ? 0 : gap / uncertainty;
        (Verdict verdict, string reason) = Decide(reading, gap, uncertainty, distance, resolution);
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

    private static (Verdict Verdict, string Reason) Decide(LadderReading reading, double gap, double uncertainty, double distance, double resolution)
    {
        if (reading.Limit is not { } limit)
        {
            return (Verdict.Inconclusive, $"{reading.Trouble}.");
        }

        if (reading.Order is { } order && order.Most < RivalOrder)
        {
            return (Verdict.Inconclusive, $"the values do not settle: observed order {Text(order)}; much larger n, or a shorter t, would decide.");
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

        double largest = resolution * Math.Max(1, Math.Abs(limit.Value));
        string remedy = reading.IsConstant ? "a smaller tolerance, so that errors do not hide the differences between sizes," : "larger n, or a shorter t,";
        return uncertainty > largest
            ? (Verdict.Inconclusive, $"the limit is known to {uncertainty:E1} only, and {largest:E1} is asked for; {remedy} would decide.")
            : DecideOrder(reading, place);
    }

    private static (Verdict Verdict, string Reason) DecideOrder(LadderReading reading, string place)
    {
        if (reading.IsConstant)
        {
            return (Verdict.Confirmed, $"{place}, and the value is the same at every size: no order to observe.");
        }

        return reading.Order switch
        {
            null => (Verdict.Inconclusive, $"{place}, but the sizes show no order; more sizes, or larger n, would decide."),
            { } order when order.Most < ClaimedOrder => (
                Verdict.Inconclusive, $"{place}, but the observed order {Text(order)} is below the claimed {ClaimedOrder}; larger n would decide."),
            { } order when order.Least <= RivalOrder => (
                Verdict.Inconclusive, $"{place}, but the observed order {Text(order)} does not tell {ClaimedOrder} from {RivalOrder}; more sizes, or larger n, would decide."),
            { } order when order.Least > ClaimedOrder => (
                Verdict.Confirmed, $"{place}; observed order {Text(order)}, above the claimed {ClaimedOrder} on these sizes: the 1/N coefficient nearly cancels."),
            { } order => (Verdict.Confirmed, $"{place}; observed order {Text(order)}, the claimed {ClaimedOrder} within its interval."),
        };
    }

    private static string Text(OrderEstimate order) => $"{order.Value:F2} +- {order.Uncertainty:F2}";
}
