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
        string sign = verdict switch
        {
            Verdict.Confirmed => "✓",
            Verdict.Refuted => "✗",
            _ => "?",
        };
        return HtmlElement.Of($"span.verdict.{word}", $"{sign} {word}");
    }

    /// <summary>The outcome of a whole report.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="more">What else is said beside it.</param>
    public static XElement Banner(Outcome outcome, string more) => HtmlElement.Of(
        "p.outcome",
        HtmlElement.Of("strong", outcome switch
        {
            Outcome.AsExpected => "Everything came out as expected.",
            Outcome.Inconclusive => "Not everything could be decided; nothing came out otherwise.",
            _ => "Something came out otherwise than expected.",
        }),
        $" {more}");
}
