using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>Parses header values of reference files; <see langword="null"/> if the text is malformed.</summary>
internal static class ReferenceHeaderText
{
    private const int HashLength = 64;

    /// <summary>The allowed values of a key, for messages.</summary>
    /// <param name="key">The key.</param>
    public static string Allowed(string key) => key switch
    {
        "model" => "PATH sha256 and 64 hexadecimal digits",
        "initial" => "x,y,z per block, separated by semicolons",
        "drift" => "full or printed",
        "n" => "whole numbers of at least 1 that increase, separated by commas",
        "times" => "numbers that are not negative and increase, separated by commas",
        "tolerance" or "achieved" => "a finite number that is not negative",
        _ => "a text of one line",
    };

    /// <summary>Parses one value into an origin; <see langword="null"/> if it is malformed.</summary>
    /// <param name="origin">The origin so far.</param>
    /// <param name="key">The key.</param>
    /// <param name="text">The value's text.</param>
    public static ReferenceOrigin? With(ReferenceOrigin origin, string key, string text) => key switch
    {
        "model" => text.Split(' ') is [var path, "sha256", { Length: HashLength } hash] && hash.All(char.IsAsciiHexDigitLower)
            ? origin with { Model = path, ModelHash = hash }
            : null,
        "initial" => All(text.Split(';'), Triple) is { } bloch ? origin with { Initial = bloch } : null,
        "drift" => Theory.Drift.Known.FirstOrDefault(drift => string.Equals(drift.Name, text, StringComparison.Ordinal)) is { } drift
            ? origin with { Drift = drift }
            : null,
        "n" => All(text.Split(','), Size) is { } sizes && Increase(sizes) ? origin with { Sizes = sizes } : null,
        "times" => All(text.Split(','), NotNegative) is { } times && Increase(times) ? origin with { Times = times } : null,
        "method" => origin with { Method = text },
        "tolerance" => NotNegative(text) is { } tolerance ? origin with { Tolerance = tolerance } : null,
        "achieved" => NotNegative(text) is { } achieved ? origin with { Achieved = achieved } : null,
        "generator" => origin with { Generator = text },
        "command" => origin with { Command = text },
        _ => null,
    };

    /// <summary>Parses a column; <see langword="null"/> if it is malformed.</summary>
    /// <param name="text">The value's text.</param>
    public static ReferenceColumn? Column(string text) =>
        text.Split(' ') is [var name, "unit", var unit, "absolute", var absolute, "relative", var relative]
        && Real(absolute) is { } a && Real(relative) is { } r
        && new ReferenceColumn(name, unit, a, r) is var column && column.Problem() is null
            ? column
            : null;

    /// <summary>Parses a finite number without blanks; <see langword="null"/> if it is malformed.</summary>
    /// <param name="text">The text.</param>
    public static double? Real(string text) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double value) && double.IsFinite(value)
            ? value
            : null;

    private static double? NotNegative(string text) => Real(text) is >= 0 and var value ? value : null;

    private static int? Size(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 1 ? n : null;

    private static PauliVector? Triple(string text) =>
        text.Split(',') is [var x, var y, var z] && Real(x) is { } a && Real(y) is { } b && Real(z) is { } c
            ? new PauliVector(a, b, c)
            : null;

    private static ImmutableArray<T>? All<T>(string[] parts, Func<string, T?> read)
        where T : struct
    {
        T?[] values = Array.ConvertAll(parts, part => read(part));
        return Array.TrueForAll(values, value => value.HasValue) ? [.. values.Select(value => value!.Value)] : null;
    }

    private static bool Increase<T>(ImmutableArray<T> values)
        where T : IComparable<T> => values.Zip(values.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) < 0);
}
