using Json.Schema;

namespace FiniteNCheck.Tests.Support;

/// <summary>The schemas by which editors complete and check YAML files.</summary>
internal static class EditorSchema
{
    /// <summary>The schema of model files.</summary>
    public static JsonSchema Model { get; } = Load("model");

    /// <summary>The schema of study files.</summary>
    public static JsonSchema Study { get; } = Load("study");

    /// <summary>The path of a schema.</summary>
    public static string PathOf(string kind) => Path.Combine(RepositoryRoot.Path, "docs", "schemas", $"{kind}.schema.json");

    /// <summary>The errors of a YAML text, empty if it satisfies the schema.</summary>
    public static string Complaints(JsonSchema schema, string yaml)
    {
        EvaluationResults results = schema.Evaluate(YamlAsJson.Parse(yaml), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? ""
            : string.Join(
                '\n',
                (results.Details ?? [])
                    .Where(detail => detail.Errors is not null)
                    .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))
                    .DefaultIfEmpty("not valid"));
    }

    private static JsonSchema Load(string kind) => JsonSchema.FromText(File.ReadAllText(PathOf(kind)));
}
