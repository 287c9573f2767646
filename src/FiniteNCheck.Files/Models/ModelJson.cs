using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Files.Models;

/// <summary>
/// Serializes a model as one line of JSON, written out in full. Two models have the same text if and only if their dynamics agree term by
/// term. The model's name is left out; numbers keep every bit.
/// </summary>
public static class ModelJson
{
    /// <summary>Serializes a model.</summary>
    /// <param name="model">The valid model.</param>
    public static string Serialize(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            WriteBlocks(json, model.Blocks);
            if (model is LevelModel levels)
            {
                LevelModelJson.Write(json, levels);
            }
            else
            {
                Write(json, (CollectiveModel)model);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteBlocks(Utf8JsonWriter json, ImmutableArray<Block> blocks) =>
        WriteList(json, "blocks", blocks, block =>
        {
            json.WriteStartObject();
            json.WriteString("name", block.Name);
            if (block.Size is { } size)
            {
                json.WriteNumber("size", size);
            }
            else
            {
                json.WriteNumber("share", block.Share);
            }

            if (!block.Levels.IsEmpty)
            {
                WriteList(json, "levels", block.Levels, json.WriteStringValue);
            }

            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, CollectiveModel model)
    {
        WriteVectors(json, "fields", model.Fields);
        if (!model.DrivenFields.IsEmpty)
        {
            WriteList(json, "drivenFields", model.DrivenFields, field =>
            {
                json.WriteStartObject();
                json.WriteNumber("block", field.Block);
                json.WriteString("axis", $"{field.Axis}");
                WriteDrive(json, field.Strength);
                json.WriteEndObject();
            });
        }

        WriteList(json, "couplings", model.Couplings, coupling =>
        {
            json.WriteStartObject();
            WriteList(json, "between", [coupling.FirstBlock, coupling.SecondBlock], json.WriteNumberValue);
            WriteList(json, "axes", [coupling.FirstAxis, coupling.SecondAxis], axis => json.WriteStringValue($"{axis}"));
            json.WriteNumber("strength", coupling.Strength);
            if (coupling.Scale != 1)
            {
                json.WriteNumber("scale", coupling.Scale);
            }

            WriteDrive(json, coupling.Drive);
            json.WriteEndObject();
        });
        WriteList(json, "jumps", model.Jumps, jump => WriteJump(json, jump));

        // Left out where there are none: the texts of models without them stay what they were.
        if (!model.CollectiveJumps.IsEmpty)
        {
            WriteList(json, "collectiveJumps", model.CollectiveJumps, jump => WriteCollective(json, jump));
        }

        WriteInitial(json, model.Initial);
    }

    private static void WriteJump(Utf8JsonWriter json, JumpChannel jump)
    {
        json.WriteStartObject();
        json.WriteNumber("block", jump.Block);
        WriteList(json, "operator", Numbers(jump.Operator), json.WriteNumberValue);
        WriteRate(json, jump.Rate);
        WriteVectors(json, "argument", jump.Argument);
        json.WriteBoolean("ownSite", jump.OwnSite);
        WriteDrive(json, jump.Drive);
        json.WriteEndObject();
    }

    private static void WriteCollective(Utf8JsonWriter json, CollectiveJump jump)
    {
        json.WriteStartObject();
        WriteList(json, "operators", jump.Operators.SelectMany(Numbers), json.WriteNumberValue);
        WriteRate(json, jump.Rate);
        WriteVectors(json, "argument", jump.Argument);
        WriteDrive(json, jump.Drive);
        json.WriteEndObject();
    }

    private static IEnumerable<double> Numbers(SpinOperator j) =>
        new[] { j.UpUp, j.UpDown, j.DownUp, j.DownDown }.SelectMany(element => new[] { element.Real, element.Imaginary });

    internal static void WriteRate(Utf8JsonWriter json, CollectiveRate given)
    {
        json.WriteStartObject("rate");
        switch (given)
        {
            case ExponentialRate rate:
                WriteList(json, "exponential", [rate.Amplitude, rate.Exponent], json.WriteNumberValue);
                break;
            case PolynomialRate rate:
                WriteList(json, "polynomial", rate.Coefficients, json.WriteNumberValue);
                break;
            case NormalisedRate rate:
                WriteList(json, "normalised", [rate.Exponent], json.WriteNumberValue);
                break;
            case ExpressionRate rate:
                json.WriteString(rate.IsSquared ? "squared" : "expression", $"{rate.Formula}");
                break;
            default:
                throw new InvalidOperationException($"A rate of type {given.GetType().Name} has no JSON yet: add it here.");
        }

        json.WriteEndObject();
    }

    internal static void WriteDrive(Utf8JsonWriter json, TimeFunction? drive)
    {
        switch (drive)
        {
            case null:
                break;
            case FormulaOfTime formula:
                json.WriteString("ofTime", $"{formula.Formula}");
                break;
            case Steps steps:
                IEnumerable<double> pairs = steps.From.Zip(steps.Values).SelectMany(pair => new[] { pair.First, pair.Second });
                WriteList(json, "steps", pairs, json.WriteNumberValue);
                break;
            default:
                throw new InvalidOperationException($"A function of time of type {drive.GetType().Name} has no JSON yet: add it here.");
        }
    }

    private static void WriteInitial(Utf8JsonWriter json, InitialState initial)
    {
        json.WriteStartObject("initial");
        switch (initial)
        {
            case ProductState product:
                WriteVectors(json, "product", product.Bloch);
                break;
            case MeanFieldFixedPoint point:
                WriteVectors(json, "fixedPointFrom", point.Start);
                WriteList(json, "overlap", point.Overlap, json.WriteNumberValue);
                break;
            case Mixture mixture:
                WriteList(json, "mixture", mixture.Components, component =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("weight", component.Weight);
                    WriteVectors(json, "state", component.Bloch);
                    json.WriteEndObject();
                });
                break;
            case Superposition superposition:
                WriteList(json, "superposition", superposition.Terms, term =>
                {
                    json.WriteStartObject();
                    WriteList(json, "amplitude", [term.Amplitude.Real, term.Amplitude.Imaginary], json.WriteNumberValue);
                    WriteVectors(json, "state", term.Bloch);
                    json.WriteEndObject();
                });
                break;
            case DickeState dicke:
                WriteList(json, "dickeUp", dicke.Up, up => json.WriteStringValue($"{up}"));
                break;
            default:
                throw new InvalidOperationException($"An initial state of type {initial.GetType().Name} has no JSON yet: add it here.");
        }

        json.WriteEndObject();
    }

    private static void WriteVectors(Utf8JsonWriter json, string name, ImmutableArray<PauliVector> vectors) =>
        WriteList(json, name, vectors, vector =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(vector.X);
            json.WriteNumberValue(vector.Y);
            json.WriteNumberValue(vector.Z);
            json.WriteEndArray();
        });

    internal static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
