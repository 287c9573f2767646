using System.Globalization;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>Observed orders as text.</summary>
internal static class OrderText
{
    /// <summary>
    /// An interval as wide as from one order to the next but one tells no two orders apart: what it is around means
    /// nothing.
    /// </summary>
    private const double MaxHalfWidth = 1;

    /// <summary>The order of an element with its half width, or a dash.</summary>
    /// <param name="element">The element.</param>
    /// <param name="plusMinus">The sign between the two.</param>
    public static string Format(ElementFinding element, string plusMinus = "±") =>
        Format(element.Order, element.OrderUncertainty, plusMinus);

    /// <summary>An order with its half width, or a dash.</summary>
    /// <param name="order">The order, if there is one.</param>
    /// <param name="uncertainty">The half width.</param>
    /// <param name="plusMinus">The sign between the two.</param>
    public static string Format(double? order, double? uncertainty, string plusMinus = "±") =>
        Interval(order, uncertainty) is var (value, half) ? Numeral.WithUncertainty(value, half, plusMinus) : Numeral.None;

    /// <summary>The smallest interval that contains the intervals of all meaningful orders, or a dash.</summary>
    /// <param name="prediction">The prediction.</param>
    public static string Range(PredictionFinding prediction)
    {
        (double Order, double Half)[] intervals =
        [
            .. prediction.Elements.Select(element => Interval(element.Order, element.OrderUncertainty)).OfType<(double, double)>(),
        ];
        return intervals.Length == 0
            ? Numeral.None
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{intervals.Min(each => each.Order - each.Half):F2} to {intervals.Max(each => each.Order + each.Half):F2}");
    }

    private static (double Order, double Half)? Interval(double? order, double? uncertainty) =>
        order is { } value && uncertainty is { } half && double.IsFinite(value) && half < MaxHalfWidth ? (value, half) : null;
}
