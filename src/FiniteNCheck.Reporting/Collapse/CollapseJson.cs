using System.Text.Json;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Collapse;

namespace FiniteNCheck.Reporting.Collapse;

/// <summary>A data collapse as JSON. The keys are described in docs/sweeps.md.</summary>
public static class CollapseJson
{
    /// <summary>The document: the exponents with their intervals and the scaled curves.</summary>
    /// <param name="report">The collapse.</param>
    public static string Render(CollapseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        DataCollapse collapse = report.Collapse;
        return JsonText.Document(json =>
        {
            json.WriteString("quantity", collapse.Quantity);
            json.WriteString("parameter", collapse.Parameter);
            json.WriteReal("critical", collapse.Critical);
            json.WriteReal("a", collapse.Height.Value);
            json.WriteReal("aUncertainty", collapse.Height.Uncertainty);
            json.WriteReal("b", collapse.Width);
            json.WriteReal("bUncertainty", collapse.WidthUncertainty);
            json.WriteArray("curves", collapse.Curves, curve => WriteCurve(json, curve));
            json.WriteProvenance(report.Provenance);
        });
    }

    private static void WriteCurve(Utf8JsonWriter json, CollapseCurve curve)
    {
        json.WriteStartObject();
        json.WriteNumber("spins", curve.Spins);
        json.WriteReal("spread", curve.Spread);
        json.WriteReals("parameter", curve.Points.Select(point => point.Parameter));
        json.WriteReals("x", curve.Points.Select(point => point.X));
        json.WriteReals("y", curve.Points.Select(point => point.Y));
        json.WriteEndObject();
    }
}
