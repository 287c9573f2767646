using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Correlations;

/// <summary>Gaussian correlations of states that have them in closed form.</summary>
[Trait("Kind", "Analytic")]
public sealed class CorrelationMeasureTests
{
    /// <summary>Entropies near a pure state lose half the digits of the symplectic eigenvalue.</summary>
    private const double Rounding = 1e-7;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.7)]
    [InlineData(1.5)]
    public void Two_modes_squeezed_together_out_of_the_vacuum(double r)
    {
        Matrix<double> s = TwoModeStates.Squeezer(r);
        GaussianCorrelations found = GaussianCorrelations.Compute(s * s.Transpose());
        Assert.True(found.IsPhysical);
        Assert.Equal(1, found.Smaller, Rounding);
        Assert.Equal(Math.Exp(-2 * r), found.SmallerTransposed, Rounding);
        Assert.Equal(2 * r, found.LogarithmicNegativity!.Value, 1e-6);

        // A pure state: both correlations are the entropy of either mode.
        double entropy = GaussianCorrelations.Entropy(Math.Cosh(2 * r));
        Assert.Equal(entropy, found.Classical!.Value, 1e-6);
        Assert.Equal(entropy, found.Discord!.Value, 1e-6);
    }

    [Fact]
    public void A_product_of_thermal_states_has_no_correlations()
    {
        GaussianCorrelations found = GaussianCorrelations.Compute(Matrix<double>.Build.DenseOfDiagonalArray([1.7, 1.7, 2.4, 2.4]));
        Assert.Equal(1.7, found.Smaller, Rounding);
        Assert.Equal(2.4, found.Larger, Rounding);
        Assert.Equal(0, found.Classical!.Value, Rounding);
        Assert.Equal(0, found.Discord!.Value, Rounding);
        Assert.Equal(0, found.LogarithmicNegativity!.Value);
    }

    [Fact]
    public void The_vacuum_has_no_correlations()
    {
        GaussianCorrelations found = GaussianCorrelations.Compute(Matrix<double>.Build.DenseIdentity(4));
        Assert.Equal(0, found.Classical!.Value, Rounding);
        Assert.Equal(0, found.Discord!.Value, Rounding);
    }

    [Fact]
    public void Local_symplectic_maps_change_nothing()
    {
        var random = new Random(4);
        for (int i = 0; i < 10; i++)
        {
            Matrix<double> v = TwoModeStates.Generic(random);
            Matrix<double> map = TwoModeStates.Local(random);
            GaussianCorrelations before = GaussianCorrelations.Compute(v);
            GaussianCorrelations after = GaussianCorrelations.Compute(map * v * map.Transpose());
            Assert.True(before.IsPhysical);
            Assert.Equal(before.SmallerTransposed, after.SmallerTransposed, Rounding);
            Assert.Equal(before.Classical!.Value, after.Classical!.Value, Rounding);
            Assert.Equal(before.Discord!.Value, after.Discord!.Value, Rounding);
        }
    }

    [Fact]
    public void An_unphysical_matrix_has_no_correlations()
    {
        GaussianCorrelations found = GaussianCorrelations.Compute(Matrix<double>.Build.DenseOfDiagonalArray([0.9, 0.9, 2, 2]));
        Assert.False(found.IsPhysical);
        Assert.Equal(0.9, found.Smaller, Rounding);
        Assert.Null(found.Discord);
        Assert.Null(found.Classical);
        Assert.Null(found.LogarithmicNegativity);
    }

    /// <summary>Uncorrelated spins all in the state |m| along one axis: <c>xi^2 = 1/|m|^2</c>.</summary>
    [Fact]
    public void A_product_state_is_not_squeezed()
    {
        Vector<double> m = Vector<double>.Build.Dense([0, -0.3, 0.6, 0, 0.3, -0.6]);
        Matrix<double> covariance = FiniteNCheck.Theory.Fluctuations.ProductCovariance(m);
        Assert.Equal(1 / 0.45, SpinSqueezing.Parameter(covariance, m), 1e-12);
    }
}
