using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Dynamics;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Dynamics;

/// <summary>The checks of the claims on the dynamics can fail: a wrong formula changes the verdict.</summary>
[Trait("Kind", "Mutation")]
public sealed class DynamicsClaimsTests
{
    private static readonly ClaimRun run = new(Effort.Quick, Threads: 0, Progress: null, CancellationToken.None);

    private static StudySolvers LargerRates { get; } =
        StudySolvers.Default with
        {
            Theory = (model, times, drift, cancellation) =>
                LimitTheory.Solve(
                    model.Pauli() with
                    {
                        Jumps =
                        [
                            .. model.Pauli().Jumps.Select(jump =>
                                jump with
                                {
                                    Operator = new SpinOperator(1.01, 0, 0, 1.01) * jump.Operator,
                                }),
                        ],
                    },
                    times,
                    drift,
                    cancellation),
        };

    [Fact]
    public void A_slightly_wrong_drift_does_not_keep_the_commutators()
    {
        Finding finding = new Commutators((fluctuations, m) => Changed(fluctuations.Drift(m, Drift.Full))).Check();
        Assert.Equal(Verdict.Refuted, finding.Verdict);
    }

    [Fact]
    public void The_full_drift_keeps_the_commutators() =>
        Assert.Equal(Verdict.Confirmed, new Commutators((fluctuations, m) => fluctuations.Drift(m, Drift.Full)).Check().Verdict);

    // The limit of a model whose rates are larger by 2 %: averages and covariances both move by more than the ladders leave open.
    [Theory]
    [InlineData("mean-field")]
    [InlineData("covariance-full")]
    public void The_limit_of_slightly_larger_rates_is_refuted(string name)
    {
        Prediction prediction = Prediction.Known.Single(known => string.Equals(known.Name, name, StringComparison.Ordinal));
        Assert.Equal(Verdict.Refuted, OnePatternLadders.For(prediction, LargerRates).Check(run).Verdict);
        Assert.Equal(Verdict.Refuted, Section31.Ladders(prediction, LargerRates).Check(run).Verdict);
    }

    [Fact]
    public void The_full_drift_in_the_place_of_the_printed_one_turns_the_verdict()
    {
        StudySolvers full = StudySolvers.Default with
        {
            Theory = (model, times, _, cancellation) => LimitTheory.Solve(model.Pauli(), times, Drift.Full, cancellation),
        };
        Assert.Equal(Verdict.Confirmed, OnePatternLadders.For(Prediction.CovarianceFrozen, full).Check(run).Verdict);
        Assert.Equal(Verdict.Refuted, OnePatternLadders.For(Prediction.CovarianceFrozen).Check(run).Verdict);
    }

    private static Matrix<double> Changed(Matrix<double> drift)
    {
        drift[0, 0] += 1e-6;
        return drift;
    }
}
