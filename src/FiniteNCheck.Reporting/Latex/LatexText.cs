using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace FiniteNCheck.Reporting.Latex;

/// <summary>Text and printed numbers as LaTeX for every engine and font encoding.</summary>
internal static partial class LatexText
{
    private static readonly FrozenDictionary<int, string> Special = new Dictionary<int, string>
    {
        ['\\'] = @"\textbackslash{}",
        ['{'] = @"\{",
        ['}'] = @"\}",
        ['$'] = @"\$",
        ['&'] = @"\&",
        ['%'] = @"\%",
        ['#'] = @"\#",
        ['_'] = @"\_",
        ['^'] = @"\textasciicircum{}",
        ['~'] = @"\textasciitilde{}",
        ['`'] = @"\textasciigrave{}",
        ['"'] = @"\symbol{34}",
        ['<'] = "$<$",
        ['>'] = "$>$",
        ['|'] = "$|$",

        // At the start of a row LaTeX would take these for arguments of the line break before.
        ['['] = "{[}",
        [']'] = "{]}",
        ['*'] = "{*}",
        ['±'] = @"$\pm$",
        ['×'] = @"$\times$",
        ['·'] = @"$\cdot$",
        ['→'] = @"$\to$",
        ['−'] = "$-$",
        ['≤'] = @"$\leq$",
        ['≥'] = @"$\geq$",
        ['≠'] = @"$\neq$",
        ['≈'] = @"$\approx$",
        ['∞'] = @"$\infty$",
        ['∂'] = @"$\partial$",
        ['∑'] = @"$\sum$",
        ['√'] = @"$\surd$",
        ['²'] = "$^2$",
        ['³'] = "$^3$",
        ['–'] = "--",
        ['—'] = "---",
        ['’'] = "'",
        ['…'] = @"\ldots{}",
    }.ToFrozenDictionary();

    // By Unicode from alpha to omega, the second sigma being the final one, and likewise in capitals.
    private static readonly string[] Greek =
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "o",
        "pi",
        "rho",
        "varsigma",
        "sigma",
        "tau",
        "upsilon",
        "phi",
        "chi",
        "psi",
        "omega",
    ];

    private static readonly string[] GreekCapitals =
    [
        "Gamma",
        "Delta",
        "Theta",
        "Lambda",
        "Xi",
        "Pi",
        "Sigma",
        "Upsilon",
        "Phi",
        "Psi",
        "Omega",
    ];

    /// <summary>
    /// The text with what LaTeX would take for its own marked as plain, on one line, signs and Greek letters as
    /// mathematics. European letters stay as they are; other characters become their code, such as <c>U+4E2D</c>.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        Rune before = default;
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Fonts join two of these into one sign.
            escaped.Append(rune == before && rune.Value is '-' or '\'' or ',' ? "{}" : "").Append(Of(rune));
            before = rune;
        }

        return escaped.ToString();
    }

    /// <summary>
    /// A printed number as mathematics: <c>1.2e-05</c> as <c>$1.2\times 10^{-5}$</c>, <c>1.02 ± 0.03</c> as
    /// <c>$1.02 \pm 0.03$</c>. A dash, where there is no number, becomes a longer one; <c>a to b</c> is two numbers;
    /// anything else is a text.
    /// </summary>
    /// <param name="printed">The number as tables print it.</param>
    public static string Number(string printed)
    {
        string[] range = printed.Split(" to ");
        string[] numbers = [.. range.Select(part => string.Join(@" \pm ", part.Split(" ± ").Select(Formula)))];
        return printed is "-" ? "--"
            : Array.Exists(numbers, number => number.Length == 0) ? Escape(printed)
            : string.Join(" to ", numbers.Select(number => $"${number}$"));
    }

    /// <summary>A formula in TeX, without its dollar signs: words in it, such as names of blocks, may hold an underscore.</summary>
    /// <param name="tex">The formula.</param>
    public static string Mathematics(string tex) =>
        Word().Replace(tex, match => match.Value.Replace("_", @"\_", StringComparison.Ordinal));

    /// <summary>A number without its dollar signs; empty if it is not a number, so that the whole is treated as text.</summary>
    private static string Formula(string number) =>
        number is "inf" ? @"\infty"
        : number is "-inf" ? @"-\infty"
        : PlainNumber().Match(number) is not { Success: true } match ? ""
        : match.Groups["exponent"] is not { Success: true } exponent ? number
        : $@"{match.Groups["mantissa"].Value}\times 10^{{{int.Parse(exponent.Value)}}}";

    private static string Of(Rune rune) =>
        Special.TryGetValue(rune.Value, out string? known) ? known
        : rune.Value is >= ' ' and <= '~' ? rune.ToString()
        : Rune.IsWhiteSpace(rune) ? " "
        : rune.Value is >= 'α' and <= 'ω' ? GreekLetter(Greek[rune.Value - 'α'])
        : Array.Find(GreekCapitals, name => CapitalOf(name) == rune.Value) is { } capital ? $@"$\{capital}$"
        : rune.Value is >= 'À' and <= 'ž' && Rune.IsLetter(rune) ? rune.ToString()
        : $"U+{rune.Value:X4}";

    private static string GreekLetter(string name) => name is "o" ? "$o$" : $@"$\{name}$";

    private static int CapitalOf(string name) => 'Α' + Array.IndexOf(Greek, name.ToLowerInvariant());

    [GeneratedRegex(@"^(?<mantissa>-?\d+(\.\d+)?)(e(?<exponent>[+-]?\d+))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"\\mathrm\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
