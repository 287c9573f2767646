using System.Text.RegularExpressions;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Models;

/// <summary>What <c>init</c> writes loads, runs and comes out as it says, in every variant that its comments show.</summary>
[Trait("Kind", "Cli")]
public sealed partial class InitVerbTests : CliTest
{
    private string Out => Path.Combine(Folder, "new");

    [Theory]
    [InlineData("hopfield")]
    [InlineData("blocks")]
    public void The_study_comes_out_as_expected(string kind)
    {
        (int exit, string output, string error) = Run(new FakeBackend(), "init", "mine", "--kind", kind, "--out", Out);
        Assert.Equal(0, exit);
        Assert.Equal($"To run the study: finitencheck verify {Path.Combine(Out, "mine-study.yaml")}\n", error.ReplaceLineEndings("\n"));
        string[] written = output.TrimEnd().Split('\n');
        Assert.Equal(written.Order(), Directory.GetFiles(Out, "*", SearchOption.AllDirectories).Order());

        (exit, output, error) = Run(new Backend(), "verify", Path.Combine(Out, "mine-study.yaml"));
        Assert.True(exit == 0, output + error);
        Assert.Contains("Study mine-study: model mine", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hopfield")]
    [InlineData("blocks")]
    public void Every_alternative_that_a_comment_shows_loads(string kind)
    {
        Run(new FakeBackend(), "init", "mine", "--kind", kind, "--out", Out);
        string model = Path.Combine(Out, "mine.yaml");
        string[] models = [File.ReadAllText(model), .. Alternatives(File.ReadAllText(model))];
        Assert.True(models.Length >= 7, $"{models.Length} models");
        Assert.All(models, text =>
        {
            Assert.Equal("mine", ModelFile.Parse(text, "mine.yaml").Name);
            Assert.Equal("", EditorSchema.Complaints(EditorSchema.Model, text));
        });

        string study = Path.Combine(Out, "mine-study.yaml");
        string[] studies = [File.ReadAllText(study), .. Alternatives(File.ReadAllText(study))];
        Assert.Equal(5, studies.Length);
        Assert.All(studies, text =>
        {
            File.WriteAllText(study, text);
            Assert.Equal("mine-study", Study.Load(study).Name);
            Assert.Equal("", EditorSchema.Complaints(EditorSchema.Study, text));
        });
    }

    [Theory]
    [InlineData("hopfield")]
    [InlineData("blocks")]
    public void Every_key_has_a_comment(string kind)
    {
        Run(new FakeBackend(), "init", "mine", "--kind", kind, "--out", Out);
        string[] lines = [.. File.ReadAllLines(Path.Combine(Out, "mine.yaml")), .. File.ReadAllLines(Path.Combine(Out, "mine-study.yaml"))];
        string[] bare =
        [
            .. lines
                .Where(line => Entry().IsMatch(line) && !line.Contains(" # ", StringComparison.Ordinal))
                .Select(line => Entry().Match(line).Groups["key"].Value),
        ];

        // A key without a comment of its own has stood in the file before, with one.
        Assert.All(
            bare,
            key =>
                Assert.Contains(
                    lines,
                    line =>
                        Entry().Match(line) is { Success: true } entry
                        && string.Equals(entry.Groups["key"].Value, key, StringComparison.Ordinal)
                        && line.Contains(" # ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mine.yaml")]
    [InlineData("mine-study.yaml")]
    public void A_file_that_exists_is_kept_and_nothing_is_written(string name)
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, name), "precious");
        (int exit, string output, string error) = Run(new FakeBackend(), "init", "mine", "--out", Out);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains($"already holds {name}: nothing is overwritten", error, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(Out, name)], Directory.GetFileSystemEntries(Out));
        Assert.Equal("precious", File.ReadAllText(Path.Combine(Out, name)));
    }

    [Fact]
    public void The_schemas_are_those_of_the_repository_and_stay_when_they_are_there()
    {
        Run(new FakeBackend(), "init", "first", "--out", Out);
        string schema = Path.Combine(Out, "schemas", "model.schema.json");
        Assert.Equal(File.ReadAllText(EditorSchema.PathOf("model")), File.ReadAllText(schema));
        Assert.Equal(File.ReadAllText(EditorSchema.PathOf("study")), File.ReadAllText(Path.Combine(Out, "schemas", "study.schema.json")));
        File.WriteAllText(schema, "precious");

        (int exit, string output, _) = Run(new FakeBackend(), "init", "second", "--out", Out);
        Assert.Equal(0, exit);
        Assert.DoesNotContain("schemas", output, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(schema));
    }

    /// <summary>An editor finds the schema from the first line, relative to the file.</summary>
    [Theory]
    [InlineData("mine.yaml", "schemas/model.schema.json")]
    [InlineData("mine-study.yaml", "schemas/study.schema.json")]
    public void The_first_line_leads_to_the_schema(string file, string schema)
    {
        Run(new FakeBackend(), "init", "mine", "--out", Out);
        Assert.Equal($"# yaml-language-server: $schema={schema}", File.ReadLines(Path.Combine(Out, file)).First());
        Assert.True(File.Exists(Path.Combine(Out, schema)));
    }

    /// <summary>Names that YAML would take for something else among them.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("Two_Blocks-2")]
    public void A_good_name_becomes_the_name_of_the_model(string name)
    {
        Assert.Equal(0, Run(new FakeBackend(), "init", name, "--out", Out).Exit);
        string path = Path.Combine(Out, $"{name}.yaml");
        Assert.Equal(name, ModelFile.Load(path).Name);
        Assert.Equal("", EditorSchema.Complaints(EditorSchema.Model, File.ReadAllText(path)));
        Assert.Equal($"{name}-study", Study.Load(Path.Combine(Out, $"{name}-study.yaml")).Name);
    }

    /// <summary>
    /// For each entry that is commented out the file with it in force: in place of the entry of the same name above it, if there is one.
    /// </summary>
    private static IEnumerable<string> Alternatives(string text)
    {
        string[] lines = text.Split('\n');
        // The first line is for the editor.
        for (int i = 1; i < lines.Length; i++)
        {
            if (Alternative().Match(lines[i]) is { Success: true } match)
            {
                yield return string.Join(
                    '\n',
                    [
                        .. Without(lines[..i], match.Groups["indent"].Value, match.Groups["key"].Value),
                        match.Groups["indent"].Value + match.Groups["entry"].Value,
                        .. lines[(i + 1)..],
                    ]);
            }
        }
    }

    /// <summary>The lines without the last entry if that has this key at this depth, with what belongs to it.</summary>
    private static IEnumerable<string> Without(string[] lines, string indent, string key)
    {
        int last = Array.FindLastIndex(
            lines, line => Entry().IsMatch(line) && line.StartsWith(indent, StringComparison.Ordinal) && line[indent.Length] != ' ');
        return key.Length > 0 && last >= 0 && lines[last].StartsWith($"{indent}{key}:", StringComparison.Ordinal)
            ? lines[..last].Concat(lines[(last + 1)..].Where(line => line.TrimStart().StartsWith('#')))
            : lines;
    }

    [GeneratedRegex(
        "^(?<indent> *)# (?<entry>(?<key>[a-z-]+):( |$).*|- [{].*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alternative();

    [GeneratedRegex("^ *(- )?(?<key>[a-z-]+):( |$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}
