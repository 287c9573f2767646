using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;
using Spectre.Console;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>A verification as tables for people: verdicts first, then the elements that matter.</summary>
public static class VerifyTable
{
    /// <summary>How many lines a study takes, the closing lines of the report included, where it can be shown in so few.</summary>
    public const int MaxLines = 25;

    /// <summary>How many elements are shown per prediction: not confirmed, and confirmed.</summary>
    private const int Shown = 8;
    private const int ShownConfirmed = 3;

    private const int MaxReasonLines = 2;
    private const int MaxNotes = 2;

    /// <summary>Per study the verdicts in words, a summary of its predictions, and as many of its elements as 25 lines hold.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(VerifyReport report, TextStyle style) => Render(report, style, isWhole: false);

    /// <summary>
    /// Per study the verdicts in words, a summary of its predictions, the reasons, and the elements that matter, refuted ones first.
    /// </summary>
    /// <param name="report">The findings.</param>
    /// <param name="style">Colour and width.</param>
    public static string RenderInFull(VerifyReport report, TextStyle style) => Render(report, style, isWhole: true);

    private static string Render(VerifyReport report, TextStyle style, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        ImmutableArray<StudyGroup> groups = StudyGroup.Split(report.Studies);
        using TextPage text = new(style);
        WriteHeadlines(text, groups);

        // With several studies the headlines stand above all of them.
        int room = MaxLines - CountLines(page => WriteClosing(page, report))
            - (groups.Length == 1 ? CountLines(page => WriteHeadlines(page, groups)) : 0);
        foreach (StudyGroup group in groups)
        {
            if (group.IsSweep)
            {
                WriteSweep(text, group);
            }
            else
            {
                WriteStudy(text, group.Studies[0].Study, isWhole ? null : room);
            }
        }

        WriteClosing(text, report);
        return text.ToString();
    }

    /// <summary>
    /// A study: its summary, then parts on its predictions, the worst first, while there is room for them. What is shown does not depend on
    /// the width of the page.
    /// </summary>
    private static void WriteStudy(TextPage page, StudyFinding study, int? room)
    {
        bool isWhole = room is null;
        WriteSummary(page, study, isWhole);
        WriteQuantities(page, study, isWhole);
        int left = (room ?? 0)
            - CountLines(each => WriteSummary(each, study, isWhole))
            - CountLines(each => WriteQuantities(each, study, isWhole));
        PredictionFinding[] predictions =
        [
            .. Alike.Group(study.Predictions)
                .Select(group => group[0])
                .OrderByDescending(prediction => WorstFirst.Rank(prediction.Verdict)),
        ];
        bool isCut = false;
        foreach (PredictionFinding prediction in predictions)
        {
            // Unless all is shown the last line says where the rest is.
            int last = prediction == predictions[^1] && !isCut ? 0 : 1;
            int rows = isWhole
                ? int.MaxValue
                : Enumerable
                    .Range(1, Shown)
                    .LastOrDefault(most => CountLines(each => WriteElements(each, prediction, most)) <= left - last);
            isCut |= rows == 0;
            if (rows > 0)
            {
                WriteElements(page, prediction, rows);
                left -= CountLines(each => WriteElements(each, prediction, rows));
            }
        }

        if (isCut)
        {
            page.Line("More: --verbose, or a report with figures: --out DIR.");
        }
    }

    /// <summary>The lines of a part on a page of the usual width.</summary>
    private static int CountLines(Action<TextPage> write)
    {
        using TextPage page = new(TextStyle.Plain);
        write(page);
        return page.ToString().Count(c => c == '\n');
    }

    private static void WriteHeadlines(TextPage page, ImmutableArray<StudyGroup> groups)
    {
        foreach (StudyGroup group in groups)
        {
            string name = groups.Length > 1 ? $"{group.Name}. " : "";
            page.Sentences(
                name, SweepText.Headlines(group).Select(each => (each.Subject, Digits.Lower(each.Verdict), each.Rest)));
        }

        page.Line();
    }

    private static void WriteClosing(TextPage page, VerifyReport report)
    {
        page.Line(VerifyText.Legend);
        page.Line(VerifyText.Closing(report));
        page.Line(ProvenanceText.Source(report.Provenance));
    }

