using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Spectra;

/// <summary>A spectrum as one JSON document.</summary>
public static class SpectrumJson
{
    /// <summary>
    /// The document: <c>model, n, spins, observables, frequencies, spectrum[frequency][a][b] = [re, im], limit</c> likewise, <c>drift,
    /// stationary, until, error, quadratureError</c>, then what explains them.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(SpectrumReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json =>
        {
            json.WriteString("model", report.Model.Name);
            json.WriteNumber("n", report.N);
            json.WriteIntegers("spins", report.Model.SpinsAt(report.N));
            json.WriteStrings("observables", report.Model.ObservableNames);
            json.WriteReals("frequencies", report.Grid.Frequencies);
            json.WriteComplexMatrices("spectrum", report.Exact);
            json.WriteComplexMatrices("limit", report.Limit);
            json.WriteString("drift", report.Drift.Name);
            json.WriteBoolean("stationary", report.IsStationary);
            json.WriteReal("until", report.Grid.Until);
            json.WriteReal("error", report.Error);
            json.WriteReal("quadratureError", report.QuadratureError);
            json.WriteSetting(report.Model, report.Notes);
            json.WriteProvenance(report.Provenance);
        });
    }
}
