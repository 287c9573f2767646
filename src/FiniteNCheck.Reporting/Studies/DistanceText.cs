using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>Distances between prediction and limit as text.</summary>
internal static class DistanceText
{
    /// <summary>The distance of an element in uncertainties, or a dash: without an uncertainty there is none.</summary>
    /// <param name="element">The element.</param>
    public static string Format(ElementFinding element) =>
        double.IsFinite(element.LimitUncertainty) ? Numeral.Distance(element.Distance) : Numeral.None;
}
