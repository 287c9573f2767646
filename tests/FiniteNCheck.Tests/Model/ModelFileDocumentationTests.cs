using System.Text.RegularExpressions;
using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Model;

/// <summary>The examples of <c>docs/model-file.md</c> work.</summary>
[Trait("Kind", "Unit")]
public sealed partial class ModelFileDocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "model-file.md"));

    [Fact]
    public void Every_yaml_example_loads()
    {
        List<string> names = [.. Examples().Select((yaml, index) => ModelFile.Parse(yaml, $"example {index + 1}").Name)];

        Assert.True(names.Count >= 4, $"{names.Count} examples");
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    [Fact]
    public void The_example_of_a_message_is_what_the_reader_says()
    {
        BadFile bad = BadJumps.Files.Single(file => string.Equals(file.Name, "unknown operator", StringComparison.Ordinal));

        Assert.Contains(
            $"{Assert.Throws<InputFileException>(() => ModelFile.Parse(bad.Text, "my-model.yaml")).Message}\n", Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Examples() => YamlFence().Matches(Text).Select(match => match.Groups["yaml"].Value);

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FiniteNCheck.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex("^```yaml\n(?<yaml>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YamlFence();
}
