using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FiniteNCheck.Cli;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>
/// The tables of names: what <c>docs/notation.md</c> says that code and output are called, and the
/// values of constants in <c>docs/verdicts.md</c>.
/// </summary>
[Trait("Kind", "Regression")]
public sealed partial class NotationTests : CliTest
{
    private const BindingFlags Anything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Type[] Types =
    [
        .. new[] { "Model", "Numerics", "Exact", "Theory", "Verification", "Claims", "Papers", "Reporting" }
            .Select(name => Assembly.Load($"FiniteNCheck.{name}")).Append(typeof(CommandLine).Assembly)
            .SelectMany(assembly => assembly.GetTypes()),
    ];

    [Fact]
    public void Every_name_in_code_exists()
    {
        string[] names = [.. Rows("notation.md").SelectMany(row => Spans(row[1]))];
        Assert.True(names.Length >= 30, $"only {names.Length} names found");
        Assert.DoesNotContain(names, name => !Exists(name));
    }

    [Fact]
    public void Every_name_in_output_is_a_key_or_a_column()
    {
        string[] names = [.. Rows("notation.md").SelectMany(row => Spans(row[2]))];
        Assert.True(names.Length >= 20, $"only {names.Length} names found");
        Assert.Empty(names.Except([.. JsonKeys(), .. FigureColumns(), .. YamlKeys()], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_constant_of_the_verdicts_has_the_value_that_is_printed()
    {
        string[][] rows = [.. Rows("verdicts.md")];
        Assert.True(rows.Length >= 10, $"only {rows.Length} constants found");
        Assert.All(rows, row => Assert.Equal(Constant(Spans(row[0]).Single()), double.Parse(row[1])));
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("Fluctuations.Drift", true)]
    [InlineData("Fluctuations.Drifts", false)]
    [InlineData("Fluctuation.Drift", false)]
    [InlineData("Drift.Frozen", true)]
    [InlineData("Drift.Print", false)]
    [InlineData("HopfieldNetwork", true)]
    public void A_name_that_is_not_in_the_code_is_found(string name, bool exists) => Assert.Equal(exists, Exists(name));

    private static bool Exists(string name)
    {
        string[] parts = name.Split('.');
        return Types.Any(type =>
            string.Equals(type.Name, parts[0], StringComparison.Ordinal)
            && (parts.Length == 1 || (parts.Length == 2 && type.GetMember(parts[1], Anything).Length > 0)));
    }

    private static double Constant(string name)
    {
        string[] parts = name.Split('.');
        FieldInfo field = Types
            .Where(type => string.Equals(type.Name, parts[0], StringComparison.Ordinal))
            .Select(type => type.GetField(parts[1], Anything))
            .OfType<FieldInfo>()
            .Single();
        return Convert.ToDouble(field.GetRawConstantValue());
    }

    /// <summary>The cells of the rows of all tables of a page whose first or second cell is code, headings left out.</summary>
    private static IEnumerable<string[]> Rows(string page) =>
        DocumentPage.Read($"docs/{page}").Prose.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToArray())
            .Where(row => row.Length > 2 && row.Take(3).Any(cell => cell.Contains('`')));

    private static IEnumerable<string> Spans(string cell) => Span().Matches(cell).Select(match => match.Groups["name"].Value);

    private IEnumerable<string> JsonKeys()
    {
        string[][] lines =
        [
            ["exact", ModelPath, "--n", "3", "--times", "0.5,2", "--format", "json"],
            ["theory", ModelPath, "--times", "0.5,2", "--order", "1", "--format", "json"],
            ["verify", "--format", "json"],
            ["claims", "--format", "json"],
        ];
        foreach (string[] line in lines)
        {
            (_, string output, string error) = Run(new FakeBackend(), line);
            Assert.Equal("", error);
            using JsonDocument document = JsonDocument.Parse(output);
            foreach (string key in Keys(document.RootElement))
            {
                yield return key;
            }
        }
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Keys(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };

    private static IEnumerable<string> FigureColumns() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs", "figures"), "*.csv")
            .SelectMany(file => File.ReadLines(file).First().Split(','));

    /// <summary>The keys of model and study files that load, as other tests show.</summary>
    private static IEnumerable<string> YamlKeys() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "studies"), "*.yaml", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Concat(DocumentPage.Read("docs/model-file.md").Blocks.Where(block => block.Language is "yaml").Select(block => block.Text))
            .SelectMany(text => YamlKey().Matches(text).Select(match => match.Groups["key"].Value));

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();

    [GeneratedRegex(
        @"(^|[\s{,])(?<key>[a-z][a-z-]*):", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YamlKey();
}
