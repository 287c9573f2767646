using System.Text.Json;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>Members that several documents share.</summary>
internal static class JsonParts
{
    /// <summary><c>outcome</c>: the outcome of a whole report.</summary>
    /// <param name="json">The document.</param>
    /// <param name="outcome">The outcome.</param>
    public static void WriteOutcome(this Utf8JsonWriter json, Outcome outcome) => json.WriteString("outcome", outcome switch
    {
        Outcome.AsExpected => "as expected",
        Outcome.Inconclusive => "inconclusive",
        _ => "otherwise",
    });

    /// <summary><c>provenance</c>.</summary>
    /// <param name="json">The document.</param>
    /// <param name="provenance">Where a result comes from.</param>
    public static void WriteProvenance(this Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject("provenance");
        json.WriteString("program", provenance.Program);
        json.WriteString("version", provenance.Version);
        json.WriteString("commit", provenance.Commit);
        json.WriteString("runtime", provenance.Runtime);
        json.WriteString("instructionSet", provenance.InstructionSet);
        json.WriteNumber("threads", provenance.Threads);
        json.WriteStartObject("parameters");
        foreach ((string name, string value) in provenance.Parameters)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
