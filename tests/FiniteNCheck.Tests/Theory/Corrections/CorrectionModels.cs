using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>The models on which the 1/n corrections are tested.</summary>
internal static class CorrectionModels
{
    /// <summary>One stored pattern in its rotated frame: one block, <c>Delta = m_z</c>, rates (51) or the normalised ones.</summary>
    public static CollectiveModel OnePattern(double beta, double omega, PauliVector start, bool ownSite = true, bool normalised = false) =>
        TestModels.OneBlock(
            "one-pattern",
            new PauliVector(omega, 0, 0),
            start,
            TestModels.Channel(SpinOperator.Raise, Rate(beta / 2, normalised), PauliVector.Along(PauliAxis.Z), ownSite),
            TestModels.Channel(SpinOperator.Lower, Rate(-beta / 2, normalised), PauliVector.Along(PauliAxis.Z), ownSite));

    private static CollectiveRate Rate(double exponent, bool normalised) =>
        normalised ? new NormalisedRate(exponent) : new ExponentialRate(1 / Math.Sqrt(2), exponent);
}
