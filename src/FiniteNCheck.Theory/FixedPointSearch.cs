using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// Finds the fixed point that a start flows to. The flow is followed over intervals that double; at the end of each, Newton's method proposes a fixed
/// point, which is taken when the flow is seen to approach it. A flow that returns to where it was is recognised as a cycle.
/// </summary>
internal sealed class FixedPointSearch
{
    // In units of the fastest rate: long enough for an algebraic decay at a critical point, or a rate 1e-8 times as fast; the L-stable integrator
    // then takes few, long steps.
    private const double LongestTime = 1e10;
    // A flow that oscillates takes two or three steps per turn: about a thousand turns.
    private const long MostSteps = 4_000;
    private const double FlowTolerance = 1e-10;

    // An attracting fixed point this near draws the flow in; any other must be met as closely as rounding allows.
    private const double NearAttracting = 1e-4;
    private const double NearOther = 1e-11;

    // At a critical point the approach is algebraic, as 1/sqrt(t) at best: it counts after long times and a steady decrease.
    private const double NearMarginal = 1e-3;
    private const double LongForMarginal = 1e5;

    private readonly MeanField meanField;
    private readonly RadauIntegrator integrator;
    private readonly double[] state;
    private readonly CancellationToken cancellationToken;
    private double time;
    private double previousDistance = double.PositiveInfinity;
    private int approaches;

    /// <summary>Prepares the search.</summary>
    /// <param name="meanField">The flow.</param>
    /// <param name="start">Its start.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public FixedPointSearch(MeanField meanField, Vector<double> start, CancellationToken cancellationToken)
    {
        this.meanField = meanField;
        this.cancellationToken = cancellationToken;
        state = start.ToArray();
        integrator = new RadauIntegrator(new DenseImplicitSystem(meanField.Dimension, meanField.Flow, meanField.Jacobian), FlowTolerance);
    }

    private Vector<double> Current => Vector<double>.Build.DenseOfArray(state);

    /// <summary>Runs the search.</summary>
    public FixedPoint Run()
    {
        double scale = meanField.RateScale(Current);
        if (scale <= 0)
        {
            return new FixedPoint(Current, Why: null, 0);
        }

        if (!double.IsFinite(scale))
        {
            return new FixedPoint(Point: null, "the rates at the start of the mean-field flow are not finite numbers", 0);
        }

        double interval = 1 / scale;
        try
        {
            while (time < LongestTime / scale && integrator.Steps < MostSteps)
            {
                if (Accepted() is { } point)
                {
                    return new FixedPoint(point, Why: null, time);
                }

                if (FollowAndWatch(interval) is { } orbit)
                {
                    return new FixedPoint(Point: null, $"the mean-field flow does not settle: from t = {time:G4} it returns to itself every {orbit.Period:G6} time units (a limit cycle or closed orbit)", time, orbit);
                }

                interval *= 1.5;
            }
        }
        catch (IntegrationException exception)
        {
            return new FixedPoint(Point: null, $"the mean-field flow cannot be followed beyond t = {time:G4}: {exception.Message}", time);
        }

        return new FixedPoint(Point: null, $"the mean-field flow reaches neither a fixed point nor a closed orbit by t = {time:G4}", time);
    }

    private Vector<double>? Accepted()
    {
        Vector<double> current = Current;
        double scale = meanField.RateScale(current);

        // 1e-14 of the largest rate: a few roundings of the sum that f is.
        Vector<double>? point = NewtonSolver.Solve(meanField.Flow, meanField.Jacobian, current, 1e-14, scale);
        double distance = point is null ? double.PositiveInfinity : (point - current).InfinityNorm();
        approaches = distance <= previousDistance ? approaches + 1 : 0;
        previousDistance = distance;
        if (point is null)
        {
            return null;
        }

        double abscissa = Stability.SpectralAbscissa(meanField.Jacobian(point));
        bool attracting = abscissa < -Stability.MarginalRate(scale);
        bool marginal = !attracting && abscissa < Stability.MarginalRate(scale);
        bool reached = distance < NearOther
            || (attracting && distance < NearAttracting && approaches >= 2)
            || (marginal && distance < NearMarginal && approaches >= 10 && time * scale > LongForMarginal);
        return reached ? point : null;
    }

    // Follows the flow; the orbit where it returns to its point at the start of the interval.
    private ClosedOrbit? FollowAndWatch(double interval)
    {
        double[] origin = (double[])state.Clone();
        double[] normal = new double[state.Length];
        meanField.Flow(origin, normal);
        double start = time;
        double size = 0;
        while (time < start + interval && integrator.Steps < MostSteps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] before = (double[])state.Clone();
            double step = integrator.Step(state, start + interval - time);
            size = Math.Max(size, Distance(state, origin));
            double low = Side(before, origin, normal);
            double high = Side(state, origin, normal);
            if (low < 0 && high >= 0 && time > start)
            {
                (double[] crossing, double since) = Cross(before, step, low, high, origin, normal);

                // 1e-6 of the orbit: well above the integrator's error, well below the shrinking of a spiral.
                if (size > 1e-4 && Distance(crossing, origin) < 1e-6 * size)
                {
                    var orbit = new ClosedOrbit(Vector<double>.Build.DenseOfArray(origin), time + since - start);
                    time += step;
                    return orbit;
                }
            }

            time += step;
        }

        return null;
    }

    // The point inside a step where the flow crosses the plane through the origin, by the secant method on re-integrated steps.
    private (double[] Point, double Time) Cross(double[] before, double step, double low, double high, double[] origin, double[] normal)
    {
        var local = new RadauIntegrator(new DenseImplicitSystem(meanField.Dimension, meanField.Flow, meanField.Jacobian), FlowTolerance);
        (double from, double to) = (0, step);
        double[] point = before;
        double at = 0;
        for (int iteration = 0; iteration < 60 && to - from > 1e-12 * step; iteration++)
        {
            // Illinois variant of the false position: halve the weight of an end that stays.
            at = from - (low * (to - from) / (high - low));
            point = (double[])before.Clone();
            local.Advance(point, at, cancellationToken);
            double side = Side(point, origin, normal);
            if (Math.Abs(side) < 1e-14)
            {
                break;
            }

            (from, low, to, high) = side < 0 ? (at, side, to, high / 2) : (from, low / 2, at, side);
        }

        return (point, at);
    }

    private static double Side(double[] point, double[] origin, double[] normal)
    {
        double side = 0;
        for (int i = 0; i < point.Length; i++)
        {
            side += (point[i] - origin[i]) * normal[i];
        }

        return side;
    }

    private static double Distance(double[] a, double[] b)
    {
        double largest = 0;
        for (int i = 0; i < a.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        }

        return largest;
    }
}
