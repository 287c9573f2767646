using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>Observed orders as text.</summary>
internal static class OrderText
{
    /// <summary>The order of an element with its half width, or a dash.</summary>
    /// <param name="element">The element.</param>
    /// <param name="plusMinus">What stands between the two.</param>
    public static string Of(ElementFinding element, string plusMinus = "±") => element.Order is null
        ? "-"
        : $"{Digits.Cell(element.Order, "F2")} {plusMinus} {Digits.Cell(element.OrderUncertainty, "F2")}";

    /// <summary>From the lowest to the highest observed order of the elements that have one, or a dash.</summary>
    /// <param name="prediction">The prediction.</param>
    public static string Range(PredictionFinding prediction)
    {
        double[] orders = [.. prediction.Elements.Select(element => element.Order).OfType<double>().Where(double.IsFinite).Order()];
        return orders.Length == 0 ? "-" : $"{orders[0]:F2} to {orders[^1]:F2}";
    }
}
