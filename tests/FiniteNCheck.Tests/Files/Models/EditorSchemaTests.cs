using System.Text.Json.Nodes;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using YamlDotNet.Core;

namespace FiniteNCheck.Tests.Files.Models;

/// <summary>The schemas for editors accept what the program accepts, and reject the mistakes that a schema can see.</summary>
[Trait("Kind", "Unit")]
public sealed class EditorSchemaTests
{
    /// <summary>
    /// Mistakes that no schema can see: they concern the relation of two entries, a function of several numbers, or how a number is
    /// written.
    /// </summary>
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "duplicate block name", "jump of an unknown block", "argument of an unknown block", "field of an unknown block",
        "coupling of an unknown block", "initial state of an unknown block", "initial state without a block",
        "fixed point without a block", "Bloch vector of an unknown block", "Bloch vector too long", "fixed point from a start too long",
        "patterns of unequal length", "rate that overflows", "temperature so low that the rates overflow",
        "own site left out for a general operator", "number too large", "number too small", "number of patterns not whole",
        "hexadecimal number", "share infinite", "field that is not a number",
        "collective operator of an unknown block", "collective rate that overflows",
        "field that is a word", "share that is a word", // Either may be the name of a parameter.
    };

    private static readonly Dictionary<string, BadFile> Bad = new[]
    {
        BadKeys.Files, BadBlocks.Files, BadHamiltonian.Files, BadJumps.Files, BadInitial.Files, BadHopfield.Files, BadCollective.Files,
        BadStarts.Files, BadDrives.Files, BadLevels.Files,
    }.SelectMany(files => files).ToDictionary(file => file.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Bad.Keys];

    public static TheoryData<string> Models => [.. Files("studies/models").Concat(Files("reference-data/models"))];

    public static TheoryData<string> Studies => [.. Files("studies")];

    public static TheoryData<string> Originals => [.. BadFile.Originals];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_of_the_repository_is_valid(string file) =>
        Assert.Equal("", EditorSchema.Complaints(EditorSchema.Model, Text(file)));

    [Theory]
    [MemberData(nameof(Studies))]
    public void Every_study_of_the_repository_is_valid(string file) =>
        Assert.Equal("", EditorSchema.Complaints(EditorSchema.Study, Text(file)));

    [Theory]
    [MemberData(nameof(Originals))]
    public void Without_a_mistake_a_file_is_valid(string text) => Assert.Equal("", EditorSchema.Complaints(EditorSchema.Model, text));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_seen_unless_no_schema_can_see_it(string name)
    {
        string complaints;
        try
        {
            complaints = EditorSchema.Complaints(EditorSchema.Model, Bad[name].Text);
        }
        catch (YamlException exception)
        {
            // A duplicate key: an editor reports it without a schema.
            complaints = exception.Message;
        }

        Assert.Equal(
            Unseen.Contains(name) || name.StartsWith(BadFile.BeyondSchema, StringComparison.Ordinal), complaints.Length == 0);
    }

    [Theory]
    [InlineData("name: s\n", "name: s\nspeed: 1\n")]
    [InlineData("model: m.yaml\n", "")]
    [InlineData("ladder: [6, 8, 10, 12]", "ladder: [6, 8, 10]")]
    [InlineData("ladder: [6, 8, 10, 12]", "ladder: [6, 8, 10, 12.5]")]
    [InlineData("ladder: [6, 8, 10, 12]", "ladder: [0, 8, 10, 12]")]
    [InlineData("ladder: [6, 8, 10, 12]", "ladder: [6, 6, 10, 12]")]
    [InlineData("times: [0.5, 1]", "times: [0, 1]")]
    [InlineData("times: [0.5, 1]", "times: []")]
    [InlineData("times: [0.5, 1]", "times: 1")]
    [InlineData("prediction: mean-field", "prediction: meanfield")]
    [InlineData("expect: confirmed", "expect: yes")]
    [InlineData(", expect: confirmed", "")]
    [InlineData("tolerance: 1e-10", "tolerance: 1e-15")]
    [InlineData("tolerance: 1e-10", "tolerance: tight")]
    [InlineData("resolution: 0.01", "resolution: 2")]
    [InlineData("large: { ladder: [20, 30, 40, 50] }", "large: [20, 30, 40, 50]")]
    public void A_mistake_in_a_study_is_seen(string good, string bad)
    {
        const string Study = """
            name: s
            model: m.yaml
            ladder: [6, 8, 10, 12]
            times: [0.5, 1]
            predictions: [{ prediction: mean-field, expect: confirmed }]
            tolerance: 1e-10
            resolution: 0.01
            large: { ladder: [20, 30, 40, 50] }

            """;
        Assert.Equal("", EditorSchema.Complaints(EditorSchema.Study, Study));
        Assert.Contains(good, Study, StringComparison.Ordinal);
        Assert.NotEqual("", EditorSchema.Complaints(EditorSchema.Study, Study.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_schema_and_the_program_have_the_same_block_limit()
    {
        string Blocks(int count) =>
            "name: m\nblocks:\n"
            + string.Concat(Enumerable.Range(0, count).Select(h => $"  - {{ name: b{h}, share: 1 }}\n"))
            + "jumps: []\ninitial: { fixed-point: { b0: [0, 0, 0] } }\n";
        Assert.Equal("", EditorSchema.Complaints(EditorSchema.Model, Blocks(ModelValidation.MaxBlocks)));
        Assert.NotEqual("", EditorSchema.Complaints(EditorSchema.Model, Blocks(ModelValidation.MaxBlocks + 1)));
    }

    /// <summary>Editors show the description next to a key.</summary>
    [Theory]
    [InlineData("model")]
    [InlineData("study")]
    public void Every_key_is_described(string kind)
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(EditorSchema.PathOf(kind)))!;
        Assert.NotEmpty(Properties(schema));
        Assert.All(Properties(schema), property => Assert.True(Description(schema, property.Value!).Length > 0, property.Key));
    }

    private static string Description(JsonNode schema, JsonNode property)
    {
        JsonNode? description = property["description"];
        if (description is null && property["$ref"] is { } reference)
        {
            description = schema["$defs"]![$"{reference}".Split('/')[^1]]!["description"];
        }

        return description?.ToString() ?? "";
    }

    /// <summary>The keys of all maps, except those that only forbid a key or narrow one that is described elsewhere.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode? node) => node switch
    {
        JsonObject map => (map["additionalProperties"] is JsonValue && map["properties"] is JsonObject properties ? properties : [])
            .Concat(map.SelectMany(child => Properties(child.Value))),
        JsonArray list => list.SelectMany(Properties),
        _ => [],
    };

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.yaml")
            .Select(path => $"{folder}/{Path.GetFileName(path)}")
            .Order(StringComparer.Ordinal);

    private static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));
}
