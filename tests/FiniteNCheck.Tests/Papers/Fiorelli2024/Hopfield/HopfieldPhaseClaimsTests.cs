using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Hopfield;

/// <summary>The checks of the phase diagram of the Hopfield network: a wrong condition or formula changes the verdict.</summary>
public sealed class HopfieldPhaseClaimsTests
{
    private static ClaimRun Quick => new(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData(1.6, false)]
    [InlineData(1.4, false)]
    [InlineData(1.5, true)]
    public void A_slightly_wrong_region_of_limit_cycles_is_not_confirmed(double hopf, bool openUntilThePitchfork)
    {
        bool Condition(PhasePoint point) =>
            point.Beta > hopf
            && (
                openUntilThePitchfork
                    ? point.Beta < 1 + (8 * point.TransverseField * point.TransverseField)
                    : point.RetrievalOverlaps.IsEmpty);
        var check = new LimitCycleRegion(
            "a changed condition",
            Condition,
            LimitCycleRegion.Diagram,
            LimitCycleRegion.NearParamagnetic);
        Assert.Equal(Verdict.Refuted, check.Check(Quick).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_wrong_region_of_the_paramagnetic_state_is_refuted()
    {
        ParamagneticRegion[] regions =
        [
            .. ParamagneticRegions.Corrected.Select(region =>
                string.Equals(region.Kind, StabilityKind.StableSpiral, StringComparison.Ordinal)
                    ? region with
                    {
                        Kind = StabilityKind.StableNode,
                    }
                    : region),
        ];
        Assert.Equal(Verdict.Refuted, new ParamagneticRegions(regions).Check().Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Retrieval_states_that_are_all_stable_are_refuted() =>
        Assert.Equal(Verdict.Refuted, PhaseClaims.LargestIsStable(_ => true).Verdict);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Slightly_wrong_eigenvalues_are_refuted()
    {
        AssertRefuted(ParamagneticRegions.PrintedEigenvalues, () => ParamagneticRegions.Networks);
        AssertRefuted(RetrievalStability.FirstForm, () => RetrievalStability.Solutions.Select(solution => solution.Averages));
        AssertRefuted(RetrievalStability.SecondForm, () => RetrievalStability.Solutions.Select(solution => solution.Averages));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Solutions_of_the_stationary_equation_are_fixed_points_of_the_general_flow() =>
        Assert.All(
            RetrievalStability.Solutions,
            solution => Assert.True(NetworkFlow.General(solution.Averages).L2Norm() < 1e-12, solution.Name));

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(2, 0, 0, Verdict.Inconclusive)]
    [InlineData(3, 0, 0, Verdict.Confirmed)]
    [InlineData(3, 0, 1, Verdict.Inconclusive)]
    [InlineData(3, 2, 0, Verdict.Inconclusive)]
    [InlineData(3, 3, 1, Verdict.Refuted)]
    public void Outcomes_are_judged_by_the_number_of_points_that_differ(int agree, int differ, int undecided, Verdict expected)
    {
        IEnumerable<PointOutcome> points = Enumerable
            .Repeat("a", agree)
            .Concat(Enumerable.Repeat("b", differ))
            .Concat(Enumerable.Repeat<string?>(null, undecided))
            .Select(observed => new PointOutcome("here", "a", observed, []));
        Assert.Equal(expected, OutcomeJudge.Judge("a test", [], points).Verdict);
    }

    // One part in a million: far above rounding, far below any misprint.
    private static void AssertRefuted(Func<NetworkPoint, Matrix<double>> formula, Func<IEnumerable<NetworkPoint>> points)
    {
        var check = new NetworkFormula(
            "changed eigenvalues",
            point => formula(point) * (1 + 1e-6),
            ParamagneticRegions.Eigenvalues,
            points);
        Assert.Equal(Verdict.Refuted, check.Check().Verdict);
    }
}
