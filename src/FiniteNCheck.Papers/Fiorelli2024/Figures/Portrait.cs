using System.Collections.Immutable;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// Figure B1(b) as data: the flow in the plane of the overlaps <c>o_z</c> and <c>o_y</c> at one point of the (T,
/// Omega) plane.
/// </summary>
public sealed record Portrait
{
    /// <summary>The temperature of figure B1(b).</summary>
    public const double PaperTemperature = 0.6;

    /// <summary>The cost of a portrait, in seconds of one core.</summary>
    internal const double Seconds = 0.2;

    private const int Starts = 8;
    private const int ArrowsPerSide = 17;
    private const int Samples = 161;
    private const double LastTime = 16;

    // Just inside the Bloch sphere, and well inside any cycle.
    private const double Outer = 0.98;
    private const double Inner = 0.05;

    /// <summary>
    /// The fields: those of the paper's two panels, and half of the lower one, at which the equations as printed do retrieve.
    /// </summary>
    public static ImmutableArray<double> Fields { get; } = [0.6, 0.35, 0.175];

    /// <summary>The temperature.</summary>
    public required double Temperature { get; init; }

    /// <summary>The transverse field.</summary>
    public required double Field { get; init; }

    /// <summary>Trajectories, then the limit cycle if there is one.</summary>
    public required ImmutableArray<PortraitCurve> Curves { get; init; }

    /// <summary>The flow on a grid.</summary>
    public required ImmutableArray<FlowArrow> Arrows { get; init; }

    /// <summary>The fixed points.</summary>
    public required ImmutableArray<FlowFixedPoint> FixedPoints { get; init; }

    /// <summary>Computes a portrait.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="cancellation">Ends the run.</param>
    internal static Portrait Compute(double temperature, double field, CancellationToken cancellation)
    {
        var flow = new OverlapFlow(temperature, field);

        // Denser at the start, where the flow is fast.
        double[] times = [.. Enumerable.Range(0, Samples).Select(i => LastTime * Math.Pow((double)i / (Samples - 1), 1.5))];
        IEnumerable<PortraitPoint> starts = Circle(Outer, Starts).Concat(Circle(Inner, 2));
        var curves = starts.Select(start => new PortraitCurve(false, [.. flow.Trajectory(start.Z, start.Y, times, cancellation)])).ToList();
        if (flow.FromNearZero(cancellation).Orbit is { } orbit)
        {
            PortraitPoint[] cycle = [.. LimitCycleMap.Orbit(flow, orbit, Samples, cancellation)];
            curves.Add(new PortraitCurve(true, [cycle[^1], .. cycle]));
        }

        return new Portrait
        {
            Temperature = temperature,
            Field = field,
            Curves = [.. curves],
            Arrows = [.. Square(ArrowsPerSide).Select(at => Arrow(flow, at))],
            FixedPoints = [.. Stationary(temperature, field).Select(at => new FlowFixedPoint(at, flow.Abscissa(at.Z, at.Y)))],
        };
    }

    private static IEnumerable<PortraitPoint> Circle(double radius, int count) => Enumerable.Range(0, count)
        .Select(i => Math.SinCos(2 * Math.PI * i / count))
        .Select(direction => new PortraitPoint(radius * direction.Cos, radius * direction.Sin));

    private static IEnumerable<PortraitPoint> Square(int side) => Enumerable.Range(0, side * side)
        .Select(i => new PortraitPoint(-1 + (2.0 * (i / side) / (side - 1)), -1 + (2.0 * (i % side) / (side - 1))));

    private static FlowArrow Arrow(OverlapFlow flow, PortraitPoint at)
    {
        (double z, double y) = flow.Rates(at.Z, at.Y);
        return new FlowArrow(at, z, y);
    }

    // (B.4), and o_y = -4 Omega o_z/cosh(beta o_z) from the second line of (B.2).
    private static IEnumerable<PortraitPoint> Stationary(double temperature, double field)
    {
        yield return new PortraitPoint(0, 0);
        foreach (double z in RetrievalSolutions.Find(temperature, field))
        {
            double y = -4 * field * z / Math.Cosh(z / temperature);
            yield return new PortraitPoint(z, y);
            yield return new PortraitPoint(-z, -y);
        }
    }
}
