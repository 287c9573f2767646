using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Driving;

/// <summary>Parameters that depend on time, against a Runge-Kutta integration in the 2^N space.</summary>
[Trait("Kind", "CrossCheck")]
public class DriveCrossCheckTests(ITestOutputHelper output)
{
    // What the integration in 2^N is good for; the engine's own bound is far below.
    private const double Allowed = 1e-8;

    private static readonly double[] Times = [0.3, 1];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_models_agree(bool isStepwise) => AssertAgree(Seed.Value, count: 5, isStepwise);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Speed", "Slow")]
    public void Hundred_random_models_agree(bool isStepwise) => AssertAgree(Seed.Value + 11, count: 100, isStepwise);

    private void AssertAgree(ulong seed, int count, bool isStepwise)
    {
        output.WriteLine($"seed {seed}");
        double largest = 0;
        foreach (RandomModel drawn in RandomDrives.Draw(seed, count, isStepwise))
        {
            MomentSeries expected = BruteForceDrives.Solve(drawn.Model, drawn.N, Times);
            ExactOptions unreduced = new() { Tolerance = 1e-10, Representation = Representation.Complex };
            foreach (ExactOptions options in new[] { new ExactOptions { Tolerance = 1e-10 }, unreduced })
            {
                ExactResult actual = Verified.Solve(drawn.Model, drawn.N, Times, options);
                double distance = MomentComparison.Distance(expected, actual.Moments);
                largest = Math.Max(largest, distance);
                Assert.True(distance <= Allowed, $"seed {seed}, off by {distance:E2}, {actual.Method}:{Environment.NewLine}{drawn}");
                Assert.True(actual.Checks[^1].Error < 1.1e-10, $"{actual.Checks[^1].Error:E2}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}"));
    }
}
