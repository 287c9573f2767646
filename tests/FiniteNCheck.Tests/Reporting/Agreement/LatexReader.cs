using System.Text.RegularExpressions;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>What a reader of a typeset cell sees, as plain text.</summary>
internal static partial class LatexReader
{
    private static readonly (string Latex, string Plain)[] Signs =
    [
        (@"\symbol{34}", "\""),
        (@"\textasciicircum{}", "^"),
        (@"\textasciitilde{}", "~"),
        (@"\textasciigrave{}", "`"),
        ("$<$", "<"),
        ("$>$", ">"),
        ("$|$", "|"),
        ("$-$", "−"),
        (@"$\to$", "→"),
        (@"$\pm$", "±"),
        (@"$\infty$", "inf"),
        (@"$-\infty$", "-inf"),
        (@"$\Sigma$", "Σ"),
        (@"$\alpha$", "α"),
        (@"$\omega$", "ω"),
        ("{[}", "["),
        ("{]}", "]"),
        ("{*}", "*"),
        ("-{}-", "--"),
        (@"\_", "_"),
        (@"\&", "&"),
        (@"\%", "%"),
        (@"\#", "#"),
        (@"\$", "\u0001"),
        (@"\{", "\u0002"),
        (@"\}", "\u0003"),
        (@"\textbackslash{}", "\u0004"),
    ];

    public static string Plain(string latex)
    {
        string text = Stack().Replace(latex, match => match.Groups["lines"].Value.Replace(@"\\", " ", StringComparison.Ordinal));
        text = Bold().Replace(text, "${text}");
        text = text is "--"
            ? "-"
            : Signs.Aggregate(text, (rest, sign) => rest.Replace(sign.Latex, sign.Plain, StringComparison.Ordinal));
        text = Power()
            .Replace(text, "e${exponent}")
            .Replace(@" \pm ", " ± ", StringComparison.Ordinal)
            .Replace("$", "", StringComparison.Ordinal);
        return text.Contains('\\') || text.Contains('{')
            ? throw new InvalidDataException($"'{latex}' has a command that is not known here: '{text}'.")
            : text.Replace('\u0001', '$').Replace('\u0002', '{').Replace('\u0003', '}').Replace('\u0004', '\\');
    }

    [GeneratedRegex(@"\\shortstack\[[lr]\]\{(?<lines>.*)\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stack();

    [GeneratedRegex(@"\\textbf\{(?<text>[a-zA-Z ]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\\times 10\^\{(?<exponent>-?\d+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Power();
}