    private static void WriteSweep(TextPage page, StudyGroup sweep)
    {
        StudyFinding first = sweep.Studies[0].Study;
        page.Line($"Sweep {sweep.Name}: model {first.Model}, N = {string.Join(", ", first.Spins)}");
        page.Line(SweepText.Count(sweep));
        page.Notes([.. SweepText.Missing(sweep)]);
        page.Line();
        page.Table(SweepText.Columns(sweep).Select(column => column.Replace("<", "<!", StringComparison.Ordinal)), SweepText.Rows(sweep));
        page.Line();
        foreach ((string place, PredictionFinding prediction) in SweepText.Remarks(sweep))
        {
            page.Markup($"[bold]{Markup.Escape($"{prediction.Prediction} at {place}")}[/]: {Markup.Escape(prediction.Reason)}");
            page.Line();
        }
    }

    private static void WriteSummary(TextPage page, StudyFinding study, bool isWhole)
    {
        page.Line($"Study {study.Study}: model {study.Model}, N = {StudyText.Sizes(study)}");
        page.Line($"Exact: {study.Method}");
        page.Notes(isWhole ? study.Notes : [.. study.Notes.Take(MaxNotes)]);
        if (!isWhole && study.Notes.Length > MaxNotes)
        {
            page.Line($"... and {study.Notes.Length - MaxNotes} more notes; --verbose has all.");
        }

        page.Line();
        page.Table(StudyText.SummaryColumns, study.Predictions.Select(StudyText.SummaryRow));
        page.Line();
    }

    private static void WriteQuantities(TextPage page, StudyFinding study, bool isWhole)
    {
        if (study.Quantities.IsEmpty)
        {
            return;
        }

        page.Table(
            StudyText.QuantityColumns.Select(column => column.Replace("→ ∞", "-> inf", StringComparison.Ordinal)),
            study.Quantities
                .Where(quantity => isWhole || quantity.Time == study.Quantities.Max(each => each.Time))
                .Select(quantity => StudyText.QuantityRow(quantity, "+-")));
        page.Line();
    }

    private static void WriteElements(TextPage page, PredictionFinding prediction, int rows)
    {
        var groups = Alike.Group(WorstFirst.Sort(prediction.Elements));
        ElementFinding[] shown =
        [
            .. groups
                .Select(group => group.Element)
                .GroupBy(element => element.Verdict)
                .SelectMany(group => group.Take(group.Key == Verdict.Confirmed ? ShownConfirmed : Shown))
                .Take(rows),
        ];
        string reason = rows < int.MaxValue ? Shortened(prediction) : prediction.Reason;
        page.Markup($"[bold]{Markup.Escape(prediction.Prediction)}[/]: {Markup.Escape(reason)}");
        if (prediction.Statement is not null)
        {
            page.Line(StudyText.Statement(prediction));
        }

        page.Table(["<element", "t", "predicted", "limit N -> inf", "+-", "order", "distance", "<verdict"], shown.Select(ElementRow));
        int copies = groups.Where(group => shown.Contains(group.Element)).Sum(group => group.Copies.Length);
        int more = prediction.Elements.Length - shown.Length - copies;
        string alike = copies > 0 ? $"{copies} with the same numbers up to sign" : "";
        string rest = more > 0 ? $"{more} more, none farther off with the same verdict" : "";
        if (copies + more > 0)
        {
            page.Line($"... and {string.Join("; ", new[] { alike, rest }.Where(each => each.Length > 0))}.");
        }

        page.Line();
    }

    /// <summary>The reason, cut off where it takes more than two lines of a confirmed or refuted prediction.</summary>
    private static string Shortened(PredictionFinding prediction)
    {
        string[] lines = WrappedText.Lines($"{prediction.Prediction}: {prediction.Reason}", TextStyle.Plain.Width);
        return lines.Length <= MaxReasonLines || prediction.Verdict == Verdict.Inconclusive
            ? prediction.Reason
            : $"{string.Join(' ', lines.Take(MaxReasonLines))[..^4].TrimEnd(' ', ',')[(prediction.Prediction.Length + 2)..]} ...";
    }

    private static string[] ElementRow(ElementFinding element) =>
    [
        element.Observable,
        Numeral.Time(element.Time),
        Digits.Cell(element.Prediction),
        Digits.Cell(element.Limit),
        Numeral.Error(element.LimitUncertainty),
        OrderText.Format(element, "+-"),
        DistanceText.Format(element),
        Digits.Lower(element.Verdict),
    ];
}
