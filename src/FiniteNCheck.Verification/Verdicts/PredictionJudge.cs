using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Verification.Verdicts;

/// <summary>Judges one prediction against all its ladders, element by element and time by time.</summary>
internal static class PredictionJudge
{
    /// <summary>Number of undecided elements that are spelled out; the rest are counted.</summary>
    private const int MaxSpelledOut = 3;

    internal static PredictionFinding Judge(
        ExpectedPrediction expected,
        PredictedElement[] predicted,
        PredictedCurve curve,
        Func<PredictedElement, int, Comparison> compare,
        ExactLadders ladders,
        Func<int, ExactPlan> plan)
    {
        ImmutableArray<ElementFinding> elements =
        [
            .. Enumerable.Range(0, ladders.Times.Length).SelectMany(t => predicted
                .Where(element => element.Limits[t] is not null)
                .SelectMany(element => expected.Prediction.Assertion.Judge(compare(element, t)))),
        ];
        Verdict verdict = elements.Select(element => element.Verdict).Combine();
        Remedy? remedy =
            verdict == Verdict.Inconclusive
                ? Remedy.Find([.. elements.Where(element => element.Verdict == verdict)], ladders.Sizes, plan)
                : null;
        return new PredictionFinding
        {
            Prediction = expected.Name,
            Title = expected.Prediction.Title,
            Statement = expected.Prediction.Statement,
            Expected = expected.Expected,
            Verdict = verdict,
            Reason = verdict switch
            {
                Verdict.Inconclusive => $"{Inconclusive(elements)} {remedy!.Text}",
                _ when !expected.Prediction.Assertion.HasDistances => OneByOne(elements, verdict),
                Verdict.Confirmed => Confirmed(elements),
                _ => Refuted(elements),
            },
            Elements = elements,
            Remedy = remedy,
            Curve = curve,
        };
    }

    private static string Confirmed(ImmutableArray<ElementFinding> elements)
    {
        ElementFinding farthest = elements.MaxBy(element => element.Distance)!;
        ElementFinding[] withOrder = [.. elements.Where(element => element.Order is not null)];
        int constant = elements.Length - withOrder.Length;
        string orders =
            withOrder.Length == 0
                ? "none depends on N"
                : $"observed order {Numeral.Of(withOrder.Min(e => e.Order!.Value))} to {Numeral.Of(withOrder.Max(e => e.Order!.Value))}, "
                    + "1 or above within every interval";
        string rest = constant > 0 && withOrder.Length > 0 ? $" ({constant} do not depend on N)" : string.Empty;
        return $"all {elements.Length} elements lie within their uncertainty, at most {Numeral.Distance(farthest.Distance)} of it "
            + $"({Place(farthest)}); {orders}{rest}.";
    }

    private static string Refuted(ImmutableArray<ElementFinding> elements)
    {
        ElementFinding[] refuted = [.. elements.Where(element => element.Verdict == Verdict.Refuted)];
        IEnumerable<string> worst = refuted
            .GroupBy(element => element.Observable, StringComparer.Ordinal)
            .Select(group => group.MaxBy(element => element.Distance)!)
            .OrderByDescending(element => element.Distance)
            .Select(element => $"{element.Observable} by {Numeral.Distance(element.Distance)} (t = {Numeral.ExactTime(element.Time)})");
        return $"{refuted.Length} of {elements.Length} elements are refuted; in uncertainties, each at its worst: "
            + $"{string.Join(", ", worst)}.";
    }

    // Distances in uncertainties mean nothing for bounds: the elements' own reasons do.
    private static string OneByOne(ImmutableArray<ElementFinding> elements, Verdict verdict)
    {
        ElementFinding[] deciding = [.. elements.Where(element => element.Verdict == verdict)];
        string spelledOut = string.Join(" ", deciding.Take(MaxSpelledOut).Select(element => $"{Place(element)}: {element.Reason}"));
        string more = deciding.Length > MaxSpelledOut ? $" And {deciding.Length - MaxSpelledOut} more." : string.Empty;
        return $"{deciding.Length} of {elements.Length} elements are {verdict.ToString().ToLowerInvariant()}. {spelledOut}{more}";
    }

    private static string Inconclusive(ImmutableArray<ElementFinding> elements)
    {
        ElementFinding[] open = [.. elements.Where(element => element.Verdict == Verdict.Inconclusive)];
        string times = TimeVerdict.Describe(PredictionFinding.TimesOf(elements));
        string span =
            elements.Length > open.Length && times.Contains(',', StringComparison.Ordinal)
                ? $"{char.ToUpperInvariant(times[0])}{times[1..]}. "
                : string.Empty;
        string spelledOut = string.Join(" ", open.Take(MaxSpelledOut).Select(element => $"{Place(element)}: {element.Reason}"));
        string more = open.Length > MaxSpelledOut ? $" And {open.Length - MaxSpelledOut} more." : string.Empty;
        return $"{span}{open.Length} of {elements.Length} elements are undecided. {spelledOut}{more}";
    }

    private static string Place(ElementFinding element) => $"{element.Observable} at t = {Numeral.ExactTime(element.Time)}";
}
