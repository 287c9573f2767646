using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Correlations;

/// <summary>The checks of the stationary state above the transition can fail.</summary>
[Trait("Kind", "Mutation")]
public sealed class StationaryStateTests
{
    private static readonly ClaimRun run = new(Effort.Quick, Threads: 0, Progress: null, CancellationToken.None);

    [Fact]
    public void A_slightly_larger_stationary_covariance_is_refuted()
    {
        StudySolvers larger = StudySolvers.Default with
        {
            Theory = (model, times, drift, cancellation) =>
            {
                TheoryResult result = LimitTheory.Solve(model.Pauli(), times, drift, cancellation);
                double[,] covariance = result.StationaryCovariance!;
                covariance[2, 2] *= 1.001;
                return result with { StationaryCovariance = covariance };
            },
        };
        Assert.Equal(Verdict.Refuted, StationaryState.Covariance(Prediction.CovarianceFull, larger).Check(run).Verdict);
    }

    [Fact]
    public void Retrieval_has_modes() =>
        Assert.Equal(Verdict.Confirmed, StationaryState.HasModes([(0.4, 0.2), (0.5, 0.2), (0.6, 0.1)]).Verdict);

    [Fact]
    public void Small_commutators_are_told_from_none() => Assert.Equal(Verdict.Refuted, StationaryState.ClassicalCommutators(1e-6).Verdict);
}
