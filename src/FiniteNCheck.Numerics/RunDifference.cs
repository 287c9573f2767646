namespace FiniteNCheck.Numerics;

/// <summary>Estimates the error of numerical integration from two runs of different tolerance.</summary>
public static class RunDifference
{
    // The rounding error of a few operations on numbers of a size, relative to it.
    private const double Rounding = 1e-15;

    /// <summary>The largest distance of two runs, at least the rounding error of a few operations on numbers of that size.</summary>
    /// <returns>The distance; NaN if a number is NaN.</returns>
    /// <param name="fine">The numbers of the accurate run.</param>
    /// <param name="coarse">The same numbers of the coarse run, whose error dominates the difference.</param>
    public static double Largest(IEnumerable<double> fine, IEnumerable<double> coarse) =>
        fine.Zip(coarse, (a, b) => Math.Max(Math.Abs(a - b), Rounding * Math.Abs(a))).Aggregate(0.0, Math.Max);
}
