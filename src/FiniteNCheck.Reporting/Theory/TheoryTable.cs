using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>A prediction as tables for people.</summary>
public static class TheoryTable
{
    /// <summary>Means, covariances and the stationary covariance or why there is none.</summary>
    /// <param name="report">What was computed.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(TheoryReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        TheoryResult result = report.Result;
        ImmutableArray<string> names = report.Model.ObservableNames;
        using TextPage page = new(style);
        page.Line($"Theory for {report.Model.Name} as N goes to infinity, drift {report.DriftName}");
        page.Line($"Method: {report.Method}; errors: means {Numeral.Of(result.MeanError, 4)}, covariances {Numeral.Of(result.CovarianceError, 4)}");
        page.Notes(report.Notes);
        page.Line();
        MomentTables.Write(page, report.Model, result.Moments);
        if (result.StationaryCovariance is { } stationary)
        {
            page.Line("Stationary covariance at the fixed point that the mean field reaches");
            MomentTables.Matrix(page, names, stationary);
        }
        else
        {
            page.Line($"No stationary covariance: {result.Why}");
        }

        page.Line();
        page.Line(MomentTables.SourceOf(report.Provenance));
        return page.ToString();
    }
}
