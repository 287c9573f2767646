using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// Finds the fixed point that the flow reaches from a start. The flow is integrated over growing intervals. After each, Newton's
/// method proposes a fixed point. It is accepted once the flow has come close, or once the distance shrinks at the rate of the
/// linearised flow, however slowly. A flow that returns to an earlier point is recognised as a cycle.
/// </summary>
internal sealed class FixedPointSearch
{
    // In units of the inverse of the fastest rate. Long enough for algebraic decay at a critical point, or for a rate 1e-8 times
    // as fast; the L-stable integrator then takes few, long steps.
    private const double MaxTime = 1e10;

    // An oscillating flow takes two or three steps per period. This allows some thousands of periods, or a few seconds of computing time.
    private const long MaxSteps = 12_000;
    private const double FlowTolerance = 1e-10;

    // An attracting fixed point this close draws the flow in. Any other must be reached as closely as rounding allows.
    private const double NearAttracting = 1e-4;
    private const double NearOther = 1e-11;

    // At a critical point the approach is algebraic, as 1/sqrt(t) at best. It counts after long times and a steady decrease.
    private const double NearMarginal = 1e-3;
    private const double LongForMarginal = 1e5;

    // If damping is too slow to come close within the step budget, the distance must shrink as in the linearised flow over this
    // many successive intervals, each half as long again as the last. They count from this length on, in units of the inverse of
    // the fastest rate: short ones might agree by chance.
    private const int FollowedIntervals = 3;
    private const double MinFollowedTime = 50;

    private readonly MeanFieldFlow meanField;
    private readonly RadauIntegrator integrator;
    private readonly double[] state;
    private readonly CancellationToken cancellationToken;
    private double scale;
    private double time;
    private double previousDistance = double.PositiveInfinity;
    private int approaches;
    private LinearApproach? candidate;
    private int consecutive;

    /// <summary>Prepares the search.</summary>
    /// <param name="meanField">The flow.</param>
    /// <param name="start">The start of the flow.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public FixedPointSearch(MeanFieldFlow meanField, Vector<double> start, CancellationToken cancellationToken)
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
        scale = meanField.RateScale(Current);
        if (scale <= 0)
        {
            return new FixedPoint(Current, Reason: null, 0);
        }

        if (!double.IsFinite(scale))
        {
            return new FixedPoint(Point: null, "the rates at the start of the mean-field flow are not finite numbers", 0);
        }

        double interval = 1 / scale;
        try
        {
            while (time < MaxTime / scale && integrator.Steps < MaxSteps)
            {
                if (AcceptCandidate() is { } found)
                {
                    return found;
                }

                (double[] before, double start) = ((double[])state.Clone(), time);
                if (FollowOrDetectOrbit(interval) is { } orbit)
                {
                    return new FixedPoint(
                        Point: null,
                        $"the mean-field flow does not settle: from t = {Numeral.Of(time, 4)} it returns to itself every "
                        + $"{Numeral.Of(orbit.Period, 6)} time units (a limit cycle or closed orbit)",
                        time,
                        orbit);
                }

                if (IsConverging(before, state, time - start))
                {
                    return new FixedPoint(candidate!.Point, Reason: null, time);
                }

                interval *= 1.5;
            }
        }
        catch (IntegrationException exception)
        {
            return new FixedPoint(
                Point: null,
                $"the mean-field flow cannot be followed beyond t = {Numeral.Of(time, 4)}: {exception.Message}",
                time);
        }

