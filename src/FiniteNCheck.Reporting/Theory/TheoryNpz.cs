using FiniteNCheck.Reporting.Npz;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>A prediction as arrays for NumPy.</summary>
public static class TheoryNpz
{
    /// <summary>
    /// The bytes of an <c>.npz</c> file with <c>observables</c>, <c>times</c>, <c>mean[time][observable]</c>, the matrices <c>covariance</c>,
    /// <c>symplectic</c>, <c>propagator</c> and <c>noise</c> <c>[time][observable][observable]</c>, <c>stationaryCovariance[observable][observable]</c>
    /// (NaN where there is none), <c>meanError</c> and <c>covarianceError</c>. All numbers are dimensionless.
    /// </summary>
    /// <param name="report">What was computed.</param>
    public static byte[] Render(TheoryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        TheoryResult result = report.Result;
        int size = report.Model.ObservableNames.Length;
        return NpzArchive.Of(
        [
            .. MomentArrays.Of(report.Model, result.Moments),
            MomentArrays.OfMatrices("symplectic", result.Symplectic, size),
            NpyArray.OfReals("stationaryCovariance", result.StationaryCovariance?.Cast<double>() ?? Enumerable.Repeat(double.NaN, size * size), size, size),
            MomentArrays.OfMatrices("propagator", result.Propagator, size),
            MomentArrays.OfMatrices("noise", result.Noise, size),
            NpyArray.OfReals("meanError", [result.MeanError]),
            NpyArray.OfReals("covarianceError", [result.CovarianceError]),
        ]);
    }
}
