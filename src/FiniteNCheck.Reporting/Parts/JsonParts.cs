using System.Text.Json;
using FiniteNCheck.Exact;
using FiniteNCheck.Reporting.Text;

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

    /// <summary>The members of one result, or a list <c>runs</c> of objects with those of several.</summary>
    /// <typeparam name="T">The type of a result.</typeparam>
    /// <param name="json">The document.</param>
    /// <param name="results">The results, one per size.</param>
    /// <param name="writeMembers">Writes the members of one.</param>
    public static void WriteRuns<T>(this Utf8JsonWriter json, IReadOnlyList<T> results, Action<T> writeMembers)
    {
        if (results is [var only])
        {
            writeMembers(only);
            return;
        }

        json.WriteArray("runs", results, result =>
        {
            json.WriteStartObject();
            writeMembers(result);
            json.WriteEndObject();
        });
    }

    /// <summary>Sets of sectors that the evolution does not leave: a list of <c>name, weight</c>.</summary>
    /// <param name="json">The document.</param>
    /// <param name="name">The name of the list.</param>
    /// <param name="components">The sets.</param>
    public static void WriteComponents(this Utf8JsonWriter json, string name, IEnumerable<SectorComponent> components) =>
        json.WriteArray(name, components, component =>
        {
            json.WriteStartObject();
            json.WriteString("name", component.Name);
            json.WriteReal("weight", component.Weight);
            json.WriteEndObject();
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
        json.WriteString("linearAlgebra", provenance.LinearAlgebra);
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
