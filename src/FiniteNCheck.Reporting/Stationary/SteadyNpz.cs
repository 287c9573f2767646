using FiniteNCheck.Reporting.Npz;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Stationary states as arrays for NumPy.</summary>
public static class SteadyNpz
{
    /// <summary>
    /// The bytes of an <c>.npz</c> file with <c>n[size]</c>, <c>observables</c>, <c>mean[size][observable]</c>,
    /// <c>covariance[size][observable][observable]</c>, <c>residual[size]</c>, <c>stationaryStates[size]</c> and for every quantity
    /// <c>quantities/NAME[size]</c>; with proven errors <c>meanError[size]</c> and <c>covarianceError[size]</c>.
    /// </summary>
    /// <param name="report">The result.</param>
    public static byte[] Render(SteadyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int sizes = report.Results.Length;
        int side = report.Model.ObservableNames.Length;
        return NpzArchive.Pack(
        [
            NpyArray.OfIntegers("n", report.Results.Select(result => result.N), sizes),
            NpyArray.OfTexts("observables", report.Model.ObservableNames, side),
            NpyArray.OfReals("mean", report.Results.SelectMany(result => result.Mean), sizes, side),
            NpyArray.OfReals("covariance", report.Results.SelectMany(result => result.Covariance.Cast<double>()), sizes, side, side),
            NpyArray.OfReals("residual", report.Results.Select(result => result.Residual), sizes),
            NpyArray.OfReals("stationaryStates", report.Results.Select(result => (double)result.StationaryStates), sizes),
            .. Proven(report),
            .. report.Quantities.Select(quantity => NpyArray.OfReals(
                $"quantities/{quantity.Name}", report.Results.Select(result => report.ValueOf(quantity, result)), sizes)),
        ]);
    }

    private static NpyArray[] Proven(SteadyReport report)
    {
        int sizes = report.Results.Length;
        return report.Results.All(result => result.Proven is null)
            ? []
            :
            [
                NpyArray.OfReals("meanError", report.Results.Select(result => result.Proven!.Mean), sizes),
                NpyArray.OfReals("covarianceError", report.Results.Select(result => result.Proven!.Covariance), sizes),
            ];
    }
}
