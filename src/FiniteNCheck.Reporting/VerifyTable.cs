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
            foreach (PredictionFinding prediction in study.Predictions.OrderByDescending(prediction => Rank(prediction.Verdict)))
            {
                WriteElements(page, prediction);
            }
        }

        page.Line("Distance: |prediction - limit| in combined uncertainties; N: total number of spins.");
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
            ["<prediction", "<verdict", "<expected", "order", "<worst element", "distance"],
            study.Predictions.Select(SummaryRow));
        page.Line();
    }

    private static string[] SummaryRow(PredictionFinding prediction)
    {
        ElementFinding? worst = prediction.Elements.OrderByDescending(Rank).ThenByDescending(Size).FirstOrDefault();
        return
        [
            prediction.Prediction,
            Digits.Lower(prediction.Verdict),
            Digits.Lower(prediction.Expected),
            Orders(prediction),
            worst is null ? "-" : $"{worst.Observable}, t = {Digits.Short(worst.Time)}",
            worst is null ? "-" : Distance(worst),
        ];
    }

    private static void WriteElements(TextPage page, PredictionFinding prediction)
    {
        ElementFinding[] shown =
        [
            .. prediction.Elements
                .GroupBy(element => element.Verdict)
                .SelectMany(group => group.OrderByDescending(Size).Take(group.Key == Verdict.Confirmed ? ShownConfirmed : Shown))
                .OrderByDescending(Rank)
                .ThenByDescending(Size),
        ];
        page.Markup($"[bold]{Markup.Escape(prediction.Prediction)}[/]: {Markup.Escape(prediction.Reason)}");
        page.Table(["<element", "t", "predicted", "limit N -> inf", "+-", "order", "distance", "<verdict"], shown.Select(ElementRow));
        if (shown.Length < prediction.Elements.Length)
        {
            page.Line($"... and {prediction.Elements.Length - shown.Length} more, none farther off with the same verdict; --format csv or json has all.");
        }

        page.Line();
    }

    private static string[] ElementRow(ElementFinding element) =>
    [
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
        _ => "Something came out otherwise than the studies expect: compare the columns 'verdict' and 'expected'.",
    };

    /// <summary>From the lowest to the highest observed order of the elements that have one.</summary>
    private static string Orders(PredictionFinding prediction)
    {
        double[] orders = [.. prediction.Elements.Select(element => element.Order).OfType<double>().Where(double.IsFinite).Order()];
        return orders.Length == 0 ? "-" : $"{orders[0]:F2} to {orders[^1]:F2}";
    }

    private static string Order(ElementFinding element) => element.Order is null
        ? "-"
        : $"{Digits.Cell(element.Order, "F2")} +- {Digits.Cell(element.OrderUncertainty, "F2")}";

    private static string Distance(ElementFinding element) => Digits.Cell(element.Distance, element.Distance < 100 ? "F1" : element.Distance < 1e7 ? "F0" : "0.0e+0");

    private static int Rank(ElementFinding element) => Rank(element.Verdict);

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Refuted => 2,
        Verdict.Inconclusive => 1,
        _ => 0,
    };

    private static double Size(ElementFinding element) => double.IsNaN(element.Distance) ? -1 : element.Distance;
}
