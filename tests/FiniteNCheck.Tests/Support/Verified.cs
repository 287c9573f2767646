using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Support;

/// <summary>The exact solver as every test calls it: no run goes by without its state being checked.</summary>
internal static class Verified
{
    /// <summary>Solves, and asserts trace 1, Hermitian, no negative eigenvalue and means within -1 and 1 at every time.</summary>
    public static ExactResult Solve(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ExactResult result = ExactSolver.Solve(model, n, times, options, progress, cancellationToken);
        AssertPhysical(result, times, (options ?? new ExactOptions()).Tolerance);
        return result;
    }

    /// <summary>The same, where only the moments are of interest.</summary>
    public static MomentSeries Moments(SymmetricModel model, int n, IReadOnlyList<double> times, ExactOptions? options = null) =>
        Solve(model, n, times, options).Moments;

    public static void AssertPhysical(ExactResult result, IReadOnlyList<double> times, double tolerance = 0)
    {
        // 1e-10 in all three is the demand; the integrator's error, at most 1e-12 by default, is what may use it up. A larger
        // tolerance moves everything by as much.
        double allowed = tolerance > 1e-10 ? 1e-10 + tolerance : 1e-10;
        Assert.Equal(times, result.Moments.Times);
        Assert.Equal(times.Count, result.Checks.Length);
        for (int t = 0; t < times.Count; t++)
        {
            ExactChecks checks = result.Checks[t];

            Assert.True(Math.Abs(checks.Trace - 1) <= allowed, $"{result.Method}: trace {checks.Trace:R} at time {times[t]}.");
            Assert.True(checks.Hermiticity <= allowed, $"{result.Method}: not Hermitian by {checks.Hermiticity:E1} at time {times[t]}.");
            Assert.True(
                checks.SmallestEigenvalue >= -allowed, $"{result.Method}: eigenvalue {checks.SmallestEigenvalue:E1} at time {times[t]}.");
            Assert.True(
                double.IsFinite(checks.IntegrationError) && checks.IntegrationError >= 0,
                $"{result.Method}: error {checks.IntegrationError}.");
            Assert.All(result.Moments.Mean[t], mean => Assert.InRange(mean, -1 - allowed, 1 + allowed));
            AssertSymmetric(result.Moments.Covariance[t]);
        }
    }

    private static void AssertSymmetric(double[,] covariance)
    {
        for (int a = 0; a < covariance.GetLength(0); a++)
        {
            for (int b = 0; b < a; b++)
            {
                // Both elements are the same sum, in whatever order: rounding of numbers of order one.
                Assert.True(Math.Abs(covariance[a, b] - covariance[b, a]) <= 1e-12, $"Covariance not symmetric at [{a}, {b}].");
            }
        }
    }
}
