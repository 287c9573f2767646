using System.Text.Json;
using System.Text.Json.Nodes;

namespace FiniteNCheck.Tests.Reporting.Schemas;

/// <summary>A document with one thing wrong at a time, once for every kind of place in it.</summary>
internal static class DamagedDocuments
{
    /// <summary>Objects whose keys are names of blocks and parameters: any key may be there, or not.</summary>
    private static readonly string[] Maps = ["initial", "parameters"];

    /// <summary>A key left out, a key too many, a value of another type.</summary>
    /// <param name="text">The document.</param>
    public static IEnumerable<(string Damage, JsonNode Document)> Of(string text) =>
        from place in Places(JsonNode.Parse(text)!, "", "")
            .GroupBy(place => place.Kind, StringComparer.Ordinal)
            .Select(kind => kind.First())
        from damage in Damages(place.Path, JsonNode.Parse(text)!)
        select damage;

    private static IEnumerable<(string Damage, JsonNode Document)> Damages(string path, JsonNode document)
    {
        JsonNode node = At(document, path)!;
        if (node is JsonObject members && !Maps.Contains(path.Split('/')[^1], StringComparer.Ordinal))
        {
            foreach (string key in members.Select(member => member.Key).ToArray())
            {
                JsonNode copy = document.DeepClone();
                At(copy, path)!.AsObject().Remove(key);
                yield return ($"{path} without {key}", copy);
            }

            JsonNode more = document.DeepClone();
            At(more, path)!.AsObject().Add("surplus", 1);
            yield return ($"{path} with a key too many", more);
        }

        if (path.Length > 0)
        {
            JsonNode copy = document.DeepClone();
            At(copy, path)!
                .ReplaceWith(
                    node.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                        ? JsonValue.Create("yes")
                        : JsonValue.Create(true));
            yield return ($"{path} of another type", copy);
        }
    }

    /// <summary>Every node that is not null with its path, and with its kind: the path without the numbers in it.</summary>
    private static IEnumerable<(string Kind, string Path)> Places(JsonNode node, string kind, string path)
    {
        IEnumerable<(string Kind, string Path)> inner = node switch
        {
            JsonObject members => members
                .Where(member => member.Value is not null)
                .SelectMany(member => Places(member.Value!, $"{kind}/{member.Key}", $"{path}/{member.Key}")),
            JsonArray items => items
                .Select((item, index) => (item, index))
                .Where(pair => pair.item is not null)
                .SelectMany(pair => Places(pair.item!, $"{kind}/", $"{path}/{pair.index}")),
            _ => [],
        };
        return inner.Prepend((kind, path));
    }

    private static JsonNode? At(JsonNode root, string path) =>
        path.Split('/').Skip(1).Aggregate((JsonNode?)root, (node, step) => node is JsonArray items ? items[int.Parse(step)] : node![step]);
}
