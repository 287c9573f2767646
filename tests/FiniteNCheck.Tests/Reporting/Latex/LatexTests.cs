using System.Buffers;
using System.Diagnostics;
using System.Text.RegularExpressions;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Latex;
using FiniteNCheck.Reporting.Verify;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Latex;

/// <summary>
/// LaTeX that compiles: everything that is LaTeX's own is masked, braces and environments close, rows have as many
/// cells as columns.
/// </summary>
public sealed partial class LatexTests
{
    private static readonly SearchValues<char> Special = SearchValues.Create("$_^~#%");

    /// <summary>All commands that pages use, tests' texts included.</summary>
    private static readonly string[] Known =
    [
        @"\begingroup",
        @"\endgroup",
        @"\footnotesize",
        @"\setlength",
        @"\tabcolsep",
        @"\subsection",
        @"\subsubsection",
        @"\noindent",
        @"\par",
        @"\textbf",
        @"\begin",
        @"\end",
        @"\toprule",
        @"\midrule",
        @"\bottomrule",
        @"\endhead",
        @"\endlastfoot",
        @"\raggedright",
        @"\arraybackslash",
        @"\linewidth",
        @"\shortstack",
        @"\textbackslash",
        @"\textasciicircum",
        @"\textasciitilde",
        @"\textasciigrave",
        @"\symbol",
        @"\times",
        @"\pm",
        @"\to",
        @"\infty",
        @"\Sigma",
        @"\Delta",
        @"\Gamma",
        @"\sigma",
        @"\displaystyle",
        @"\frac",
        @"\in",
        @"\mathrm",
        @"\quad",
        @"\sqrt",
        @"\sum",
    ];

