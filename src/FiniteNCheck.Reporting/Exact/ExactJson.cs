using System.Collections.Immutable;
using System.Text.Json;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Reporting.Exact;

/// <summary>An exact run as one JSON document; the keys are those of docs/output.md.</summary>
public static class ExactJson
{
    /// <summary>
    /// The document: <c>model, n, spins, observables, times, mean[time][observable], covariance[time][observable][observable],
    /// errorBound, method</c>, then what explains them; before <c>method</c>, where asked for, <c>quantities</c>,
    /// <c>twoTime, twoTimeError</c> and <c>weyl, weylEven, weylError</c>. Numbers carry 17 significant digits; a number that does not exist
    /// is null.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(ExactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json => WriteMembers(json, report));
    }

    /// <summary>Several sizes as one document: <c>runs</c>, with the document of each size in the order given.</summary>
    /// <param name="reports">The results, one per size; a single one gives its own document.</param>
    public static string Render(IReadOnlyList<ExactReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return JsonText.Document(json => json.WriteRuns(reports, report => WriteMembers(json, report)));
    }

    private static void WriteMembers(Utf8JsonWriter json, ExactReport report)
    {
        ExactResult result = report.Result;
        json.WriteString("model", report.Model.Name);
        json.WriteNumber("n", result.N);
        json.WriteIntegers("spins", result.Spins);
        json.WriteMoments(report.Observables.Names, report.Moments);

        // A full run has integration error alone, stated under checks.
        if (result.Checks.Any(checks => checks.WindowError is null))
        {
            json.WriteNull("errorBound");
        }
        else
        {
            json.WriteReals("errorBound", result.Checks.Select(checks => checks.Error));
        }

        if (!report.Quantities.IsEmpty)
        {
            json.WriteArray("quantities", report.Quantities, quantity => WriteQuantity(json, quantity, report.ValuesOf(quantity)));
        }

        json.WriteCorrelations(report.TwoTime, report.Weyl);
        json.WriteString("method", result.Method);
        json.WriteComponents("components", result.Components);
        json.WriteSetting(report.Model, report.Notes);
        WriteChecks(json, result);
        json.WriteReal("tolerance", report.Tolerance);
        json.WriteNumber("steps", result.Steps);
        json.WriteNumber("stateSize", result.StateSize);
        json.WriteProvenance(report.Provenance);
    }

    private static void WriteQuantity(Utf8JsonWriter json, Quantity quantity, ImmutableArray<Measured> values)
    {
        json.WriteStartObject();
        json.WriteString("quantity", quantity.Name);
        json.WriteString("formula", quantity.Formula.Text);
        json.WriteReals("values", values.Select(value => value.Value));
        json.WriteReals("errors", values.Select(value => value.Error));
        json.WriteEndObject();
    }

    private static void WriteChecks(Utf8JsonWriter json, ExactResult result)
    {
        json.WriteStartArray("checks");
        for (int time = 0; time < result.Checks.Length; time++)
        {
            ExactChecks checks = result.Checks[time];
            json.WriteStartObject();
            json.WriteReal("time", result.Moments.Times[time]);
            json.WriteReal("trace", checks.Trace);
            json.WriteReal("hermiticity", checks.Hermiticity);
            json.WriteReal("smallestEigenvalue", checks.SmallestEigenvalue);
            json.WriteReal("integrationError", checks.IntegrationError);
            json.WriteReal("windowError", checks.WindowError ?? 0);
            json.WriteReal("roundingError", checks.RoundingError);
            json.WriteReal("meanError", result.MeanError(time));
            json.WriteReal("covarianceError", result.CovarianceError(time));
            json.WriteReals("smallestEigenvaluePerSector", checks.SmallestEigenvalues);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
