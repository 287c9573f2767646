using System.Numerics;
using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

public sealed class OscillationSeriesTests
{
    // Of the phases z cos a and k a, and of sums of some z terms, in units of 1.
    private static double Rounding(double z) => 1e-15 * (20 + z);

    public static TheoryData<double> Frequencies => [0, 1e-9, 0.3, 4, 30, 400, 20_000];

    [Theory]
    [Trait("Kind", "Analytic")]
    [MemberData(nameof(Frequencies))]
    public void The_series_sums_to_the_oscillation(double z)
    {
        double[] coefficients = OscillationSeries.Coefficients(z);
        foreach (double angle in new[] { 0, 0.1, 1, 2, Math.PI })
        {
            Assert.InRange((Sum(coefficients, angle) - Exponential(z, angle)).Magnitude, 0, Rounding(z));
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [MemberData(nameof(Frequencies))]
    public void It_has_little_more_terms_than_its_frequency(double z) =>
        Assert.InRange(OscillationSeries.Coefficients(z).Length, z, z + (12 * Math.Cbrt(z)) + 20);

    /// <summary>Every term matters: without the last tenth of those beyond the frequency the sum is off.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_series_cut_short_is_seen()
    {
        double[] coefficients = OscillationSeries.Coefficients(30);
        Assert.InRange((Sum(coefficients[..36], 0) - Exponential(30, 0)).Magnitude, 10 * Rounding(30), 1);
    }

    // T_k(cos a) = cos(k a).
    private static Complex Sum(double[] coefficients, double angle) => coefficients.Index().Aggregate(
        Complex.Zero,
        (sum, term) => sum + (Complex.FromPolarCoordinates(term.Item, Math.PI / 2 * (term.Index % 4)) * Math.Cos(term.Index * angle)));

    private static Complex Exponential(double z, double angle) => Complex.FromPolarCoordinates(1, z * Math.Cos(angle));
}
