using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Hopfield;

/// <summary>The checks of the mean-field equations of the Hopfield network: a wrong formula changes the verdict.</summary>
public sealed class HopfieldMeanFieldClaimsTests
{
    [Fact]
    [Trait("Kind", "Mutation")]
    public void Slightly_wrong_equations_are_refuted()
    {
        AssertRefuted(NetworkFlow.OfBlocks, NetworkFlow.General, NetworkPoints.Generic);
        AssertRefuted(NetworkFlow.OfOverlaps, NetworkFlow.GeneralOfOverlaps, NetworkPoints.SingleOverlap);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Slightly_wrong_fixed_points_and_stability_matrices_are_refuted()
    {
        AssertRefuted(NetworkFlow.ParamagneticStability, NetworkFlow.JacobianOfOverlap, NetworkPoints.Paramagnetic);
        AssertRefuted(NetworkFlow.RetrievalLeft, NetworkFlow.RetrievalRight, NetworkPoints.Retrieval);
        AssertRefuted(point => NetworkFlow.Stability(point, Math.Tanh), NetworkFlow.JacobianOfOverlap, NetworkPoints.Retrieval);
    }

    // One part in a million: far above rounding, far below any misprint.
    private static void AssertRefuted(
        Func<NetworkPoint, Matrix<double>> formula, Func<NetworkPoint, Matrix<double>> reference, Func<IEnumerable<NetworkPoint>> points)
    {
        var check = new NetworkFormula("a changed formula", point => formula(point) * (1 + 1e-6), reference, points);
        Assert.Equal(Verdict.Refuted, check.Check().Verdict);
    }
}
