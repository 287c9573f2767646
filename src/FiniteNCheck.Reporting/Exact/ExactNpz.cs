using FiniteNCheck.Exact;
using FiniteNCheck.Reporting.Hdf5;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Npz;

namespace FiniteNCheck.Reporting.Exact;

/// <summary>An exact run as arrays for NumPy.</summary>
public static class ExactNpz
{
    /// <summary>
    /// The bytes of an <c>.npz</c> file with <c>n</c>, <c>spins[block]</c>, <c>observables</c>, <c>times</c>,
    /// <c>mean[time][observable]</c>, <c>covariance[time][observable][observable]</c>, and per time <c>errorBound</c>
    /// (NaN for a full run), <c>meanError</c> and <c>covarianceError</c>; for a quantity that was asked for
    /// <c>quantities/NAME[time]</c> and <c>quantities/NAME-error[time]</c>, and where asked for what <see cref="ExactJson"/>
    /// writes of two-time functions and Weyl operators. All numbers are dimensionless; times are in
    /// the unit of the model file's inverse rates.
    /// </summary>
    /// <param name="report">The result.</param>
    public static byte[] Render(ExactReport report) => Render([report]);

    /// <summary>The bytes of several sizes: every array but <c>observables</c> and <c>times</c> has the size as its first index.</summary>
    /// <param name="reports">The results, one per size; a single one has no such index.</param>
    public static byte[] Render(IReadOnlyList<ExactReport> reports) => NpzArchive.Pack(Arrays(reports));

    /// <summary>The same arrays as the bytes of an HDF5 file.</summary>
    /// <param name="reports">The results, one per size.</param>
    public static byte[] RenderHdf5(IReadOnlyList<ExactReport> reports) => Hdf5Archive.Pack(Arrays(reports));

    /// <summary>The arrays.</summary>
    /// <param name="reports">The results, one per size.</param>
    internal static IEnumerable<NpyArray> Arrays(IReadOnlyList<ExactReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        NpyArray[][] sizes = [.. reports.Select(report => ArraysOf(report).ToArray())];
        return sizes is [var single]
            ? single
            : sizes[0].Select((array, index) => array.Name is "observables" or "times"
                ? array
                : NpyArray.Stack([.. sizes.Select(size => size[index])]));
    }

    private static IEnumerable<NpyArray> ArraysOf(ExactReport report)
    {
        ExactResult result = report.Result;
        int times = result.Moments.Times.Length;
        return
        [
            NpyArray.OfIntegers("n", [result.N]),
            NpyArray.OfIntegers("spins", result.Spins, result.Spins.Length),
            .. MomentArrays.List(report.Observables.Names, report.Moments),
            NpyArray.OfReals("errorBound", result.Checks.Select(checks => checks.WindowError is null ? double.NaN : checks.Error), times),
            NpyArray.OfReals("meanError", Enumerable.Range(0, times).Select(result.MeanError), times),
            NpyArray.OfReals("covarianceError", Enumerable.Range(0, times).Select(result.CovarianceError), times),
            .. report.Quantities.SelectMany(quantity => new[]
            {
                NpyArray.OfReals($"quantities/{quantity.Name}", report.ValuesOf(quantity).Select(value => value.Value), times),
                NpyArray.OfReals($"quantities/{quantity.Name}-error", report.ValuesOf(quantity).Select(value => value.Error), times),
            }),
            .. CorrelationOutput.Arrays(report.TwoTime, report.Weyl),
        ];
    }
}
