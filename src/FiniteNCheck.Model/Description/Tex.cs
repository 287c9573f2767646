namespace FiniteNCheck.Model.Description;

/// <summary>Pieces of TeX, of the subset that reports can typeset.</summary>
internal static class Tex
{
    private const int ShownDigits = 6;

    /// <summary>A number to six digits; the model's file has them all.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value)
    {
        string text = Numeral.Of(value, ShownDigits);
        int at = text.IndexOf('e', StringComparison.Ordinal);
        return at < 0 ? text : $"{text[..at]}\\cdot 10^{{{text[(at + 1)..]}}}";
    }

    /// <summary>A word in upright letters.</summary>
    /// <param name="word">The word.</param>
    public static string Word(string word) => $"\\mathrm{{{word}}}";

    /// <summary>A sum of terms, each with its sign before it.</summary>
    /// <param name="terms">Numbers and what they multiply; terms with a vanishing number are left out.</param>
    public static string Sum(IEnumerable<(double Factor, string Of)> terms)
    {
        string sum = string.Concat(terms.Where(term => term.Factor != 0).Select(term =>
        {
            string size = Math.Abs(term.Factor) == 1 && term.Of.Length > 0 ? "" : Number(Math.Abs(term.Factor));
            string gap = size.Length > 0 && term.Of.Length > 0 ? "\\," : "";
            return $"{(term.Factor < 0 ? "-" : "+")}{size}{gap}{term.Of}";
        }));
        return sum.Length == 0 ? "0" : sum.StartsWith('+') ? sum[1..] : sum;
    }
}
