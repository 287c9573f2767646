using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>Verdicts on a page.</summary>
internal static class VerdictHtml
{
    /// <summary>A verdict as a sign and a word; the colour is redundant.</summary>
    /// <param name="verdict">The verdict.</param>
    public static XElement Badge(Verdict verdict)
    {
        string word = Digits.Lower(verdict);
        return HtmlElement.Of($"span.verdict.{word}", $"{Sign(verdict)} {word}");
    }

    /// <summary>A verdict as a sign.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "✓",
        Verdict.Refuted => "✗",
        _ => "?",
    };

    /// <summary>The outcome of a whole report: its verdicts in words of the subject, and below them whether they were expected.</summary>
    /// <param name="sentences">The verdicts, one paragraph each.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="more">What else is said beside it.</param>
    public static XElement Banner(IEnumerable<IEnumerable<object>> sentences, Outcome outcome, string more) => HtmlElement.Of(
        "div.outcome",
        sentences.Select(sentence => HtmlElement.Of("p.headline", sentence)),
        HtmlElement.Of(
            "p.faint",
            outcome switch
            {
                Outcome.AsExpected => "Each verdict is the one that was expected.",
                Outcome.Inconclusive => "Not everything could be decided; nothing came out otherwise than expected.",
                _ => "Something came out otherwise than expected.",
            },
            $" {more}"));
}
