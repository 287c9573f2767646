using System.Collections.Immutable;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Reporting.Reference;

/// <summary>The catalogue of reference sets.</summary>
/// <param name="Sets">The sets, each with whether its numbers are stored.</param>
/// <param name="Provenance">Who lists them.</param>
public sealed record ReferenceList(ImmutableArray<(ReferenceSet Set, bool IsStored)> Sets, Provenance Provenance)
{
    /// <summary>A table for people.</summary>
    /// <param name="style">Colour and width.</param>
    public string ToTable(TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        page.Table(["<!set", "<kind", "<speed", "<stored", "<purpose"], Sets.Select(item =>
            (string[])[item.Set.Name, Digits.Lower(item.Set.Kind), Speed(item.Set), item.IsStored ? "yes" : "no", item.Set.Purpose]));
        return page.ToString();
    }

    /// <summary>
    /// Comma-separated values with the columns <c>set, kind, speed, stored, model, drift, n, times, purpose</c>;
    /// lists are separated by blanks.
    /// </summary>
    public string ToCsv()
    {
        CsvText csv = new("set", "kind", "speed", "stored", "model", "drift", "n", "times", "purpose");
        foreach ((ReferenceSet set, bool isStored) in Sets)
        {
            csv.Row(
                set.Name,
                Digits.Lower(set.Kind),
                Speed(set),
                isStored ? "yes" : "no",
                set.Model,
                set.Drift is { } drift ? drift.Name : "",
                string.Join(' ', set.Sizes),
                string.Join(' ', set.Times.Select(Digits.Full)),
                set.Purpose);
        }

        return csv.ToString();
    }

    /// <summary>One JSON document: <c>sets</c>, each with the members of the CSV's columns.</summary>
    public string ToJson() => JsonText.Document(json =>
    {
        json.WriteStartArray("sets");
        foreach ((ReferenceSet set, bool isStored) in Sets)
        {
            json.WriteStartObject();
            json.WriteString("set", set.Name);
            json.WriteString("purpose", set.Purpose);
            json.WriteString("kind", Digits.Lower(set.Kind));
            json.WriteString("speed", Speed(set));
            json.WriteBoolean("stored", isStored);
            json.WriteString("model", set.Model);
            json.WriteString("drift", set.Drift is { } drift ? drift.Name : null);
            json.WriteIntegers("n", set.Sizes);
            json.WriteReals("times", set.Times);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteProvenance(Provenance);
    });

    private static string Speed(ReferenceSet set) => set.IsQuick ? "quick" : "slow";
}
