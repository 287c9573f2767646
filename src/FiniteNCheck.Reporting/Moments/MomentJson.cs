using System.Collections.Immutable;
using System.Text.Json;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>A model and its moments as JSON.</summary>
internal static class MomentJson
{
    /// <summary><c>observables, times, mean, covariance</c>, in the order of the contract.</summary>
    /// <param name="json">The document.</param>
    /// <param name="names">The observables.</param>
    /// <param name="moments">Their moments.</param>
    public static void WriteMoments(this Utf8JsonWriter json, ImmutableArray<string> names, MomentSeries moments)
    {
        json.WritePropertyName("observables");
        json.WriteRawValue($"[{string.Join(", ", names.Select(JsonText.Format))}]");
        json.WriteReals("times", moments.Times);
        json.WriteRows("mean", moments.Mean);
        json.WriteMatrices("covariance", moments.Covariance);
    }

    /// <summary><c>basis, initial, assumption1, notes</c>: what the numbers mean.</summary>
    /// <param name="json">The document.</param>
    /// <param name="model">The model.</param>
    /// <param name="notes">What the reader must know.</param>
    public static void WriteSetting(this Utf8JsonWriter json, SymmetricModel model, IEnumerable<string> notes)
    {
        json.WriteString("basis", model.Blocks.Any(block => !block.Levels.IsEmpty) ? "levels" : "pauli");
        json.WriteStartObject("initial");
        if (model.Initial is ProductState state)
        {
            foreach ((Block block, PauliVector bloch) in model.Blocks.Zip(state.Bloch))
            {
                json.WriteReals(block.Name, [bloch.X, bloch.Y, bloch.Z]);
            }
        }
        else if (model.Initial is LevelProduct product)
        {
            foreach ((Block block, LocalOperator rho) in model.Blocks.Zip(product.States))
            {
                json.WriteReals(block.Name, [.. LevelBasis.Of(block).Select(operation => (operation * rho).Trace.Real)]);
            }
        }

        json.WriteEndObject();
        json.WriteBoolean("assumption1", model.SatisfiesAssumption1);
        json.WriteStrings("notes", notes);
    }
}
