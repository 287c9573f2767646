using System.Collections.Immutable;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>A prediction as comma-separated values, one number per row.</summary>
public static class TheoryCsv
{
    /// <summary>
    /// Columns <c>model, drift, time, quantity, observable, observable2, value, unit, assumption1</c>. Quantities are <c>mean</c>,
    /// <c>covariance</c>, <c>symplectic</c>, <c>propagator</c>, <c>noise</c> and, with an empty time,
    /// <c>stationaryCovariance</c> (no rows where none exists); with corrections also <c>meanCorrection</c>,
    /// <c>covarianceCorrection</c>, <c>validFrom</c>, with an empty time <c>stationaryMeanCorrection</c> and
    /// <c>stationaryCovarianceCorrection</c> and, at a ladder value, <c>meanAtN</c> and <c>covarianceAtN</c>.
    /// All are dimensionless (unit 1).
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(TheoryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        TheoryResult result = report.Result;
        ImmutableArray<string> names = report.Observables.Names;
        string holds = report.Model.SatisfiesAssumption1 ? "holds" : "does not hold";
        CsvText csv = new("model", "drift", "time", "quantity", "observable", "observable2", "value", "unit", "assumption1");
        void Add(string when, IEnumerable<(string Quantity, string A, string B, double Value)> rows)
        {
            foreach ((string quantity, string a, string b, double value) in rows)
            {
                csv.Row(report.Model.Name, report.DriftName, when, quantity, a, b, Digits.Full(value), "1", holds);
            }
        }

        for (int time = 0; time < result.Moments.Times.Length; time++)
        {
            string when = Digits.Full(result.Moments.Times[time]);
            Add(when, MomentRows.List(names, result.Moments, time));
            Add(when, MomentRows.Matrix("symplectic", names, result.Symplectic[time]));
            Add(when, MomentRows.Matrix("propagator", names, result.Propagator[time]));
            Add(when, MomentRows.Matrix("noise", names, result.Noise[time]));
            Add(when, CorrelationOutput.Rows(names, report.TwoTime, report.Weyl, time));
        }

        if (report.Corrections is { } corrections)
        {
            AddCorrections(names, corrections, Add);
        }

        if (result.StationaryCovariance is { } stationary)
        {
            Add("", MomentRows.Matrix("stationaryCovariance", names, stationary));
        }

        return csv.ToString();
    }

    private static void AddCorrections(
        ImmutableArray<string> names,
        TheoryCorrections corrections,
        Action<string, IEnumerable<(string Quantity, string A, string B, double Value)>> add)
    {
        for (int time = 0; time < corrections.Result.Times.Length; time++)
        {
            string when = Digits.Full(corrections.Result.Times[time]);
            add(when, names.Select((name, index) => ("meanCorrection", name, "", corrections.Result.MeanCorrection[time][index])));
            add(when, MomentRows.Matrix("covarianceCorrection", names, corrections.Covariance[time]));
            add(when, [("validFrom", "", "", corrections.ValidFrom(time) ?? double.NaN)]);
            if (corrections.AtN is { } moments)
            {
                add(when, names.Select((name, index) => ("meanAtN", name, "", moments.Mean[time][index])));
                add(when, MomentRows.Matrix("covarianceAtN", names, moments.Covariance[time]));
            }
        }

        if (corrections.Result.Stationary is { Mean: { } mean, Covariance: { } covariance })
        {
            add("", names.Select((name, index) => ("stationaryMeanCorrection", name, "", mean[index])));
            add("", MomentRows.Matrix("stationaryCovarianceCorrection", names, covariance));
        }
    }
}
