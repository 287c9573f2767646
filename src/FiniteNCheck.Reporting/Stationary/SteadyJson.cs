using System.Text.Json;
using FiniteNCheck.Exact;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Stationary states as JSON. The keys are described in docs/output.md.</summary>
public static class SteadyJson
{
    /// <summary>
    /// The document: <c>model, n, spins, observables, mean[observable], covariance[observable][observable], residual,
    /// stationaryStates, method</c> and what explains them. For several sizes these are the members of the list <c>runs</c>.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(SteadyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json =>
        {
            json.WriteRuns(report.Results, result => WriteMembers(json, report, result));
            json.WriteProvenance(report.Provenance);
        });
    }

    // A bound that says nothing is none.
    private static double? Finite(double? bound) => bound is { } value && double.IsFinite(value) ? value : null;

    private static void WriteMembers(Utf8JsonWriter json, SteadyReport report, SteadyResult result)
    {
        json.WriteString("model", report.Model.Name);
        json.WriteNumber("n", result.N);
        json.WriteIntegers("spins", result.Spins);
        json.WriteStrings("observables", report.Model.ObservableNames);
        json.WriteReals("mean", result.Mean);
        json.WriteMatrix("covariance", result.Covariance);
        json.WriteReal("residual", result.Residual);
        json.WriteNumber("stationaryStates", result.StationaryStates);
        json.WriteBoolean("stationaryStatesExact", result.IsCountExact);
        json.WriteComponents("classes", result.Classes);
        if (!report.Quantities.IsEmpty)
        {
            json.WriteArray("quantities", report.Quantities, quantity =>
            {
                json.WriteStartObject();
                json.WriteString("quantity", quantity.Name);
                json.WriteString("formula", quantity.Formula.Text);
                json.WriteReal("value", report.ValueOf(quantity, result));
                json.WriteEndObject();
            });
        }

        json.WriteString("method", result.Method);
        json.WriteSetting(report.Model, report.NotesOn(result));
        json.WriteReal("target", result.Target);
        json.WriteReal("error", result.Error);
        json.WriteReal("meanError", Finite(result.Proven?.Mean));
        json.WriteReal("covarianceError", Finite(result.Proven?.Covariance));
        json.WriteReal("trace", result.Trace);
        json.WriteReal("smallestEigenvalue", result.SmallestEigenvalue);
        json.WriteNumber("applications", result.Applications);
        json.WriteNumber("stateSize", result.StateSize);
        json.WriteNumber("factorNumbers", result.FactorNumbers);
    }
}
