using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Html;

/// <summary>
/// Sentences with formulas in plain letters, such as <c>beta > 1 + 8 Omega~^2</c>, with Greek letters, indices and
/// exponents as they are printed.
/// </summary>
internal static partial class MathText
{
    private const string CombiningTilde = "\u0303";

    private static readonly Dictionary<string, string> Symbols =
        ("alpha α beta β gamma γ delta δ epsilon ε eps ε lambda λ mu μ nu ν xi ξ sigma σ Gamma Γ Delta Δ Sigma Σ dSigma dΣ Omega Ω "
            + "sqrt √ <= ≤ >= ≥ != ≠ -> → +- ±")
        .Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The sentence as texts and elements.</summary>
    /// <param name="text">The sentence.</param>
    public static IEnumerable<object> Parse(string text)
    {
        int done = 0;
        foreach (Match match in Pieces().Matches(text))
        {
            yield return text[done..match.Index];
            yield return match switch
            {
                _ when match.Groups["index"] is { Success: true } index => Script("sub", index.Value),
                _ when match.Groups["exponent"] is { Success: true } exponent => Script("sup", exponent.Value),
                _ when match.Groups["sum"].Success => "∑",
                _ when match.Value is "~" => CombiningTilde,
                _ => Symbols.GetValueOrDefault(match.Value, match.Value),
            };
            done = match.Index + match.Length;
        }

        yield return text[done..];
    }

    private static XElement Script(string name, string text) => HtmlElement.Of(name, Parse(text.Trim('{', '}')));

    // An index or exponent is a group in braces or brackets, a word or number, perhaps signed, or signs alone; a
    // tilde belongs to the letter before it.
    private const string Before = @"(?<=[\p{L}\p{N})\]|~+-])";
    private const string Index = Before + @"_(?<index>\{[^}]*\}|[A-Za-z0-9']+(?:,[A-Za-z0-9']+)*|[+-]+)";
    private const string Exponent = Before + @"\^(?<exponent>\{[^}]*\}|-?\([^)]*\)|-[A-Za-z0-9]+(?:/[0-9]+)?|[A-Za-z0-9]+|[+-]+)";
    private const string Symbol = @"(?<sum>\bsum(?=_))|~(?=\W|_|$)|\b[A-Za-z]+(?=\b|_)|<=|>=|!=|->|\+-";

    [GeneratedRegex(
        Index + "|" + Exponent + "|" + Symbol,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pieces();
}
