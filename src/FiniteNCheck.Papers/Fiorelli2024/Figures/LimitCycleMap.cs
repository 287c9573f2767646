using System.Collections.Immutable;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// Figure B1(a) as data: the standard deviation of <c>o_z(t)</c> at long times over the (T, Omega) plane. The paper
/// takes 2000 samples of the interval from t = 9000 to 10000; here the average goes over exactly one period of the
/// closed orbit that the flow has settled on, which is the limit of long intervals.
/// </summary>
/// <param name="Grid">The grid.</param>
/// <param name="Points">Its points, in the order of the grid.</param>
public sealed record LimitCycleMap(PlaneGrid Grid, ImmutableArray<LimitCyclePoint> Points)
{
    /// <summary>The cost of a point, in seconds of one core.</summary>
    internal const double SecondsPerPoint = 0.02;

    // Equally spaced samples of a periodic function converge faster than any power of their number.
    private const int SamplesPerPeriod = 256;

    /// <summary>Computes the map.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="work">Threads, cancellation, progress.</param>
    internal static LimitCycleMap Compute(PlaneGrid grid, FigureWork work) =>
        new(grid, grid.Map((temperature, field) => At(temperature, field, work.Cancellation), work, "figure B1(a)", SecondsPerPoint));

    /// <summary>One point.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="cancellation">Ends the run.</param>
    internal static LimitCyclePoint At(double temperature, double field, CancellationToken cancellation)
    {
        var flow = new OverlapFlow(temperature, field);
        FixedPoint end = flow.FromNearZero(cancellation);
        Phase? phase = OverlapFlow.PhaseOf(end);
        if (end.Orbit is not { } orbit)
        {
            return new LimitCyclePoint(
                temperature,
                field,
                phase,
                end.Point?[2] ?? double.NaN,
                end.Point is null ? double.NaN : 0,
                double.NaN);
        }

        double[] overlaps = [.. Orbit(flow, orbit, SamplesPerPeriod, cancellation).Select(point => point.Z)];
        double mean = overlaps.Average();
        double deviation = Math.Sqrt(overlaps.Average(overlap => (overlap - mean) * (overlap - mean)));
        return new LimitCyclePoint(temperature, field, phase, mean, deviation, orbit.Period);
    }

    /// <summary>Points of an orbit, equally spaced over one period.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="orbit">The orbit.</param>
    /// <param name="samples">How many.</param>
    /// <param name="cancellation">Ends the run.</param>
    internal static IEnumerable<PortraitPoint> Orbit(
        OverlapFlow flow,
        ClosedOrbit orbit,
        int samples,
        CancellationToken cancellation) =>
        flow.Trajectory(
            orbit.Start[2],
            orbit.Start[1],
            [.. Enumerable.Range(1, samples).Select(i => orbit.Period * i / samples)],
            cancellation);
}
