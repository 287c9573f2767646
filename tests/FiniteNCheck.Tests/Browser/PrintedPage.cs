using System.Collections.Immutable;
using UglyToad.PdfPig;

namespace FiniteNCheck.Tests.Browser;

/// <summary>A page on paper: what of it is missing or cut off.</summary>
internal static class PrintedPage
{
    // Figures and rows of tables move to the next sheet as a whole, which leaves gaps: at most as much again.
    private const double MostGaps = 2;

    private static readonly (string Printed, string Letters)[] Ligatures =
    [
        ("\ufb00", "ff"), ("\ufb01", "fi"), ("\ufb02", "fl"), ("\ufb03", "ffi"), ("\ufb04", "ffl"),
    ];

    /// <summary>The faults of a PDF.</summary>
    /// <param name="content">The PDF.</param>
    /// <param name="text">All texts that the page shows, less those in formulas, whose slanted letters are other characters.</param>
    /// <param name="sheets">The sheets that the page fills without a gap.</param>
    public static ImmutableArray<(string Check, string Fault)> Faults(byte[] content, string text, double sheets)
    {
        using PdfDocument document = PdfDocument.Open(content);
        List<(string, string)> faults = [];
        if (document.NumberOfPages < Math.Floor(sheets) || document.NumberOfPages > Math.Ceiling(MostGaps * sheets))
        {
            faults.Add(("sheets", $"there are {document.NumberOfPages} for a page that fills {sheets:F1}"));
        }

        // What lies beyond the edge of the paper is not in the file at all.
        IEnumerable<string> written = document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value);
        Dictionary<char, int> printed = Letters(string.Concat(written));
        faults.AddRange(Letters(text)
            .Select(letter => (letter.Key, letter.Value, Printed: printed.GetValueOrDefault(letter.Key)))
            .Where(letter => letter.Printed < letter.Value)
            .Select(letter => ("print", $"of {letter.Value} letters {letter.Key} only {letter.Printed} are printed")));
        return [.. faults];
    }

    /// <summary>How often each letter and digit occurs.</summary>
    private static Dictionary<char, int> Letters(string text) =>
        Ligatures.Aggregate(text, (whole, ligature) => whole.Replace(ligature.Printed, ligature.Letters, StringComparison.Ordinal))
            .Where(char.IsAsciiLetterOrDigit).CountBy(letter => letter).ToDictionary();
}
