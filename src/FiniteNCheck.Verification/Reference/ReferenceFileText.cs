using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>Renders reference files as text.</summary>
internal static class ReferenceFileText
{
    /// <summary>
    /// The header keys of an origin, in the order of the file; <c>drift</c>, <c>n</c> and <c>times</c> depend on the kind.
    /// </summary>
    /// <param name="kind">What the numbers are.</param>
    public static ImmutableArray<string> OriginKeys(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Exact => ["model", "initial", "n", "times", "method", "tolerance", "achieved", "generator", "command"],
        ReferenceKind.Limit => ["model", "initial", "drift", "times", "method", "tolerance", "achieved", "generator", "command"],
        ReferenceKind.Gibbs => ["model", "initial", "n", "method", "tolerance", "achieved", "generator", "command"],
        _ => [],
    };

    /// <summary>Renders a file.</summary>
    /// <param name="file">The file.</param>
    public static string Render(ReferenceFile file)
    {
        List<string> lines =
        [
            $"# finitencheck-reference: {ReferenceFile.Format}",
            $"# set: {file.Set}",
            $"# purpose: {file.Purpose}",
            $"# kind: {Name(file.Kind)}",
        ];
        if (file.Origin is { } origin)
        {
            lines.AddRange(OriginKeys(file.Kind).Select(key => $"# {key}: {Value(origin, key)}"));
        }

        lines.AddRange(file.Table.Columns.Select(column =>
            $"# column: {column.Name} unit {column.Unit} absolute {Short(column.Absolute)} relative {Short(column.Relative)}"));
        string[] data =
        [
            string.Join(',', file.Table.Columns.Select(column => column.Name)),
            .. file.Table.Rows.Select(row => string.Join(',', row.Select(Full))),
        ];
        lines.Add($"# sha256: {Hash(data)}");
        lines.AddRange(data);
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>SHA-256 of lines joined by line feeds, without a trailing one.</summary>
    /// <param name="lines">The lines.</param>
    public static string Hash(IEnumerable<string> lines) => Hash(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>SHA-256 of bytes, in lower-case hexadecimal.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The name of a kind in files.</summary>
    /// <param name="kind">The kind.</param>
    public static string Name(ReferenceKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The shortest text that reads back as the same bits.</summary>
    /// <param name="value">The number.</param>
    public static string Short(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>The value of a header key.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="key">One of <see cref="OriginKeys"/>.</param>
    public static string Value(ReferenceOrigin origin, string key) => key switch
    {
        "model" => $"{origin.Model} sha256 {origin.ModelHash}",
        "initial" => string.Join(';', origin.Initial.Select(Triple)),
        "drift" => (origin.Drift ?? Theory.Drift.Full).Name,
        "n" => string.Join(',', origin.Sizes),
        "times" => string.Join(',', origin.Times.Select(Short)),
        "method" => origin.Method,
        "tolerance" => Short(origin.Tolerance),
        "achieved" => Short(origin.Achieved),
        "generator" => origin.Generator,
        "command" => origin.Command,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown key."),
    };

    private static string Triple(PauliVector bloch) => $"{Full(bloch.X)},{Full(bloch.Y)},{Full(bloch.Z)}";

    private static string Full(double value) => value.ToString("G17", CultureInfo.InvariantCulture);
}