    public static TheoryData<string> Pages { get; } = ["verify", "claims"];

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(@"\{}$&%#_^~", @"\textbackslash{}\{\}\$\&\%\#\_\textasciicircum{}\textasciitilde{}")]
    [InlineData("a → b ± Σ − α·β ≤ ∞", @"a $\to$ b $\pm$ $\Sigma$ $-$ $\alpha$$\cdot$$\beta$ $\leq$ $\infty$")]
    [InlineData("[2] * <x|y> \"q\" `c`", @"{[}2{]} {*} $<$x$|$y$>$ \symbol{34}q\symbol{34} \textasciigrave{}c\textasciigrave{}")]
    [InlineData("--full ''", "-{}-full '{}'")]
    [InlineData("ü ž\n中\U0001D4D7", "ü ž U+4E2DU+1D4D7")]
    [InlineData("Ω Γ Δ ω ς σ ο", @"$\Omega$ $\Gamma$ $\Delta$ $\omega$ $\varsigma$ $\sigma$ $o$")]
    public void Texts_are_masked(string text, string expected) => Assert.Equal(expected, LatexText.Escape(text));

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("-0.367823 ± 2.0e-07", @"$-0.367823 \pm 2.0\times 10^{-7}$")]
    [InlineData("1.234e+05", @"$1.234\times 10^{5}$")]
    [InlineData("1.00 to 1.17", "$1.00$ to $1.17$")]
    [InlineData("20", "$20$")]
    [InlineData("-", "--")]
    [InlineData("-inf", @"$-\infty$")]
    [InlineData("50% to_day", @"50\% to\_day")]
    public void Printed_numbers_become_mathematics(string printed, string expected) => Assert.Equal(expected, LatexText.Number(printed));

    [Fact]
    [Trait("Kind", "Unit")]
    public void Names_in_formulas_are_masked() =>
        Assert.Equal(@"\sum_{i \in \mathrm{two\_spins}} \sigma_x", LatexText.Mathematics(@"\sum_{i \in \mathrm{two_spins}} \sigma_x"));

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_model_is_written_as_formulas()
    {
        string formula = SampleReports.Verify.Studies[0].Setup!.Hamiltonian[0];
        Assert.Contains($"$$ {formula} $$", VerifyMarkdown.Render(SampleReports.Verify), StringComparison.Ordinal);
        Assert.Contains($@"$\displaystyle {formula}$", VerifyLatex.Render(SampleReports.Verify), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Kind", "Invariant")]
    [MemberData(nameof(Pages))]
    public void A_page_is_well_formed(string page) => Assert.Empty(Faults(Render(page)));

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData(@"\_", "_")]
    [InlineData(@"\textbackslash{}", @"\")]
    [InlineData(@"\end{longtable}", "")]
    [InlineData(" & ", " ")]
    [InlineData("$0.99$", "$0.99")]
    [InlineData(@"\%", "%")]
    [InlineData(@"\endgroup", "}")]
    public void A_page_with_a_fault_is_not(string sound, string broken)
    {
        string text = Render("verify");
        int place = text.IndexOf(sound, text.IndexOf(@"\begingroup", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(Faults(text.Remove(place, sound.Length).Insert(place, broken)));
    }

    [LatexFact]
    [Trait("Kind", "CrossCheck")]
    public void Pages_compile_by_the_command_that_they_name()
    {
        string folder = Directory.CreateTempSubdirectory("finitencheck-tests-").FullName;
        try
        {
            foreach (string page in new[] { "verify", "claims" })
            {
                string text = Render(page);
                File.WriteAllText(Path.Combine(folder, $"{page}.tex"), text);
                string[] words = text.Split('\n')
                    .First(line => line.StartsWith("% pdflatex ", StringComparison.Ordinal))
                    .Split('\'');
                ProcessStartInfo start = new(
                    "pdflatex",
                    ["-halt-on-error", "-interaction=nonstopmode", $"-jobname={page}", words[1]])
                {
                    WorkingDirectory = folder,
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                };
                using Process process = Process.Start(start)!;
                string output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                Assert.True(process.ExitCode == 0 && File.Exists(Path.Combine(folder, $"{page}.pdf")), output);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Render(string page) =>
        page is "verify" ? VerifyLatex.Render(SampleReports.Verify) : ClaimsLatex.Render(SampleReports.Claims);

    private static IEnumerable<string> Faults(string text)
    {
        // What is masked is out of the way first; comments stand at the top alone.
        string[] lines = [.. text.Split('\n').SkipWhile(line => line.StartsWith('%'))];
        int columns = 0;
        int depth = 0;
        Stack<string> open = [];
        foreach (string line in lines)
        {
            string bare = Masked().Replace(line, "");
            depth += bare.Count(c => c == '{') - bare.Count(c => c == '}');
            string formulas = Formula().Replace(bare, "");
            columns = Table().Match(line) is { Success: true } table ? Column().Count(table.Groups["columns"].Value) : columns;
            foreach (Match match in Environment().Matches(line))
            {
                if (match.Groups["what"].Value is "begin")
                {
                    open.Push(match.Groups["name"].Value);
                }
                else if (!open.TryPop(out string? name) || !string.Equals(name, match.Groups["name"].Value, StringComparison.Ordinal))
                {
                    yield return $"unbalanced: {line}";
                }
            }

            if (
                depth != 0
                || formulas.AsSpan().IndexOfAny(Special) >= 0
                || Commands().Matches(line).Any(match => !Known.Contains(match.Value, StringComparer.Ordinal)))
            {
                yield return $"not masked or not closed: {line}";
            }

            if (line.EndsWith(@" \\", StringComparison.Ordinal) ? bare.Split('&').Length != columns : bare.Contains('&'))
            {
                yield return $"a row of {columns} columns: {line}";
            }
        }

        if (
            open.Count > 0
            || lines.Count(line => line is @"\begingroup") != 1
            || lines.Count(line => line.EndsWith(@"\endgroup", StringComparison.Ordinal)) != 1)
        {
            yield return "something is not closed at the end";
        }
    }

    [GeneratedRegex(@"\\[{}$&%#_\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Masked();

    [GeneratedRegex(@"\$[^$]*\$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Formula();

    [GeneratedRegex(@"\\begin\{longtable\}\{@\{\}(?<columns>.*)@\{\}\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@">\{[^}]*\}p\{[^}]*\}|[lr]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();

    [GeneratedRegex(@"\\(?<what>begin|end)\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Environment();

    [GeneratedRegex(@"(?<!\\)\\[A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();
}
