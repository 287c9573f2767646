using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Dynamics;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Claims;

/// <summary>The checks of the claims on the dynamics can fail: a wrong formula changes the verdict.</summary>
[Trait("Kind", "Mutation")]
public sealed class DynamicsClaimsTests
{
    [Fact]
    public void A_slightly_wrong_drift_does_not_keep_the_commutators()
    {
        Finding finding = new Commutators((fluctuations, m) => Changed(fluctuations.Drift(m, Drift.Full))).Check();
        Assert.Equal(Verdict.Refuted, finding.Verdict);
    }

    [Fact]
    public void The_full_drift_keeps_the_commutators() =>
        Assert.Equal(Verdict.Confirmed, new Commutators((fluctuations, m) => fluctuations.Drift(m, Drift.Full)).Check().Verdict);

    private static Matrix<double> Changed(Matrix<double> drift)
    {
        drift[0, 0] += 1e-6;
        return drift;
    }
}
