using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FiniteNCheck.Reporting.Text;

/// <summary>The project's way of writing JSON: 17 significant digits, NaN as null, one row of numbers per line.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // The text goes to files and pipes, never into HTML: escaping '+' or '<' would only hide them.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One JSON object as text, ending in a line feed.</summary>
    /// <param name="members">Writes the members.</param>
    public static string Document(Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>The number as JSON.</summary>
    public static string Format(double value) => double.IsFinite(value) ? Digits.Full(value) : "null";

    /// <summary>The numbers as a JSON list.</summary>
    public static string Format(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(Format))}]";

    /// <summary>The text as JSON.</summary>
    public static string Format(string text) => $"\"{JsonEncodedText.Encode(text, Options.Encoder)}\"";

    public static void WriteReal(this Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value is { } number ? Format(number) : "null");
    }

    public static void WriteReals(this Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Format(values));
    }

    public static void WriteIntegers(this Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", values)}]");
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values) =>
        json.WriteArray(name, values, json.WriteStringValue);

    /// <summary>A list of values, each written by an action.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of JSON values, one per line.</summary>
    public static void WriteLines(this Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Lines(items, json.CurrentDepth));
    }

    /// <summary>A list of rows: <c>[time][observable]</c>.</summary>
    public static void WriteRows(this Utf8JsonWriter json, string name, IEnumerable<double[]> rows) =>
        json.WriteLines(name, rows.Select(Format));

    /// <summary>A list of matrices: <c>[time][observable][observable]</c>.</summary>
    public static void WriteMatrices(this Utf8JsonWriter json, string name, IEnumerable<double[,]> matrices)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Lines(matrices.Select(matrix => Format(matrix, json.CurrentDepth + 1)), json.CurrentDepth));
    }

    /// <summary>A list of complex numbers, each <c>[re, im]</c>.</summary>
    public static void WriteComplexNumbers(this Utf8JsonWriter json, string name, IEnumerable<Complex> values) =>
        json.WriteLines(name, values.Select(Format));

    /// <summary>A list of complex matrices: <c>[time][observable][observable] = [re, im]</c>.</summary>
    public static void WriteComplexMatrices(this Utf8JsonWriter json, string name, IEnumerable<Complex[,]> matrices)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Lines(matrices.Select(matrix => Format(matrix, json.CurrentDepth + 1)), json.CurrentDepth));
    }

    /// <summary>A matrix, or null where there is none.</summary>
    public static void WriteMatrix(this Utf8JsonWriter json, string name, double[,]? matrix)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(matrix is null ? "null" : Format(matrix, json.CurrentDepth));
    }

    private static string Format(double[,] matrix, int depth) =>
        Lines(
            Enumerable
                .Range(0, matrix.GetLength(0))
                .Select(row => Format(Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix[row, column]))),
            depth);

    private static string Format(Complex value) => Format([value.Real, value.Imaginary]);

    private static string Format(Complex[,] matrix, int depth) =>
        Lines(
            Enumerable
                .Range(0, matrix.GetLength(0))
                .Select(row => $"[{string.Join(", ", Enumerable.Range(0, matrix.GetLength(1)).Select(k => Format(matrix[row, k])))}]"),
            depth);

    /// <summary>A list with one item per line; the writer itself does not break raw values.</summary>
    private static string Lines(IEnumerable<string> items, int depth)
    {
        string indent = new(' ', 2 * depth);
        return $"[\n{string.Join(",\n", items.Select(item => $"{indent}  {item}"))}\n{indent}]";
    }
}
