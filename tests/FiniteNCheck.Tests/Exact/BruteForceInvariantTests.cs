using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Properties of every state of the 2^N code, and the stationary state that it must reach at zero field.</summary>
public class BruteForceInvariantTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Kind", "Invariant")]
    public void States_have_trace_one_are_hermitian_and_positive()
    {
        output.WriteLine(Seed.Description);
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value + 1, 30).Where(drawn => drawn.Spins <= 4))
        {
            var equation = new MasterEquation(drawn.Model, drawn.N);
            foreach (DenseMatrix rho in BruteForce.Evolve(equation, drawn.Model, 0.2, 1))
            {
                // Rounding of a Taylor series whose terms stay below ten times the state.
                Assert.InRange((rho.Trace() - 1).Magnitude, 0, 1e-12);
                Assert.InRange(rho.Clone().Add(-1, rho.Adjoint()).FrobeniusNorm(), 0, 1e-12);
                Assert.InRange(SmallestEigenvalue(rho), -1e-12, 1);
            }
        }
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(2)]
    [InlineData(1.3)]
    public void At_zero_field_the_late_state_is_the_Gibbs_state(double temperature)
    {
        HopfieldModels network = HopfieldModels.Patterns(1) with { Beta = 1 / temperature, Omega = 0 };
        var gibbs = GibbsMoments.Of(2, 2, 1 / temperature, network.Weight);
        MomentSeries found = BruteForce.Solve(network.Starting(new(0.6, 0, 0.7), new(0, 0.3, 0.4)), 2, 120);

        // The slowest rate is near 1 - beta: exp(-120 (1 - 1/1.3)) = 1e-12.
        Assert.InRange(MomentComparison.Distance(gibbs.Mean, gibbs.Covariance, found.Mean[0], found.Covariance[0]), 0, 1e-10);

        var wrong = GibbsMoments.Of(2, 2, (1 / temperature) + 1e-6, network.Weight);
        Assert.True(
            MomentComparison.Distance(wrong.Mean, wrong.Covariance, found.Mean[0], found.Covariance[0]) > 1e-8,
            "A Gibbs exponent that is off by 1e-6 must be noticed.");
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void Two_patterns_at_zero_field_end_on_the_Gibbs_state()
    {
        HopfieldModels network = HopfieldModels.Patterns(2) with { Beta = 0.5, Omega = 0 };
        var gibbs = GibbsMoments.Of(4, 1, 0.5, network.Weight);
        CollectiveModel model = network.Starting(new(0, 0, 1), new(0.5, 0, 0), new(0, 0.2, -0.3), new(0, 0, 0));
        MomentSeries found = BruteForce.Solve(model, 1, 60);

        // exp(-60/2) = 1e-13 at the slowest rate, 1 - beta.
        Assert.InRange(MomentComparison.Distance(gibbs.Mean, gibbs.Covariance, found.Mean[0], found.Covariance[0]), 0, 1e-10);
    }

    private static double SmallestEigenvalue(DenseMatrix rho) =>
        Matrix<Complex>.Build.Dense(rho.Dimension, rho.Dimension, (i, j) => 0.5 * (rho[i, j] + Complex.Conjugate(rho[j, i])))
            .Evd(Symmetricity.Hermitian).EigenValues.Min(e => e.Real);
}
