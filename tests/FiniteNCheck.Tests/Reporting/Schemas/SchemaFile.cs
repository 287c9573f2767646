using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using FiniteNCheck.Tests.Support;
using Json.Schema;

namespace FiniteNCheck.Tests.Reporting.Schemas;

/// <summary>A published schema.</summary>
internal static class SchemaFile
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal);

    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "docs", "schemas");

    /// <summary>Where a document breaks its schema; empty where it does not.</summary>
    public static string[] Problems(string schema, JsonNode document)
    {
        EvaluationResults results = Schemas
            .GetOrAdd(schema, name => JsonSchema.FromText(File.ReadAllText(Path.Combine(Folder, $"{name}.schema.json"))))
            .Evaluate(
                JsonSerializer.SerializeToElement(document),
                new EvaluationOptions { OutputFormat = OutputFormat.List });
        string[] problems =
        [
            .. (results.Details ?? [])
                .Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")),
        ];
        return results.IsValid ? []
            : problems.Length > 0 ? problems
            : ["not valid"];
    }
}
