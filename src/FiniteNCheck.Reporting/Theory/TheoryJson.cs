using System.Text.Json;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>A prediction as one JSON document; the keys are those of docs/output.md.</summary>
public static class TheoryJson
{
    /// <summary>
    /// The document:
    /// <c>model, observables, times, mean, covariance, method, drift, symplectic[time][..][..], stationaryCovariance</c>
    /// (null, with <c>why</c>, where none exists), then what explains them; with corrections
    /// <c>meanCorrection, covarianceCorrection, validFrom</c>, <c>stationaryMeanCorrection, stationaryCovarianceCorrection</c> (null,
    /// with <c>stationaryCorrectionWhy</c>, where none exist) and, at a ladder value,
    /// <c>n, meanAtN, covarianceAtN</c>; where asked for <c>twoTime, twoTimeError</c> and
    /// <c>weyl, weylEven, weylError</c>.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(TheoryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json => WriteMembers(json, report));
    }

    private static void WriteMembers(Utf8JsonWriter json, TheoryReport report)
    {
        TheoryResult result = report.Result;
        json.WriteString("model", report.Model.Name);
        json.WriteMoments(report.Observables.Names, result.Moments);
        json.WriteString("method", report.Method);
        json.WriteString("drift", report.DriftName);
        json.WriteMatrices("symplectic", result.Symplectic);
        json.WriteMatrix("stationaryCovariance", result.StationaryCovariance);
        json.WriteString("why", result.Reason);
        json.WriteSetting(report.Model, report.Notes);
        json.WriteReal("meanError", result.MeanError);
        json.WriteReal("covarianceError", result.CovarianceError);
        json.WriteMatrices("propagator", result.Propagator);
        json.WriteMatrices("noise", result.Noise);
        if (report.Corrections is { } corrections)
        {
            WriteCorrections(json, corrections);
        }

        json.WriteCorrelations(report.TwoTime, report.Weyl);

        json.WriteProvenance(report.Provenance);
    }

    private static void WriteCorrections(Utf8JsonWriter json, TheoryCorrections corrections)
    {
        json.WriteRows("meanCorrection", corrections.Result.MeanCorrection);
        json.WriteMatrices("covarianceCorrection", corrections.Covariance);
        json.WriteReal("meanCorrectionError", corrections.Result.MeanCorrectionError);
        json.WriteReal("covarianceCorrectionError", corrections.Result.CovarianceCorrectionError);
        json.WriteLines(
            "validFrom",
            Enumerable
                .Range(0, corrections.Result.Times.Length)
                .Select(time => corrections.ValidFrom(time) is { } from ? Digits.Shortest(from) : "null"));
        WriteStationary(json, corrections.Result.Stationary);
        if (corrections is { N: { } n, AtN: { } moments })
        {
            json.WriteNumber("n", n);
            json.WriteRows("meanAtN", moments.Mean);
            json.WriteMatrices("covarianceAtN", moments.Covariance);
        }
    }

    private static void WriteStationary(Utf8JsonWriter json, StationaryCorrection? rest)
    {
        if (rest?.Mean is { } mean)
        {
            json.WriteReals("stationaryMeanCorrection", mean);
        }
        else
        {
            json.WriteNull("stationaryMeanCorrection");
        }

        json.WriteMatrix("stationaryCovarianceCorrection", rest?.Covariance);
        json.WriteString("stationaryCorrectionWhy", rest is null ? "not computed" : rest.Reason);
    }
}
