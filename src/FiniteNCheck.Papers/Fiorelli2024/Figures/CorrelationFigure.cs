using System.Collections.Immutable;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>Figure 3 as data: correlations between the two large spins of one pattern over the (T, Omega) plane.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Full">Its points with the Jacobian of the mean-field flow as drift, in the order of the grid.</param>
/// <param name="Printed">The same with the drift as printed.</param>
/// <param name="FiniteSizes">The exact counterparts at finite N, one per number of spins.</param>
public sealed record CorrelationFigure(
    PlaneGrid Grid,
    ImmutableArray<CorrelationPoint> Full,
    ImmutableArray<CorrelationPoint> Printed,
    ImmutableArray<FiniteCorrelations> FiniteSizes)
{
    /// <summary>The cost of a point, in seconds of one core.</summary>
    internal const double SecondsPerPoint = 0.012;

    /// <summary>Computes both drifts.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="work">Threads, cancellation, progress.</param>
    internal static CorrelationFigure ComputeLimit(PlaneGrid grid, FigureWork work)
    {
        ImmutableArray<(CorrelationPoint Full, CorrelationPoint Printed)> points =
            grid.Map((temperature, field) => Both(PlanePoint.At(temperature, field)), work, "figure 3, N to infinity", SecondsPerPoint);
        return new CorrelationFigure(grid, [.. points.Select(point => point.Full)], [.. points.Select(point => point.Printed)], []);
    }

    private static (CorrelationPoint Full, CorrelationPoint Printed) Both(PlanePoint point) =>
        (At(point, Drift.Full), At(point, Drift.Frozen));

    private static CorrelationPoint At(PlanePoint point, Drift drift)
    {
        double information =
            point.Phase == Phase.Paramagnetic
            && StationaryCovariance.At(point.Coefficients, point.Averages!, drift) is { Covariance: { } covariance }
                ? CommutingFluctuations.MutualInformation(covariance)
                : double.NaN;
        return new CorrelationPoint(CorrelationMap.At(point, drift), information);
    }
}
