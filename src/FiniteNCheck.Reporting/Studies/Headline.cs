using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>The verdicts of a study in words of its subject, each a sentence: the first thing that anybody reads.</summary>
/// <param name="Subject">What was predicted: <c>Covariance, full response</c>.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Rest">How far off, or what is open, up to the full stop.</param>
internal sealed record Headline(string Subject, Verdict Verdict, string Rest)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => $"{Subject}: {Digits.Lower(Verdict)}{Rest}.";

    /// <summary>One sentence for each prediction, or for several that coincide.</summary>
    /// <param name="study">The study.</param>
    public static ImmutableArray<Headline> Of(StudyFinding study) =>
        [.. Alike.Group(study.Predictions).Select(group => new Headline(SubjectOf(group), group[0].Verdict, RestOf(group)))];

    /// <summary>All sentences in a row.</summary>
    /// <param name="study">The study.</param>
    public static string Text(StudyFinding study) => string.Join(' ', Of(study).Select(each => $"{each}"));

    /// <summary>The subject of predictions that coincide.</summary>
    /// <param name="group">The predictions.</param>
    public static string SubjectOf(ImmutableArray<PredictionFinding> group) => group.Length == 1
        ? group[0].Title
        : $"{string.Join(" and ", group.Select((each, i) => i == 0 ? each.Title : Lower(each.Title)))} (which coincide)";

    private static string RestOf(ImmutableArray<PredictionFinding> group)
    {
        PredictionFinding prediction = group[0];
        string rest = prediction.Verdict switch
        {
            Verdict.Refuted => Refuted(prediction),
            Verdict.Inconclusive => Open(prediction),
            _ => "",
        };
        IEnumerable<string> remarks = group.Select(each => ExpectationText.Remark(each.Verdict, each.Expected));
        return rest + string.Concat(remarks.Distinct(StringComparer.Ordinal));
    }

    private static string Refuted(PredictionFinding prediction)
    {
        ElementFinding? worst = WorstFirst.Sort(prediction.Elements).FirstOrDefault();
        string by = worst is not null && double.IsFinite(worst.LimitUncertainty) && double.IsFinite(worst.Distance)
            ? $", by {Numeral.Uncertainties(worst.Distance)}"
            : ",";
        return worst is null ? "" : $"{by} at {worst.Observable}, t = {Numeral.Of(worst.Time, 4)}";
    }

    private static string Open(PredictionFinding prediction)
    {
        int open = prediction.Elements.Count(element => element.Verdict == Verdict.Inconclusive);
        string deciding = prediction.Remedy?.N is { } n ? $"; sizes up to about n = {n} would decide" : "";
        return open == 0 ? "" : $", {open} of {prediction.Elements.Length} elements undecided{deciding}";
    }

    private static string Lower(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
