using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Support;

/// <summary>The distance between two sets of moments, and the assertion that they agree.</summary>
internal static class MomentComparison
{
    /// <summary>
    /// The allowed difference of two correct computations of moments at N up to 8. The brute force is accurate to about 1e-13,
    /// and the solver's trace-norm tolerance of 1e-12 enters a covariance with a factor of at most 3 N (see
    /// <c>ExactResult.CovarianceError</c>).
    /// </summary>
    public const double CrossCheck = 1e-9;

    /// <summary>The largest difference of any mean or covariance at any time; infinite if a number is missing or not finite.</summary>
    public static double Distance(MomentSeries a, MomentSeries b)
    {
        if (!a.Times.SequenceEqual(b.Times) || a.Mean.Length != a.Times.Length || b.Mean.Length != a.Times.Length)
        {
            return double.PositiveInfinity;
        }

        double largest = 0;
        for (int t = 0; t < a.Times.Length; t++)
        {
            largest = Math.Max(largest, Distance(a.Mean[t], a.Covariance[t], b.Mean[t], b.Covariance[t]));
        }

        return largest;
    }

    /// <summary>The same at one time.</summary>
    public static double Distance(double[] meanA, double[,] covarianceA, double[] meanB, double[,] covarianceB)
    {
        IEnumerable<double> left = [.. meanA, .. covarianceA.Cast<double>()];
        IEnumerable<double> right = [.. meanB, .. covarianceB.Cast<double>()];
        if (meanA.Length != meanB.Length || covarianceA.Length != covarianceB.Length)
        {
            return double.PositiveInfinity;
        }

        return left.Zip(right, (x, y) => double.IsFinite(x - y) ? Math.Abs(x - y) : double.PositiveInfinity).Max();
    }

    public static void AssertAgree(MomentSeries expected, MomentSeries actual, double tolerance, string what)
    {
        double distance = Distance(expected, actual);
        Assert.True(distance <= tolerance, $"{what}: moments differ by {distance:E2}, allowed {tolerance:E1}.");
    }

    public static void AssertDiffer(MomentSeries a, MomentSeries b, double tolerance, string what)
    {
        double distance = Distance(a, b);
        Assert.True(
            distance > tolerance, $"{what}: moments differ by {distance:E2} only; the comparison at {tolerance:E1} would not notice.");
    }
}
