using FiniteNCheck.Reporting.Hdf5;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Npz;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>A prediction as arrays for NumPy.</summary>
public static class TheoryNpz
{
    /// <summary>
    /// The bytes of an <c>.npz</c> file with <c>observables</c>, <c>times</c>, <c>mean[time][observable]</c>, the
    /// matrices <c>covariance</c>, <c>symplectic</c>, <c>propagator</c> and <c>noise</c>
    /// <c>[time][observable][observable]</c>, <c>stationaryCovariance[observable][observable]</c> (NaN where there is
    /// none), <c>meanError</c> and <c>covarianceError</c>; with corrections, two-time functions and Weyl operators what
    /// <see cref="TheoryJson"/> writes of them. All numbers are dimensionless.
    /// </summary>
    /// <param name="report">The result.</param>
    public static byte[] Render(TheoryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return NpzArchive.Pack(Arrays(report));
    }

    /// <summary>The same arrays as the bytes of an HDF5 file.</summary>
    /// <param name="report">The result.</param>
    public static byte[] RenderHdf5(TheoryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Hdf5Archive.Pack(Arrays(report));
    }

    /// <summary>The arrays.</summary>
    /// <param name="report">The result.</param>
    internal static IEnumerable<NpyArray> Arrays(TheoryReport report)
    {
        TheoryResult result = report.Result;
        int size = report.Observables.Names.Length;
        return
        [
            .. MomentArrays.List(report.Observables.Names, result.Moments),
            MomentArrays.OfMatrices("symplectic", result.Symplectic, size),
            NpyArray.OfReals(
                "stationaryCovariance",
                result.StationaryCovariance?.Cast<double>() ?? Enumerable.Repeat(double.NaN, size * size),
                size,
                size),
            MomentArrays.OfMatrices("propagator", result.Propagator, size),
            MomentArrays.OfMatrices("noise", result.Noise, size),
            NpyArray.OfReals("meanError", [result.MeanError]),
            NpyArray.OfReals("covarianceError", [result.CovarianceError]),
            .. report.Corrections is { } corrections ? OfCorrections(corrections, size) : [],
            .. CorrelationOutput.Arrays(report.TwoTime, report.Weyl),
        ];
    }

    private static IEnumerable<NpyArray> OfCorrections(TheoryCorrections corrections, int size)
    {
        int times = corrections.Result.Times.Length;
        yield return NpyArray.OfReals("meanCorrection", corrections.Result.MeanCorrection.SelectMany(values => values), times, size);
        yield return MomentArrays.OfMatrices("covarianceCorrection", corrections.Covariance, size);
        yield return NpyArray.OfReals("meanCorrectionError", [corrections.Result.MeanCorrectionError]);
        yield return NpyArray.OfReals("covarianceCorrectionError", [corrections.Result.CovarianceCorrectionError]);
        yield return NpyArray.OfReals(
            "validFrom",
            Enumerable.Range(0, times).Select(time => corrections.ValidFrom(time) ?? double.NaN),
            times);
        StationaryCorrection? rest = corrections.Result.Stationary;
        yield return NpyArray.OfReals("stationaryMeanCorrection", rest?.Mean ?? Enumerable.Repeat(double.NaN, size), size);
        yield return NpyArray.OfReals(
            "stationaryCovarianceCorrection",
            rest?.Covariance?.Cast<double>() ?? Enumerable.Repeat(double.NaN, size * size),
            size,
            size);
        if (corrections is { N: { } n, AtN: { } moments })
        {
            yield return NpyArray.OfReals("n", [n]);
            yield return NpyArray.OfReals("meanAtN", moments.Mean.SelectMany(values => values), times, size);
            yield return MomentArrays.OfMatrices("covarianceAtN", moments.Covariance, size);
        }
    }
}
