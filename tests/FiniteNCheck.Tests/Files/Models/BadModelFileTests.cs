using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Every mistake in a model file yields one line that says where it is, what was found, what is allowed and what to do.</summary>
[Trait("Kind", "Unit")]
public sealed class BadModelFileTests
{
    private static readonly Dictionary<string, BadFile> Files = new[]
    {
        BadKeys.Files, BadBlocks.Files, BadHamiltonian.Files, BadJumps.Files,
        BadInitial.Files, BadHopfield.Files, BadCollective.Files, BadYaml.Files, BadUnsupported.Files, BadStarts.Files, BadDrives.Files,
        BadLevels.Files,
    }.SelectMany(files => files).ToDictionary(file => file.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Files.Keys];

    public static TheoryData<string> Originals => [.. BadFile.Originals];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_reported_at_its_position(string name)
    {
        BadFile bad = Files[name];

        InputFileException error = Assert.Throws<InputFileException>(() => ModelFile.ParseAny(bad.Text, "bad.yaml"));

        Assert.Equal(bad.Line, error.Line);
        Assert.Equal(bad.Key, error.Key);
        Assert.Equal("bad.yaml", error.File);
        string key = bad.Key.Length > 0 ? $"{bad.Key}: " : string.Empty;
        Assert.Equal($"bad.yaml:{bad.Line}: {key}found {bad.Found}; allowed: {bad.Allowed}. {bad.Remedy}", error.Message);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    /// <summary>The page that these messages refer to covers every unsupported term.</summary>
    [Fact]
    public void The_limits_page_covers_all_unsupported_terms()
    {
        string limits = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "limits.md")).ReplaceLineEndings(" ");
        string[] meanings =
        [
            .. Files.Values
                .Select(file => file.Remedy.Split(" are not supported"))
                .Where(parts => parts.Length == 2)
                .Select(parts => parts[0])
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.Equal(6, meanings.Length);
        Assert.All(meanings, meaning => Assert.Contains(meaning, limits, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The originals are valid, so each bad file contains exactly one mistake.</summary>
    [Theory]
    [MemberData(nameof(Originals))]
    public void Without_the_mistake_the_file_loads(string text) =>
        Assert.Equal(2, ModelFile.ParseAny(text, "good.yaml").Blocks.Length);

    [Fact]
    public void At_least_thirty_kinds_are_covered() => Assert.True(Files.Count >= 30, $"{Files.Count} kinds");
}
