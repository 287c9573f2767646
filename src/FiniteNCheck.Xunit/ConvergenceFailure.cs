using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Xunit;

/// <summary>Explains in words why values do not converge as asserted.</summary>
internal static class ConvergenceFailure
{
    /// <summary>The reason in one sentence, or <see langword="null"/> if the values converge as asserted.</summary>
    /// <param name="reading">The analysis of the values.</param>
    /// <param name="order">The asserted order.</param>
    /// <param name="limit">The asserted limit, if any.</param>
    /// <param name="resolution">The largest meaningful uncertainty of the limit.</param>
    internal static string? Reason(LadderReading reading, double order, double? limit, double resolution)
    {
        (Verdict verdict, string reason) = ElementJudge.JudgeOrder(reading, order, resolution);
        if (limit is { } expected)
        {
            ElementFinding finding = ElementJudge.Judge("q", time: 0, reading, expected, predictionError: 0, resolution, order);
            (verdict, reason) = (finding.Verdict, finding.Reason);
        }

        // The judge confirms values without an order or with a higher one. Neither contradicts a theory, but both contradict an
        // asserted order.
        return verdict != Verdict.Confirmed ? reason
            : reading.Order is not { } observed ? "the values do not depend on N: there is no order to observe."
            : observed.Lower > order ? $"the observed order {Order(observed)} is above {Text(order)}."
            : null;
    }

    /// <summary>The full message: the reason, the expectation, the observation, and the values.</summary>
    /// <param name="reading">The analysis of the values.</param>
    /// <param name="order">The asserted order.</param>
    /// <param name="limit">The asserted limit, if any.</param>
    /// <param name="reason">The reason.</param>
    internal static string Message(LadderReading reading, double order, double? limit, string reason) => string.Join(
        Environment.NewLine,
        [
            $"{nameof(FiniteNAssert)}.{nameof(FiniteNAssert.Converges)}() Failure: {reason}",
            $"Expected: order {Text(order)}, {(limit is { } expected ? $"limit {Text(expected)}" : "any limit")}",
            $"Observed: order {Order(reading.Order)}, limit {Limit(reading.Limit)}",
            $"{"N",10}  value",
            .. reading.Points.Select(Line),
        ]);

    private static string Line(LadderPoint point)
    {
        string note = point.DroppedBecause is { } reason ? $"  not used: {reason}" : string.Empty;
        return $"{point.N,10}  {Text(point.Value)}{note}";
    }

    private static string Order(OrderEstimate? order) =>
        order is null ? "none" : Numeral.WithUncertainty(order.Value, order.Uncertainty);

    private static string Limit(LimitEstimate? limit) =>
        limit is null ? "none" : Numeral.WithUncertainty(limit.Value, limit.Uncertainty);

    private static string Text(double value) => Numeral.Exact(value);
}
