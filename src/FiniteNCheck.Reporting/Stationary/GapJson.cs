using System.Text.Json;
using FiniteNCheck.Exact;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Slow modes as JSON. The keys are described in docs/output.md.</summary>
public static class GapJson
{
    /// <summary>
    /// The document: <c>model, n, spins, eigenvalues[mode] = [re, im], residuals[mode], conditions[mode], errors[mode], zeros, method</c>
    /// and what explains them. For several sizes these are the members of the list <c>runs</c>.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(GapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json =>
        {
            json.WriteRuns(report.Results, result => WriteMembers(json, report, result));
            json.WriteProvenance(report.Provenance);
        });
    }

    private static void WriteMembers(Utf8JsonWriter json, GapReport report, GapResult result)
    {
        json.WriteString("model", report.Model.Name);
        json.WriteNumber("n", result.N);
        json.WriteIntegers("spins", result.Spins);
        json.WriteComplexNumbers("eigenvalues", result.Eigenvalues);
        json.WriteReals("residuals", result.Residuals);
        json.WriteReals("conditions", result.Conditions);
        json.WriteReals("errors", result.Errors);
        json.WriteBoolean("converged", result.HasConverged);
        json.WriteNumber("zeros", result.Zeros);
        json.WriteString("method", result.Method);
        json.WriteBoolean("assumption1", report.Model.SatisfiesAssumption1);
        json.WriteStrings("notes", report.NotesOn(result));
        json.WriteNumber("applications", result.Applications);
        json.WriteNumber("stateSize", result.StateSize);
    }
}
