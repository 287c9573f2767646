using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Lemmas;

/// <summary>The checks of Theorem 1, Lemmas 4, 5 and 7 and (A.19) can fail: a wrong formula changes the verdict.</summary>
[Trait("Kind", "Mutation")]
public sealed class LemmaDynamicsTests
{
    private static readonly ClaimRun run = new(Effort.Quick, Threads: 0, Progress: null, CancellationToken.None);

    [Fact]
    public void A_flow_that_leaves_the_range_is_refuted()
    {
        var wrong = new MeanFieldRange((model, start, times) => [.. MeanFieldError.Integrated(model, start, times).Select(m => 1.2 * m)]);
        Assert.Equal(Verdict.Refuted, wrong.Check(run).Verdict);
    }

    // The bound is reached to three quarters.
    [Fact]
    public void Half_the_constant_of_lemma_5_is_refuted() =>
        Assert.Equal(Verdict.Refuted, new SquaredRateConvergence(rate => rate.Gamma * rate.Prime).Check(run).Verdict);

    [Fact]
    public void A_mean_field_off_by_a_few_percent_is_refuted()
    {
        var wrong = new MeanFieldError((model, start, times) => [.. MeanFieldError.Integrated(model, start, times).Select(m => 1.05 * m)]);
        Assert.Equal(Verdict.Refuted, wrong.Vanishes(run).Verdict);
    }

    // The mean field of a clock that runs a tenth fast: the bias of the mixture does not fit the distance of its parts.
    [Fact]
    public void The_error_of_a_mixture_shows_a_wrong_mean_field()
    {
        var wrong = new MeanFieldError((model, start, times) =>
            MeanFieldError.Integrated(model, start, [.. times.Select(t => 1.1 * t)]));
        Assert.Equal(Verdict.Refuted, wrong.Remains(run).Verdict);
    }

    [Fact]
    public void Second_moments_of_a_mixture_are_not_bounded() =>
        Assert.Equal(Verdict.Refuted, SecondMoments.Bounded(model => [model, MeanFieldError.Mirrored(model)], run).Verdict);

    [Fact]
    public void Without_what_lemma_3_and_the_jumps_add_the_growth_is_refuted() =>
        Assert.Equal(Verdict.Refuted, SecondMoments.Growth(_ => (0.01, 0), run).Verdict);

    [Fact]
    public void A_bound_is_judged_only_from_three_points_on() =>
        Assert.Equal(
            Verdict.Inconclusive,
            BoundJudge.Judge("two points", [new Bound("a", null, 1, 2), new Bound("b", null, 1, 2)], 0).Verdict);

    [Fact]
    public void A_ladder_of_two_sizes_is_none()
    {
        Bound[] bounds = [.. new[] { "a", "b", "c" }.SelectMany(point => new[] { new Bound(point, 4, 1, 2), new Bound(point, 8, 0.5, 1) })];
        Assert.Equal(Verdict.Inconclusive, BoundJudge.Judge("two sizes", bounds, 0).Verdict);
    }
}
