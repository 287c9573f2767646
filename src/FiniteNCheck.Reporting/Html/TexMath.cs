using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Html;

/// <summary>Formulas in a subset of TeX as MathML: letters, numbers, indices, exponents, fractions, roots, sums, words, Greek.</summary>
internal sealed class TexMath
{
    private static readonly Dictionary<string, string> Letters =
        "sigma σ Gamma Γ Delta Δ Sigma Σ Omega Ω omega ω beta β kappa κ gamma γ mu μ lambda λ rho ρ psi ψ".Split(' ')
            .Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Signs =
        "sum ∑ in ∈ cdot ⋅ cdots ⋯ to → uparrow ↑ downarrow ↓ times ×".Split(' ')
            .Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Gaps = new(StringComparer.Ordinal)
    {
        [","] = "\u2009",
        [";"] = "\u2005",
        ["quad"] = "\u2003",
    };

    private readonly string text;
    private int at;

    private TexMath(string text) => this.text = text;

    /// <summary>A formula on a line of its own.</summary>
    /// <param name="tex">The formula.</param>
    /// <exception cref="FormatException">It uses TeX beyond the subset.</exception>
    public static XElement Display(string tex) => MathMl.Display([.. new TexMath(tex).Parts(isGroup: false)]);

    private List<XElement> Parts(bool isGroup)
    {
        List<XElement> parts = [];
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '}' && isGroup)
            {
                at++;
                return parts;
            }

            if (c == ' ')
            {
                at++;
            }
            else if (c is '_' or '^')
            {
                at++;
                XElement whole = parts.Count > 0 ? parts[^1] : throw Error("an index without a base");
                parts[^1] = Script(whole, Argument(), c);
            }
            else
            {
                parts.Add(Atom());
            }
        }

        return isGroup ? throw Error("a brace that is not closed") : parts;
    }

    /// <summary>An index or an exponent; the second of the two joins the first.</summary>
    private static XElement Script(XElement whole, XElement script, char kind)
    {
        string name = whole.Name.LocalName;
        bool isSum = whole.Value is "∑";
        if (name is "msub" && kind == '^')
        {
            XElement[] parts = [.. whole.Elements()];
            return MathMl.SubSup(parts[0], parts[1], script);
        }

        return kind == '_' ? isSum ? MathMl.Under(whole, script) : MathMl.Sub(whole, script) : MathMl.Sup(whole, script);
    }

    private XElement Argument()
    {
        if (at < text.Length && text[at] == '{')
        {
            at++;
            return MathMl.Row([.. Parts(isGroup: true)]);
        }

        return Atom();
    }

    private XElement Atom()
    {
        char c = text[at];
        if (c == '{')
        {
            return Argument();
        }

        if (c == '\\')
        {
            return Command();
        }

        if (char.IsDigit(c))
        {
            int start = at;
            while (at < text.Length && (char.IsDigit(text[at]) || text[at] == '.'))
            {
                at++;
            }

            return MathMl.Symbol(text[start..at].TrimEnd('.'));
        }

        at++;
        return MathMl.Symbol(c == '-' ? "−" : $"{c}");
    }

    private XElement Command()
    {
        int start = ++at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        at = Math.Max(at, start + 1);
        string name = text[start..at];
        return name switch
        {
            "frac" => MathMl.Fraction(Argument(), Argument()),
            "sqrt" => MathMl.Root(Argument()),
            "mathrm" => MathMl.Words(Verbatim()),
            _ when Letters.TryGetValue(name, out string? letter) => MathMl.Symbol(letter),
            _ when Signs.TryGetValue(name, out string? sign) => MathMl.Symbol(sign),
            _ when Gaps.TryGetValue(name, out string? gap) => MathMl.Words(gap),
            _ => throw Error($"\\{name}"),
        };
    }

    private string Verbatim()
    {
        int end = text.IndexOf('}', at);
        string words = at < text.Length && text[at] == '{' && end > at ? text[(at + 1)..end] : throw Error("a word without braces");
        at = end + 1;
        return words;
    }

    private FormatException Error(string found) => new($"The formula '{text}' holds {found}, which reports do not typeset.");
}
