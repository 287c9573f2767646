using System.Text.RegularExpressions;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Files.Models;

/// <summary>The examples of <c>docs/model-file.md</c> and <c>README.md</c> work.</summary>
[Trait("Kind", "Unit")]
public sealed partial class ModelFileDocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "model-file.md"));
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public void Every_yaml_example_loads()
    {
        List<string> names = [.. Examples().Select((yaml, index) => ModelFile.ParseAny(yaml, $"example {index + 1}").Name)];

        Assert.True(names.Count >= 5, $"{names.Count} examples");
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    [Fact]
    public void The_example_of_a_message_is_what_the_reader_says()
    {
        BadFile bad = BadJumps.Files.Single(file => string.Equals(file.Name, "unknown operator", StringComparison.Ordinal));

        string message = Assert.Throws<InputFileException>(() => ModelFile.Parse(bad.Text, "my-model.yaml")).Message;
        Assert.Contains($"{message}\n", Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Examples() => YamlFence().Matches(Text + Readme).Select(match => match.Groups["yaml"].Value);

    [GeneratedRegex(
        "^```yaml\n(?<yaml>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex YamlFence();
}
