using System.Collections.Immutable;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// Figure 3 as data: Gaussian discord and classical correlations between the two blocks of one pattern over the (T,
/// Omega) plane.
/// </summary>
internal static class CorrelationMap
{
    /// <summary>Computes the map; results do not depend on the number of threads.</summary>
    /// <param name="temperatures">The temperatures, outermost in the result.</param>
    /// <param name="fields">The transverse fields.</param>
    /// <param name="drift">The drift of the covariance equation.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <param name="cancellation">Ends the computation with an <see cref="OperationCanceledException"/>.</param>
    public static ImmutableArray<CorrelationMapPoint> Compute(
        IReadOnlyList<double> temperatures, IReadOnlyList<double> fields, Drift drift, int threads, CancellationToken cancellation)
    {
        var points = new CorrelationMapPoint[temperatures.Count * fields.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads,
            CancellationToken = cancellation,
        };
        Parallel.For(
            0,
            points.Length,
            options,
            i => points[i] = At(PlanePoint.At(temperatures[i / fields.Count], fields[i % fields.Count]), drift));
        return [.. points];
    }

    /// <summary>One point of the map.</summary>
    /// <param name="point">The point of the plane.</param>
    /// <param name="drift">The drift of the covariance equation.</param>
    public static CorrelationMapPoint At(PlanePoint point, Drift drift)
    {
        if (point.Averages is not { } m)
        {
            return Without(point, double.NaN, "the mean field reaches no fixed point");
        }

        double length = TwoModeReduction.Length(m);
        if (point.Phase == Phase.Paramagnetic)
        {
            return Without(point, length, "the averages vanish: fluctuations commute and there are no modes (69)-(73)");
        }

        return StationaryCovariance.At(point.Coefficients, m, drift) is { Covariance: { } covariance }
            ? new CorrelationMapPoint(
                point.Temperature,
                point.Field,
                point.Phase,
                length,
                GaussianCorrelations.Compute(covariance, m),
                null)
            : Without(point, length, "the drift has no stationary covariance");
    }

    private static CorrelationMapPoint Without(PlanePoint point, double length, string reason) =>
        new(point.Temperature, point.Field, point.Phase, length, null, reason);
}
