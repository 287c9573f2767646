using FiniteNCheck.Exact.Generator;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>
/// A commutator-free Magnus step of order four (Blanes and Moan 2006), <c>exp(h (a2 L1 + a1 L2)) exp(h (a1 L1 + a2 L2))</c> with
/// <c>a1, a2 = 1/4 +- sqrt(3)/6</c> and L1, L2 at the Gauss points <c>(1/2 -+ sqrt(3)/6) h</c>: each factor is the exponential of a
/// generator over half the time.
/// </summary>
internal static class MagnusStep
{
    /// <summary>The factor by which a half of the step may grow the trace norm.</summary>
    public const double MaxFactor = 1.05;

    private static readonly double Node = Math.Sqrt(3) / 6;

    /// <summary>Takes a step.</summary>
    /// <param name="generator">The generator; its average changes.</param>
    /// <param name="time">The time at the start.</param>
    /// <param name="h">The length of the step.</param>
    /// <param name="evolve">Advances the state under the generator as it is, over a time.</param>
    /// <returns>
    /// Whether it could be taken: where rates change much within it, an average of them is negative, which a short step bears and a long
    /// one does not. The exact evolution contracts the trace norm in any case, so that errors of steps add up.
    /// </returns>
    public static bool Take(IDrivenSystem generator, double time, double h, Action<double> evolve)
    {
        (double first, double second) = (time + ((0.5 - Node) * h), time + ((0.5 + Node) * h));
        (double large, double small) = (0.5 + (2 * Node), 0.5 - (2 * Node));
        return TakeHalf((large, first), (small, second)) && TakeHalf((small, first), (large, second));

        bool TakeHalf((double, double) early, (double, double) late)
        {
            generator.Average(early, late);
            if (generator.GrowthBound * h / 2 > Math.Log(MaxFactor))
            {
                return false;
            }

            evolve(h / 2);
            return true;
        }
    }
}
