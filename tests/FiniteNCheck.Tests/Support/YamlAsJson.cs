using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// A YAML file as an editor's schema sees it: JSON, with the plain scalars of the YAML core schema as null, truth values and
/// numbers.
/// </summary>
internal static partial class YamlAsJson
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>The one document of a text.</summary>
    public static JsonElement Parse(string text)
    {
        YamlStream stream = new();
        stream.Load(new StringReader(text));
        return JsonSerializer.SerializeToElement(Convert(stream.Documents.Single().RootNode));
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Convert(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } word => word.Value is "true",
        YamlScalarNode { Style: ScalarStyle.Plain } plain when NumberPattern().IsMatch(plain.Value!) => Number(plain.Value!),
        YamlScalarNode text => text.Value,
        _ => throw new ArgumentException($"A {node.NodeType} has no counterpart in JSON.", nameof(node)),
    };

    /// <summary>JSON has no infinite and no undefined numbers: a schema sees no more of them than that they are numbers.</summary>
    private static double Number(string text) => text.StartsWith("0x", StringComparison.Ordinal) ? System.Convert.ToInt32(text, 16)
        : double.TryParse(text, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
        : double.MaxValue;

    [GeneratedRegex(@"^(0x[0-9a-fA-F]+|\.nan|[-+]?\.inf|[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?)\z", Options)]
    private static partial Regex NumberPattern();
}
