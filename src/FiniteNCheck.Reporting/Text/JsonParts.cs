using System.Text.Json;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Text;

/// <summary>Members that several documents share.</summary>
internal static class JsonParts
{
    /// <summary><c>observables, times, mean, covariance</c>, in the order of the contract.</summary>
    public static void WriteMoments(this Utf8JsonWriter json, CollectiveModel model, MomentSeries moments)
    {
        json.WritePropertyName("observables");
        json.WriteRawValue($"[{string.Join(", ", model.ObservableNames.Select(name => JsonSerializer.Serialize(name)))}]");
        json.WriteReals("times", moments.Times);
        json.WriteRows("mean", moments.Mean);
        json.WriteMatrices("covariance", moments.Covariance);
    }

    /// <summary><c>basis, initial, assumption1, notes</c>: what the numbers mean.</summary>
    public static void WriteSetting(this Utf8JsonWriter json, CollectiveModel model, IEnumerable<string> notes)
    {
        json.WriteString("basis", "pauli");
        json.WriteStartObject("initial");
        if (model.Initial is ProductState state)
        {
            foreach ((Block block, PauliVector bloch) in model.Blocks.Zip(state.Bloch))
            {
                json.WriteReals(block.Name, [bloch.X, bloch.Y, bloch.Z]);
            }
        }

        json.WriteEndObject();
        json.WriteBoolean("assumption1", model.SatisfiesAssumption1);
        json.WriteStrings("notes", notes);
    }

    /// <summary><c>outcome</c>: what verdicts came to, taken together.</summary>
    public static void WriteOutcome(this Utf8JsonWriter json, Outcome outcome) => json.WriteString("outcome", outcome switch
    {
        Outcome.AsExpected => "as expected",
        Outcome.Inconclusive => "inconclusive",
        _ => "otherwise",
    });

    /// <summary><c>provenance</c>.</summary>
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
