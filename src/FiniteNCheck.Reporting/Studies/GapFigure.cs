using System.Collections.Immutable;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>
/// The decay rates that a study reads off its exact solutions, against N: whether they fall like a power or exponentially.
/// </summary>
internal static class GapFigure
{
    private const string Rate = "gap(";

    /// <summary>The figure; <see langword="null"/> where the study has no quantity with a decay rate, or too few sizes.</summary>
    /// <param name="name">The name of the study's figures.</param>
    /// <param name="study">The study.</param>
    public static ReportFigure? Draw(FigureName name, StudyFinding study)
    {
        QuantityFinding[] rates =
        [
            .. study.Quantities.Where(quantity => quantity.Formula.Contains(Rate, StringComparison.Ordinal))
                .DistinctBy(quantity => quantity.Name, StringComparer.Ordinal),
        ];
        ImmutableArray<Plot> plots = SizePlots.Of(
            "decay rate, 1/time",
            rates.Select(rate => (rate.Name, rate.Ladder.Select(point => (point.Spins, point.Value)))));
        return plots.IsEmpty
            ? null
            : new ReportFigure(
                name.Append("-gap"),
                "Decay rates against N",
                "The same numbers twice. A rate that falls like a power of N is a line on the left, one that falls exponentially a line "
                    + "on the right.",
                plots,
                plots.Length,
                Csv(rates));
    }

    private static string Csv(QuantityFinding[] rates)
    {
        CsvText csv = new("quantity", "n", "spins", "value", "error");
        foreach (QuantityFinding rate in rates)
        {
            foreach (LadderPoint point in rate.Ladder)
            {
                csv.Row(rate.Name, $"{point.N}", $"{point.Spins}", Digits.Full(point.Value), Digits.Full(point.IntegrationError));
            }
        }

        return csv.ToString();
    }
}
