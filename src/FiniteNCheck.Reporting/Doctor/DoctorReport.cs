using System.Collections.Immutable;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Doctor;

/// <summary>What a machine has for the program, and what is missing.</summary>
/// <param name="Facts">What was looked at.</param>
/// <param name="Provenance">Who looked.</param>
public sealed record DoctorReport(ImmutableArray<MachineFact> Facts, Provenance Provenance)
{
    /// <summary>A table for people, then what each missing thing is for.</summary>
    /// <param name="style">Colour and width.</param>
    public string ToTable(TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        page.Line(ProvenanceText.Source(Provenance));
        page.Line();
        page.Table(["<!item", "<!state", "<found"], Facts.Select(fact => new[] { fact.Name, fact.Present ? "ok" : "missing", fact.Found }));
        page.Line();
        ImmutableArray<MachineFact> missing = [.. Facts.Where(fact => !fact.Present)];
        page.Line(missing.IsEmpty ? "Nothing is missing." : "What is missing is optional:");
        foreach (MachineFact fact in missing)
        {
            page.Line($"- {fact.Name}: {fact.Remedy}");
        }

        return page.ToString();
    }

    /// <summary>One JSON document: <c>facts</c>, a list of <c>name, present, found, remedy</c>, and <c>provenance</c>.</summary>
    public string ToJson() => JsonText.Document(json =>
    {
        json.WriteArray("facts", Facts, fact =>
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteBoolean("present", fact.Present);
            json.WriteString("found", fact.Found);
            json.WriteString("remedy", fact.Remedy);
            json.WriteEndObject();
        });
        json.WriteProvenance(Provenance);
    });

    /// <summary>Comma-separated values with the columns <c>name, present, found, remedy</c>.</summary>
    public string ToCsv()
    {
        CsvText csv = new("name", "present", "found", "remedy");
        foreach (MachineFact fact in Facts)
        {
            csv.Row(fact.Name, fact.Present ? "yes" : "no", fact.Found, fact.Remedy ?? "");
        }

        return csv.ToString();
    }
}
