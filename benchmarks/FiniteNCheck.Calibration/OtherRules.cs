using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>Common error bands for the limit of a ladder, for comparison with this program on the same numbers.</summary>
public static class OtherRules
{
    /// <summary>The rules, each with its name.</summary>
    public static ImmutableArray<(string Name, Func<ImmutableArray<LadderPoint>, (double Value, double Band)?> Read)> All { get; } =
    [
        ("Richardson, two sizes", Richardson),
        ("grid convergence index, 1.25, observed order", points => ConvergenceIndex(points, 1.25, ObservedOrder(points))),
        ("grid convergence index, 3, order 1", points => ConvergenceIndex(points, 3, 1)),
    ];

    /// <summary>The limit with a/n eliminated from the two largest sizes; its band is the step to it from the largest size.</summary>
    private static (double Value, double Band)? Richardson(ImmutableArray<LadderPoint> points)
    {
        (double step, double ratio) = LastStep(points);
        double remaining = step / (ratio - 1);
        return (points[^1].Value + remaining, Math.Abs(remaining));
    }

    /// <summary>Roache (1994): <c>F |q_1 - q_2|/(r^p - 1)</c> about the value at the largest size.</summary>
    private static (double Value, double Band)? ConvergenceIndex(ImmutableArray<LadderPoint> points, double factor, double? order)
    {
        if (order is not > 0)
        {
            return null;
        }

        (double step, double ratio) = LastStep(points);
        return (points[^1].Value, factor * Math.Abs(step) / (Math.Pow(ratio, order.Value) - 1));
    }

    /// <summary>
    /// The order from the three largest sizes, for ratios that differ by the usual fixed-point iteration; none where they oscillate.
    /// </summary>
    private static double? ObservedOrder(ImmutableArray<LadderPoint> points)
    {
        (double fine, double middle, double coarse) = (points[^1].Value, points[^2].Value, points[^3].Value);
        double fineRatio = (double)points[^1].N / points[^2].N;
        double coarseRatio = (double)points[^2].N / points[^3].N;
        double quotient = (coarse - middle) / (middle - fine);
        if (!(quotient > 0 && double.IsFinite(quotient)))
        {
            return null;
        }

        // Celik et al. (2008): p = |ln quotient + ln((r_f^p - 1)/(r_c^p - 1))|/ln r_f, iterated.
        double order = 1;
        for (int iteration = 0; iteration < 200; iteration++)
        {
            double shape = Math.Log((Math.Pow(fineRatio, order) - 1) / (Math.Pow(coarseRatio, order) - 1));
            double next = Math.Abs(Math.Log(quotient) + shape) / Math.Log(fineRatio);
            if (!double.IsFinite(next) || Math.Abs(next - order) < 1e-10)
            {
                break;
            }

            order = next;
        }

        return order;
    }

    private static (double Step, double Ratio) LastStep(ImmutableArray<LadderPoint> points) =>
        (points[^1].Value - points[^2].Value, (double)points[^1].N / points[^2].N);
}
