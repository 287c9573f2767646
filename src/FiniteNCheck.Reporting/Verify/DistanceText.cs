using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>Distances between prediction and limit as text.</summary>
internal static class DistanceText
{
    /// <summary>The distance of an element with as many digits as mean something, or a dash.</summary>
    /// <param name="element">The element.</param>
    public static string Of(ElementFinding element) =>
        Digits.Cell(element.Distance, element.Distance < 100 ? "F1" : element.Distance < 1e7 ? "F0" : "0.0e+0");
}
