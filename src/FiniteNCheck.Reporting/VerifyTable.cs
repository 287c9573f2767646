using FiniteNCheck.Verification;
using Spectre.Console;

namespace FiniteNCheck.Reporting;

/// <summary>A verification as tables for people: verdicts first, then the elements that matter.</summary>
public static class VerifyTable
{
    /// <summary>Elements shown per prediction that is not confirmed, and per one that is.</summary>
    private const int Shown = 8;
    private const int ShownConfirmed = 3;

    /// <summary>Per study a summary of its predictions, the reasons, and the elements that matter, refuted ones first.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(VerifyReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        foreach (StudyFinding study in report.Studies)
        {
            WriteSummary(page, study);
            WriteElements(page, study);
        }

        page.Line("Distances are |prediction - limit| in units of the combined uncertainty; N is the total number of spins.");
        page.Line(Closing(report));
        page.Line(MomentTables.SourceOf(report.Provenance));
        return page.ToString();
    }

    private static void WriteSummary(TextPage page, StudyFinding study)
    {
        page.Line($"Study {study.Study}: model {study.Model}, N = {string.Join(", ", study.Spins)}");
        page.Line($"Exact: {study.Method}");
        page.Notes(study.Notes);
        page.Line();
        page.Table(
            ["<prediction", "<verdict", "<expected", "elements", "order", "<worst element", "distance"],
            study.Predictions.Select(SummaryRow));
        page.Line();
        foreach (PredictionFinding prediction in study.Predictions)
        {
            page.Markup($"[bold]{Markup.Escape(prediction.Prediction)}[/]: {Markup.Escape(prediction.Reason)}");
        }

        page.Line();
    }

    private static string[] SummaryRow(PredictionFinding prediction)
    {
        ElementFinding? worst = prediction.Elements.OrderByDescending(Rank).ThenByDescending(Size).FirstOrDefault();
        int hit = prediction.Elements.Count(element => element.Verdict == prediction.Verdict);
        return
        [
            prediction.Prediction,
            Digits.Lower(prediction.Verdict),
            prediction.Verdict == prediction.Expected ? "yes" : $"no: {Digits.Lower(prediction.Expected)}",
            $"{hit} of {prediction.Elements.Length}",
            MedianOrder(prediction),
            worst is null ? "-" : $"{worst.Observable} at t = {Digits.Short(worst.Time)}",
            worst is null ? "-" : Distance(worst),
        ];
    }

    private static void WriteElements(TextPage page, StudyFinding study)
    {
        (PredictionFinding Prediction, ElementFinding Element)[] all =
            [.. study.Predictions.SelectMany(prediction => prediction.Elements.Select(element => (prediction, element)))];
        var shown = all
            .GroupBy(pair => (pair.Prediction, pair.Element.Verdict))
            .SelectMany(group => group.OrderByDescending(pair => Size(pair.Element)).Take(group.Key.Verdict == Verdict.Confirmed ? ShownConfirmed : Shown))
            .OrderByDescending(pair => Rank(pair.Element))
            .ThenByDescending(pair => Size(pair.Element))
            .ToArray();
        page.Line(shown.Length == all.Length ? "Elements" : $"Elements that matter ({shown.Length} of {all.Length}; --format csv or json has all)");
        page.Table(
            ["<prediction", "<element", "t", "predicted", "limit N -> inf", "+-", "order", "distance", "<verdict"],
            shown.Select(pair => ElementRow(pair.Prediction, pair.Element)));
        page.Line();
    }

    private static string[] ElementRow(PredictionFinding prediction, ElementFinding element) =>
    [
        prediction.Prediction,
        element.Observable,
        Digits.Short(element.Time),
        Digits.Cell(element.Prediction),
        Digits.Cell(element.Limit),
        Digits.Small(element.LimitUncertainty),
        Order(element),
        Distance(element),
        Digits.Lower(element.Verdict),
    ];

    private static string Closing(VerifyReport report) => report.Outcome switch
    {
        Outcome.AsExpected => "Everything came out as the studies expect.",
        Outcome.Inconclusive => "Inconclusive: the reasons above say what would decide.",
        _ => "Something came out otherwise than the studies expect: see the column 'expected'.",
    };

    /// <summary>The median of the elements' orders with their range: one odd element shows without hiding the rest.</summary>
    private static string MedianOrder(PredictionFinding prediction)
    {
        double[] orders = [.. prediction.Elements.Select(element => element.Order).OfType<double>().Where(double.IsFinite).Order()];
        return orders.Length == 0 ? "-" : $"{orders[orders.Length / 2]:F2} ({orders[0]:F2} to {orders[^1]:F2})";
    }

    private static string Order(ElementFinding element) => element.Order is null
        ? "-"
        : $"{Digits.Cell(element.Order, "F2")} +- {Digits.Cell(element.OrderUncertainty, "F2")}";

    private static string Distance(ElementFinding element) => Digits.Cell(element.Distance, element.Distance < 1000 ? "F1" : "0e+0");

    private static int Rank(ElementFinding element) => element.Verdict switch
    {
        Verdict.Refuted => 2,
        Verdict.Inconclusive => 1,
        _ => 0,
    };

    private static double Size(ElementFinding element) => double.IsNaN(element.Distance) ? -1 : element.Distance;
}
