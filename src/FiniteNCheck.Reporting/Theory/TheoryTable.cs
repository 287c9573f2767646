using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>A prediction as tables for people.</summary>
public static class TheoryTable
{
    /// <summary>Means, covariances and the stationary covariance or why there is none.</summary>
    /// <param name="report">The result.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(TheoryReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        TheoryResult result = report.Result;
        ImmutableArray<string> names = report.Observables.Names;
        using TextPage page = new(style);
        page.Line($"Theory for {report.Model.Name} as N goes to infinity, drift {report.DriftName}");
        page.Line(
            $"Method: {report.Method}; errors: means {Numeral.Of(result.MeanError, 4)}, "
                + $"covariances {Numeral.Of(result.CovarianceError, 4)}");
        page.Notes(report.Notes);
        page.Line();
        MomentTables.Write(page, names, result.Moments);
        CorrelationOutput.Write(page, names, report.TwoTime, report.Weyl);
        if (result.StationaryCovariance is { } stationary)
        {
            page.Line("Stationary covariance at the fixed point that the mean field reaches");
            MomentTables.Matrix(page, names, stationary);
        }
        else
        {
            page.Line($"No stationary covariance: {result.Reason}");
        }

        if (report.Corrections is { } corrections)
        {
            page.Line();
            WriteCorrections(page, names, corrections);
        }

        page.Line();
        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }

    private static void WriteCorrections(TextPage page, ImmutableArray<string> names, TheoryCorrections corrections)
    {
        CorrectionResult result = corrections.Result;
        page.Line(
            $"Coefficients of 1/n (full drift); errors: means {Numeral.Error(result.MeanCorrectionError)}, "
                + $"covariances {Numeral.Error(result.CovarianceCorrectionError)}");
        page.Line();
        MomentTables.Write(page, names, new MomentSeries(result.Times, result.MeanCorrection, corrections.Covariance));
        if (corrections is { N: { } n, AtN: { } moments })
        {
            page.Line($"Limit plus correction at n = {n}");
            page.Line();
            MomentTables.Write(page, names, moments);
        }

        WriteStationary(page, names, result.Stationary);
        page.Line("The corrections are below a tenth of what they correct");
        page.Table(
            ["t", "from n"],
            result.Times.Select(
                (time, index) =>
                    (string[])[Numeral.Exact(time), corrections.ValidFrom(index) is { } from ? Numeral.Of(from) : "-"]));
    }

    private static void WriteStationary(TextPage page, ImmutableArray<string> names, StationaryCorrection? rest)
    {
        if (rest is { Mean: { } mean, Covariance: { } covariance })
        {
            page.Line("Stationary coefficients of 1/n at the fixed point that the mean field reaches");
            page.Table(["observable", "mean"], names.Zip(mean, (name, value) => (string[])[name, Digits.Cell(value)]));
            MomentTables.Matrix(page, names, covariance);
        }
        else if (rest is not null)
        {
            page.Line($"No stationary coefficients of 1/n: {rest.Reason}");
        }
    }
}
