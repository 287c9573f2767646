using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Sweeps;

/// <summary>What the tables of a sweep say, the same in the terminal and on a page.</summary>
internal static class SweepText
{
    private const int MaxRows = 200;
    private const int MaxRemarks = 8;
    private const string Unexpected = "!";

    /// <summary>The heads: the axes, then per prediction its verdict and the distance of its worst element.</summary>
    /// <param name="sweep">The sweep.</param>
    public static ImmutableArray<string> Columns(StudyGroup sweep)
    {
        StudyFinding first = sweep.Studies[0].Study;
        return
        [
            .. first.Cell!.Parameters.Select(parameter => parameter.Name),
            .. first.Predictions.SelectMany(prediction => new[] { $"<{prediction.Prediction}", "distance" }),
        ];
    }

    /// <summary>One row per cell, in the order of the study; if there are too many, unexpected cells come first.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IEnumerable<string[]> Rows(StudyGroup sweep) => Shown(sweep).Select(Row);

    /// <summary>The number of cells, and of cells that came out as expected, in words.</summary>
    /// <param name="sweep">The sweep.</param>
    public static string Count(StudyGroup sweep)
    {
        int expected = sweep.Studies.Count(each => StudyGroup.IsAsExpected(each.Study));
        int hidden = sweep.Studies.Length - MaxRows;
        string mark = expected < sweep.Studies.Length ? $" {Unexpected} marks a verdict that the study does not expect." : string.Empty;
        string more = hidden > 0 ? $" The table leaves out {hidden} of them; the formats json and csv have all." : string.Empty;
        return $"{expected} of {sweep.Studies.Length} cells came out as expected in every prediction.{mark}{more}";
    }

    /// <summary>The verdicts in words: those of a study, or how often each came out in the cells of a sweep.</summary>
    /// <param name="group">The study or the sweep.</param>
    public static ImmutableArray<Headline> Headlines(StudyGroup group)
    {
        StudyFinding first = group.Studies[0].Study;
        return group.IsSweep
            ?
            [
                .. first.Predictions.Select((prediction, p) =>
                    InCells(prediction.Title, [.. group.Studies.Select(each => each.Study.Predictions[p])])),
            ]
            : Headline.Of(first);
    }

    private static Headline InCells(string title, PredictionFinding[] cells)
    {
        (Verdict Verdict, int Count)[] counts =
        [
            .. cells.GroupBy(cell => cell.Verdict).Select(group => (group.Key, group.Count())).OrderByDescending(each => each.Item2),
        ];
        IEnumerable<string> others = counts.Skip(1).Select(each => $", {Digits.Lower(each.Verdict)} in {each.Count}");
        return new Headline(title, counts[0].Verdict, $" in {counts[0].Count} of {cells.Length} cells{string.Concat(others)}");
    }

    /// <summary>The first few cells with missing sizes, with these sizes and a reason.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IEnumerable<string> Missing(StudyGroup sweep)
    {
        StudyFinding[] lacking = [.. sweep.Studies.Select(each => each.Study).Where(study => !study.Missing.IsEmpty)];
        IEnumerable<string> named = lacking
            .Take(MaxRemarks)
            .Select(study =>
                $"No result at {study.Cell}, N = "
                + $"{string.Join(", ", study.Missing.Select(size => size.Spins))}: "
                + $"{study.Missing[0].Reason}");
        return lacking.Length > MaxRemarks
            ? named.Append($"... and at {lacking.Length - MaxRemarks} more cells; the formats json and csv name all.")
            : named;
    }

    /// <summary>The first few reasons for unexpected verdicts, one sentence each.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IEnumerable<(string Place, PredictionFinding Prediction)> Remarks(StudyGroup sweep) => sweep.Studies
        .SelectMany(each => each.Study.Predictions.Select(prediction => (Place: $"{each.Study.Cell}", Prediction: prediction)))
        .Where(each => each.Prediction.Verdict != each.Prediction.Expected)
        .DistinctBy(each => each.Prediction.Reason, StringComparer.Ordinal)
        .Take(MaxRemarks);

    private static IEnumerable<StudyFinding> Shown(StudyGroup sweep) => sweep.Studies
        .OrderBy(each => sweep.Studies.Length > MaxRows && StudyGroup.IsAsExpected(each.Study))
        .Take(MaxRows)
        .OrderBy(each => each.Index)
        .Select(each => each.Study);

    private static string[] Row(StudyFinding study) =>
        [.. study.Cell!.Parameters.Select(parameter => Numeral.Exact(parameter.Value)), .. study.Predictions.SelectMany(Cells)];

    private static string[] Cells(PredictionFinding prediction) =>
    [
        prediction.Verdict == prediction.Expected ? Digits.Lower(prediction.Verdict) : $"{Digits.Lower(prediction.Verdict)} {Unexpected}",
        WorstFirst.Sort(prediction.Elements).FirstOrDefault() is { } worst ? DistanceText.Format(worst) : "-",
    ];
}