        return new FixedPoint(
            Point: null,
            $"the mean-field flow reaches neither a fixed point nor a closed orbit by t = {Numeral.Of(time, 4)}",
            time);
    }

    private FixedPoint? AcceptCandidate()
    {
        Vector<double> current = Current;
        Vector<double>? point = ProposePoint(current);
        double distance = point is null ? double.PositiveInfinity : (point - current).InfinityNorm();
        approaches = distance <= previousDistance ? approaches + 1 : 0;
        previousDistance = distance;
        if (point is null)
        {
            candidate = null;
            return null;
        }

        bool same = candidate is not null && (candidate.Point - point).InfinityNorm() < NearOther;
        consecutive = same ? consecutive : 0;
        candidate = same ? candidate : new LinearApproach(meanField, point, LargestRate(current));
        bool reached = distance < NearOther
            || (candidate!.IsAttracting && distance < NearAttracting && approaches >= 2)
            || (candidate.IsMarginal && distance < NearMarginal && approaches >= 10 && time * scale > LongForMarginal);
        return reached ? new FixedPoint(point, Reason: null, time, IsAlgebraic: time > 0 && IsUndetermined(candidate!)) : null;
    }

    // Whether rounding leaves the position of the point undetermined. On a continuum of fixed points it does not: next to the
    // point lies another one, at a distance of second order in the curvature.
    private bool IsUndetermined(LinearApproach at)
    {
        const double Beside = 1e-2;
        if (at.NullDirection is not { } direction)
        {
            return false;
        }

        Vector<double> beside = at.Point + (Beside * direction);
        Vector<double>? other = NewtonSolver.Solve(meanField.Flow, meanField.Jacobian, beside, 1e-14, LargestRate(beside));
        return other is null || (other - beside).L2Norm() > Beside / 10;
    }

    // The largest rate so far, since rates may decay along the flow.
    private double LargestRate(Vector<double> current) => Math.Max(scale, meanField.RateScale(current));

    // The fixed point nearest to a state; on a continuum, the one at which the linearised flow ends.
    private Vector<double>? ProposePoint(Vector<double> current)
    {
        // 1e-14 of the largest rate: a few rounding errors of the sum f.
        double size = LargestRate(current);
        Vector<double>? nearest = NewtonSolver.Solve(meanField.Flow, meanField.Jacobian, current, 1e-14, size);
        Vector<double>? point = nearest;
        for (int i = 0; i < 5 && point is not null; i++)
        {
            var approach = new LinearApproach(meanField, point, size);
            if (!approach.IsMarginal || !approach.IsAttractingTransversally)
            {
                return nearest;
            }

            Vector<double> moved = approach.ShiftedAlongNeutral(state);
            point = NewtonSolver.Solve(meanField.Flow, meanField.Jacobian, moved, 1e-14, size);
            if (point is not null && (point - moved).InfinityNorm() < NearOther)
            {
                return point;
            }
        }

        return nearest;
    }

    private bool IsConverging(double[] before, double[] after, double duration)
    {
        bool counts = candidate is not null && duration * scale > MinFollowedTime;
        consecutive = counts && Shrinks(before, after, duration) ? consecutive + 1 : 0;
        return consecutive >= FollowedIntervals;
    }

    // Whether the distance to the candidate shrinks as in the linearised flow. The candidate, or its continuum, must be attracting.
    private bool Shrinks(double[] before, double[] after, double duration)
    {
        if (candidate is null || !candidate.IsAttractingTransversally)
        {
            return false;
        }

        double distance = Distance(before, candidate.Point.AsArray());
        return distance > 0 && candidate.IsFollowed(before, after, duration, 10 * FlowTolerance / distance);
    }

    // Follows the flow over an interval. Returns an orbit if the flow comes back to its point at the start of the interval.
    private ClosedOrbit? FollowOrDetectOrbit(double interval)
    {
        double[] origin = (double[])state.Clone();
        double[] normal = new double[state.Length];
        meanField.Flow(origin, normal);
        double start = time;
        double size = 0;
        while (time < start + interval && integrator.Steps < MaxSteps)
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

                // 1e-6 of the orbit is well above the integration error. A spiral that shrinks by less per turn follows its linearisation.
                bool isClosed = size > 1e-4 && Distance(crossing, origin) < 1e-6 * size;
                if (isClosed && !Shrinks(origin, crossing, time + since - start))
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

    // The point within a step where the flow crosses the plane through the origin, by false position on re-integrated steps.
    private (double[] Point, double Time) Cross(double[] before, double step, double low, double high, double[] origin, double[] normal)
    {
        var local = new RadauIntegrator(new DenseImplicitSystem(meanField.Dimension, meanField.Flow, meanField.Jacobian), FlowTolerance);
        (double from, double to) = (0, step);
        double[] point = before;
        double at = 0;
        for (int iteration = 0; iteration < 60 && to - from > 1e-12 * step; iteration++)
        {
            // Illinois variant of false position: halve the value at an end that stays.
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
