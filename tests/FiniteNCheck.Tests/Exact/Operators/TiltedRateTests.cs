using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Operators;

/// <summary>Rates that are dense matrices, at sizes where amplified rounding would show, far beyond the reach of brute force.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class TiltedRateTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void A_rate_as_a_matrix_does_what_the_same_rate_does_in_the_frame_where_it_is_diagonal()
    {
        CollectiveModel model = TestModels.OneBlock(
            "two channels that look along one tilted axis",
            new PauliVector(0.3, 0, 0.1),
            new PauliVector(0.3, 0.2, 0.5),
            TestModels.Channel(SpinOperator.Raise, new PolynomialRate([0.7, 0.3]), new PauliVector(0.1, 0.5, 0.4)),
            TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.6, -0.4), new PauliVector(0.15, 0.75, 0.6)));
        const int n = 64;
        var options = new ExactOptions { Tolerance = Tolerance, Representation = Representation.Complex };
        MomentSeries diagonal = Verified.Moments(model, n, [1], options);
        (Moments moments, ExactChecks checks) = InOwnFrame(model, n);

        Assert.Empty(checks.Failures(Tolerance));
        Assert.True(checks.Hermiticity < 1e-15, $"hermiticity is {checks.Hermiticity}");
        double[] mean = moments.Mean();
        double[,] covariance = moments.Covariance();
        for (int a = 0; a < 3; a++)
        {
            Assert.Equal(diagonal.Mean[0][a], mean[a], Tolerance);
            for (int b = 0; b < 3; b++)
            {
                Assert.Equal(diagonal.Covariance[0][a, b], covariance[a, b], 3 * n * Tolerance);
            }
        }
    }

    // Without a choice of frame the argument stays tilted.
    private static (Moments Moments, ExactChecks Checks) InOwnFrame(CollectiveModel model, int n)
    {
        var system = CollectiveSystem.Of(model, n);
        var operators = new SectorOperators(system, new SectorGraph(system.Spins));
        Assert.False(operators.IsBanded);
        var evolution = new FullEvolution(system, operators, Representation.Complex, Tolerance, 1);
        while (evolution.Time < 1)
        {
            evolution.StepTowards(1, CancellationToken.None);
        }

        return (Moments.Measure(system, evolution.State, 1), StateChecks.Check(evolution, 1));
    }
}
