using System.Globalization;
using System.Text.RegularExpressions;

namespace FiniteNCheck.Tests.Support;

/// <summary>Compares pages of computed numbers: words must be the same, numbers may differ in their last digit.</summary>
internal static partial class PageComparison
{
    /// <summary>Three digits are shown in tables, two or three in reasons: one unit in the last of them.</summary>
    private const double RoundingOfDigits = 0.05;

    /// <summary>Numbers below it are rounding errors of the machine.</summary>
    private const double RoundingSize = 1e-9;

    /// <summary>Lines whose words differ, or whose numbers do by more than rounding.</summary>
    /// <param name="expected">The page.</param>
    /// <param name="obtained">The page as it is made today.</param>
    public static IEnumerable<string> Differences(string expected, string obtained)
    {
        string[] a = Lines(expected);
        string[] b = Lines(obtained);
        return Enumerable.Range(0, Math.Max(a.Length, b.Length))
            .Where(index => index >= a.Length || index >= b.Length || !Agree(a[index], b[index]))
            .Select(index => $"line {index + 1}: '{a.ElementAtOrDefault(index)}' is now '{b.ElementAtOrDefault(index)}'");
    }

    private static bool Agree(string a, string b) =>
        string.Equals(Number().Replace(a, "#"), Number().Replace(b, "#"), StringComparison.Ordinal)
        && Values(a).Zip(Values(b)).All(pair =>
            Math.Abs(pair.First - pair.Second) <= RoundingOfDigits * Math.Abs(pair.First)
            || Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second)) < RoundingSize);

    private static IEnumerable<double> Values(string line) =>
        Number().Matches(line).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));

    /// <summary>The lines of a page, whatever ends them.</summary>
    /// <param name="text">The page.</param>
    public static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][+-]?\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
