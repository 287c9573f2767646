using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// Where the mean-field flow of one pattern oscillates for ever: a condition on temperature and field against the
/// integrated flow (22), judged, as in Figure B1, by the standard deviation <c>o_sd</c> of the overlap at late times.
/// </summary>
/// <param name="name">What the condition is called in evidence.</param>
/// <param name="condition">Whether a point lies in the region.</param>
/// <param name="points">The points.</param>
/// <param name="starts">The starts <c>o_y, o_z</c> at each point.</param>
internal sealed class LimitCycleRegion(
    string name, Func<PhasePoint, bool> condition, IReadOnlyList<PhasePoint> points, IReadOnlyList<(double Y, double Z)> starts)
{
    private const string Cycle = "a limit cycle";
    private const string NoCycle = "no limit cycle";

    // As in Figure B1, or ten to twenty per turn.
    private const int FullSamples = 2000;
    private const int QuickSamples = 200;

    // Far below the deviations that must be distinguished.
    private const double Tolerance = 1e-9;

    // Fixed points are reached to rounding by then; the smallest limit cycle has a deviation of 0.18.
    private const double AtRest = 1e-6;
    private const double Oscillating = 0.05;

    /// <summary>
    /// Points on both sides of <c>beta = 3/2</c>, of <c>beta = 1 + 8 Omega^2</c> and of the line on which the
    /// solutions of (B.4) vanish.
    /// </summary>
    public static IReadOnlyList<PhasePoint> Diagram { get; } =
    [
        new(0.3, 0.4),
        new(0.3, 0.7),
        new(0.35, 0.95),
        new(0.4, 0.3),
        new(0.4, 0.55),
        new(0.4, 0.6),
        new(0.4, 0.7),
        new(0.5, 0.2),
        new(0.5, 0.3),
        new(0.5, 0.38),
        new(0.5, 0.45),
        new(0.6, 0.2),
        new(0.6, 0.27),
        new(0.6, 0.35),
        new(0.6, 0.6),
        new(0.63, 0.4),
        new(0.65, 0.3),
        new(0.65, 0.5),
        new(0.7, 0.2),
        new(0.7, 0.3),
        new(0.7, 0.5),
        new(0.7, 0.8),
        new(0.8, 0.1),
        new(0.8, 0.5),
        new(1, 0.6),
        new(1.5, 0.2),
    ];

    /// <summary>The start of Figure B1: next to the paramagnetic state.</summary>
    public static IReadOnlyList<(double Y, double Z)> NearParamagnetic { get; } = [(1e-3, 1e-3)];

    /// <summary>
    /// Starts all over the disc of states, the first next to the paramagnetic state, the second next to perfect
    /// retrieval.
    /// </summary>
    public static IReadOnlyList<(double Y, double Z)> Everywhere { get; } = [(1e-3, 1e-3), (0, 0.99), (-0.6, 0.6), (0.5, 0.7)];

    /// <summary>Integrates the flow and compares.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run) => OutcomeJudge.Judge(
        $"the mean-field flow oscillates for ever where, and only where, {name}",
        ["o_sd"],
        from point in points from start in starts select Outcome(point, start, run));

    private PointOutcome Outcome(PhasePoint point, (double Y, double Z) start, ClaimRun run)
    {
        run.Progress?.Report(point.Name);
        double deviation = LateDeviation(point, start, run);
        string? observed = deviation < AtRest ? NoCycle : deviation > Oscillating ? Cycle : null;
        string from = string.Create(CultureInfo.InvariantCulture, $"{point.Name}, from o_y = {start.Y}, o_z = {start.Z}");
        return new PointOutcome(from, condition(point) ? Cycle : NoCycle, observed, [deviation]);
    }

    /// <summary>
    /// The standard deviation of the overlap <c>o_z</c> over the last tenth of the time: 10^4 as in Figure B1, or a
    /// tenth of it.
    /// </summary>
    private static double LateDeviation(PhasePoint point, (double Y, double Z) start, ClaimRun run)
    {
        (double end, int samples) = run.Effort.Choose(quick: (1e3, QuickSamples), full: (1e4, FullSamples));
        double[] times = [.. Enumerable.Range(0, samples).Select(i => end * (0.9 + (0.1 * i / (samples - 1))))];
        CollectiveModel model = point.Network.ToModel(point.Name, point.Network.Paramagnetic());
        var averages = Vector<double>.Build.Dense([0, start.Y, start.Z, 0, -start.Y, -start.Z]);
        double[] overlaps =
        [
            .. new MeanField(model).Trajectory(averages, times, Tolerance, run.Cancellation).Select(m => (m[2] - m[5]) / 2),
        ];
        double mean = overlaps.Average();
        return Math.Sqrt(overlaps.Average(overlap => (overlap - mean) * (overlap - mean)));
    }
}
