using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Files.Models;

/// <summary>Serializes what follows the blocks of a model of sites with levels. Matrices are lists of real and imaginary parts.</summary>
internal static class LevelModelJson
{
    /// <summary>Writes the keys of the model.</summary>
    /// <param name="json">The document.</param>
    /// <param name="model">The model.</param>
    public static void Write(Utf8JsonWriter json, LevelModel model)
    {
        WriteMatrices(json, "fields", model.Fields);
        if (!model.DrivenFields.IsEmpty)
        {
            ModelJson.WriteList(json, "drivenFields", model.DrivenFields, field =>
            {
                json.WriteStartObject();
                json.WriteNumber("block", field.Block);
                ModelJson.WriteList(json, "operator", Numbers(field.Operator), json.WriteNumberValue);
                ModelJson.WriteDrive(json, field.Strength);
                json.WriteEndObject();
            });
        }

        ModelJson.WriteList(json, "couplings", model.Couplings, pair =>
        {
            json.WriteStartObject();
            ModelJson.WriteList(json, "between", [pair.FirstBlock, pair.SecondBlock], json.WriteNumberValue);
            WriteMatrices(json, "operators", [pair.FirstOperator, pair.SecondOperator]);
            json.WriteNumber("strength", pair.Strength);
            if (pair.Scale != 1)
            {
                json.WriteNumber("scale", pair.Scale);
            }

            ModelJson.WriteDrive(json, pair.Drive);
            json.WriteEndObject();
        });
        ModelJson.WriteList(json, "jumps", model.Jumps, jump =>
        {
            json.WriteStartObject();
            json.WriteNumber("block", jump.Block);
            ModelJson.WriteList(json, "operator", Numbers(jump.Operator), json.WriteNumberValue);
            ModelJson.WriteRate(json, jump.Rate);
            WriteMatrices(json, "argument", jump.Argument);
            json.WriteBoolean("ownSite", jump.OwnSite);
            ModelJson.WriteDrive(json, jump.Drive);
            json.WriteEndObject();
        });
        if (!model.CollectiveJumps.IsEmpty)
        {
            ModelJson.WriteList(json, "collectiveJumps", model.CollectiveJumps, jump =>
            {
                json.WriteStartObject();
                WriteMatrices(json, "operators", jump.Operators);
                ModelJson.WriteRate(json, jump.Rate);
                WriteMatrices(json, "argument", jump.Argument);
                ModelJson.WriteDrive(json, jump.Drive);
                json.WriteEndObject();
            });
        }

        json.WriteStartObject("initial");
        WriteStart(json, model.Initial);
        json.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter json, InitialState initial)
    {
        switch (initial)
        {
            case LevelProduct product:
                WriteMatrices(json, "product", product.States);
                break;
            case LevelFixedPoint request:
                WriteMatrices(json, "fixedPointFrom", request.Start);
                break;
            case LevelMixture mixture:
                ModelJson.WriteList(json, "mixture", mixture.Components, component =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("weight", component.Weight);
                    WriteMatrices(json, "state", component.States);
                    json.WriteEndObject();
                });
                break;
            case LevelSuperposition superposition:
                ModelJson.WriteList(json, "superposition", superposition.Terms, term =>
                {
                    json.WriteStartObject();
                    ModelJson.WriteList(json, "amplitude", Numbers([term.Amplitude]), json.WriteNumberValue);
                    WriteRows(json, "state", term.Vectors.Select(vector => Numbers(vector)));
                    json.WriteEndObject();
                });
                break;
            case LevelDicke dicke:
                ModelJson.WriteList(json, "dicke", dicke.Counts, counts =>
                {
                    json.WriteStartArray();
                    foreach (string count in counts.Select(each => $"{each}"))
                    {
                        json.WriteStringValue(count);
                    }

                    json.WriteEndArray();
                });
                break;
            default:
                throw new InvalidOperationException($"An initial state of type {initial.GetType().Name} has no JSON yet: add it here.");
        }
    }

    private static void WriteMatrices(Utf8JsonWriter json, string name, ImmutableArray<LocalOperator> matrices) =>
        WriteRows(json, name, matrices.Select(Numbers));

    private static void WriteRows(Utf8JsonWriter json, string name, IEnumerable<IEnumerable<double>> rows) =>
        ModelJson.WriteList(json, name, rows, row =>
        {
            json.WriteStartArray();
            foreach (double number in row)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        });

    private static IEnumerable<double> Numbers(LocalOperator matrix) => Numbers(
        Enumerable.Range(0, matrix.Dimension * matrix.Dimension).Select(i => matrix[i / matrix.Dimension, i % matrix.Dimension]));

    private static IEnumerable<double> Numbers(IEnumerable<Complex> elements) =>
        elements.SelectMany(element => new[] { element.Real, element.Imaginary });
}
