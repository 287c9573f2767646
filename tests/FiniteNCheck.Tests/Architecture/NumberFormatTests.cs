using System.Text.RegularExpressions;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>
/// Numbers for people are written by <c>Numeral</c> and by nothing else, so that one sentence does not say 1.0E-002
/// and the next 0.01.
/// </summary>
[Trait("Kind", "Architecture")]
public sealed partial class NumberFormatTests
{
    /// <summary>Parts of paths where a format is allowed, with the reason.</summary>
    private static readonly string[] Exceptions =
    [
        "Model/Numeral.cs", // It is the one way.
        "Formulas/Formula.cs",
        "StateFunctions/Probability.cs",
        "Models/ModelJson.cs",
        "Yaml/YamlScalar.cs",
        "Runs/PointIdentity.cs",
        "Exact/RecordedRun.cs",
        "Reference/ReferenceFileText.cs",
        "Reference/ReferenceComparison.cs",
        "Text/Digits.cs", // Every digit, for programs.
        "Reporting/Svg/", // Coordinates and the numbers at axes.
        "Numerics/", // It knows no other project; its few messages have the same form.
        "Judges/BoundJudge.cs",
        "Hopfield/RetrievalSolution.cs",
        "Lemmas/MeanFieldError.cs",
        "Studies/OrderText.cs", // Orders and overlaps between 0 and a few, with fixed decimals.
        "Running/ProgressLine.cs", // Whole percents.
    ];

    [Fact]
    public void No_message_has_a_format_of_its_own()
    {
        string root = Path.Combine(RepositoryRoot.Path, "src");
        string[] found =
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(file =>
                    !file.Contains("/obj/", StringComparison.Ordinal)
                    && !file.Contains("/bin/", StringComparison.Ordinal)
                    && !Exceptions.Any(part => file.Contains(part, StringComparison.Ordinal)))
                .SelectMany(file =>
                    File.ReadLines(Path.Combine(root, file))
                        .Where(line => Format().IsMatch(line))
                        .Select(line => $"{file}: {line.Trim()}")),
        ];
        Assert.Empty(found);
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("$\"known to {uncertainty:E1} only\"", true)]
    [InlineData("$\"t = {time:R}\"", true)]
    [InlineData("$\"{100 * share:P0}\"", true)]
    [InlineData("value.ToString(\"G4\", CultureInfo.InvariantCulture)", true)]
    [InlineData("value.ToString(\"0.0e+00\")", true)]
    [InlineData("$\"{Numeral.Error(uncertainty)} at n = {n}, {now:yyyy-MM-dd}\"", false)]
    [InlineData("$\"{Guid.NewGuid():N}.tmp\"", false)]
    public void A_format_is_seen(string line, bool isFormat) => Assert.Equal(isFormat, Format().IsMatch(line));

    [GeneratedRegex(
        @":[EFGPRC][0-9]*\}|ToString\(\$?""([EFGPRC][0-9{]|R""|[0#]+\.)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Format();
}
