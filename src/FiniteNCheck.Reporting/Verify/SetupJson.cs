using System.Collections.Immutable;
using System.Text.Json;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary><c>setup</c> of a study: what was solved.</summary>
internal static class SetupJson
{
    /// <summary>Writes the member.</summary>
    /// <param name="json">The document.</param>
    /// <param name="setup">The setup, if it was recorded.</param>
    public static void Write(Utf8JsonWriter json, StudySetup? setup)
    {
        if (setup is null)
        {
            json.WriteNull("setup");
            return;
        }

        json.WriteStartObject("setup");
        json.WriteStrings("hamiltonian", setup.Hamiltonian);
        json.WriteStrings("jumps", setup.Jumps);
        json.WriteStrings("start", setup.Start);
        json.WriteString("startedFrom", setup.StartedFrom);
        json.WriteStartObject("parameters");
        foreach ((string name, double value) in setup.Parameters)
        {
            json.WriteReal(name, value);
        }

        json.WriteEndObject();
        json.WriteReals("times", setup.Times);
        json.WriteReal("tolerance", setup.Tolerance);
        json.WriteArray("files", setup.Files, file =>
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("text", file.Text);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>Reads it.</summary>
    /// <param name="setup">The member.</param>
    public static StudySetup? Read(JsonElement setup) => setup.ValueKind == JsonValueKind.Null ? null : new StudySetup
    {
        Hamiltonian = Texts(setup, "hamiltonian"),
        Jumps = Texts(setup, "jumps"),
        Start = Texts(setup, "start"),
        StartedFrom = Text(setup, "startedFrom"),
        Parameters = setup.GetProperty("parameters").EnumerateObject()
            .ToImmutableSortedDictionary(each => each.Name, each => each.Value.GetDouble(), StringComparer.Ordinal),
        Times = [.. setup.GetProperty("times").EnumerateArray().Select(TimeOf)],
        Tolerance = setup.GetProperty("tolerance").GetDouble(),
        Files = [.. setup.GetProperty("files").EnumerateArray().Select(file => new SourceFile(Text(file, "name"), Text(file, "text")))],
    };

    private static ImmutableArray<string> Texts(JsonElement owner, string name) =>
        [.. owner.GetProperty(name).EnumerateArray().Select(Text)];

    private static string Text(JsonElement owner, string name) =>
        Text(owner.GetProperty(name));

    private static string Text(JsonElement text) => text.GetString() ?? throw new InvalidOperationException("a text is null");

    // The stationary state has no time.
    private static double TimeOf(JsonElement time) =>
        time.ValueKind == JsonValueKind.Null ? double.PositiveInfinity : time.GetDouble();
}
