using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Papers.Fiorelli2024.Weyl;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Weyl;

/// <summary>
/// The claims about the generator and Weyl operators at time 0. Refuted claims show by their corrections that their checks can fail; the
/// confirmed ones are damaged here.
/// </summary>
public sealed class WeylClaimsTests
{
    private static readonly ClaimRun run = new(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);

    public static TheoryData<string> Ids => [.. WeylClaims.All.Select(claim => claim.Id)];

    // Rounding of sums of some dozens of terms of order N.
    [Theory]
    [InlineData(0, 3)]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(2, 3)]
    [InlineData(2, 5)]
    [Trait("Kind", "CrossCheck")]
    public void The_generator_between_Weyl_operators_agrees_with_all_2_to_the_N_states(int model, int n)
    {
        WeylPoint point = WeylPoint.All[model];
        Complex expected = new BruteForceCorrelations(point.Model, n, 0)
            .Generator(point.Triple.Left, point.Triple.Inner, point.Triple.Right);
        Complex found = new WeylStart(point.Bloch, point.Triple, point.Axis, n).Average(sector => Generator.All(point, sector));
        Assert.True((found - expected).Magnitude < 1e-12, $"{found} and {expected}");
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Tilted_rates_agree_with_all_2_to_the_N_states()
    {
        WeylPoint point = WeylPoint.Coupled[1];
        Complex expected = new BruteForceCorrelations(point.Model, 4, 0)
            .Generator(point.Triple.Left, point.Triple.Inner, point.Triple.Right);
        Complex found = new WeylStart(point.Bloch, point.Triple, point.Axis, 4).Average(sector => Generator.All(point, sector));
        Assert.True((found - expected).Magnitude < 1e-12, $"{found} and {expected}");
    }

    // The closed form at any N against the sectors, which the claim of time 0 does not use.
    [Theory]
    [InlineData(7)]
    [InlineData(64)]
    [Trait("Kind", "Analytic")]
    public void Sectors_give_the_closed_form_at_time_0(int n)
    {
        WeylPoint point = WeylPoint.All[2];
        Complex found = new WeylStart(point.Bloch, point.Triple, point.Axis, n).Average(sector => [(sector.One, sector.One)]);
        Assert.True((found - StartingPoint.Value(point, n)).Magnitude < 1e-12);
    }

    // N times the distance of the even part, sqrt(N) times that of the whole, measured with another program up to N = 1e5.
    [Theory]
    [InlineData(true, 0.112, 0.1975)]
    [InlineData(false, 0.144, 0.0922)]
    [Trait("Kind", "Convergence")]
    public void The_closed_form_at_100000_spins_shows_both_orders(bool cold, double whole, double even)
    {
        const int N = 100_000;
        WeylPoint point = WeylPoint.All[1] with { Model = WeylPoint.All[cold ? 0 : 1].Model };
        Complex limit = StartingPoint.Limit(point);
        Complex value = StartingPoint.Value(point, N);
        Assert.Equal(whole, Math.Sqrt(N) * (value - limit).Magnitude, 1e-3);
        Assert.Equal(even, N * (((value + StartingPoint.Value(point.Opposite, N)) / 2) - limit).Magnitude, 1e-3);
    }

    // The figures measured for the notes on this program, at N = 128: printed, with -1/2, with both.
    [Theory]
    [InlineData(2, 0.643, 0.0915, 0.0062)]
    [InlineData(1, 0.571, 0.0273, 0.0019)]
    [InlineData(0, 1.261, 0.068, 0.0210)]
    [Trait("Kind", "Regression")]
    public void Proposition_1_misses_by_what_was_measured_with_another_program(int model, double printed, double half, double complete)
    {
        WeylPoint point = WeylPoint.All[model];
        Assert.Equal(printed, GeneratorForms.Printed.Even(run, point, 128).Magnitude, 5e-4);
        Assert.Equal(half, GeneratorForms.Half.Even(run, point, 128).Magnitude, 5e-4);
        Assert.Equal(complete, GeneratorForms.Complete.Even(run, point, 128).Magnitude, 5e-5);
    }

    [Theory]
    [InlineData("L8")]
    [InlineData("L9")]
    [InlineData("L10")]
    [Trait("Kind", "Mutation")]
    public void A_term_that_is_off_by_a_hundredth_is_refuted(string lemma)
    {
        GeneratorLadder ladder = lemma switch
        {
            "L8" => GeneratorForms.Lemma8,
            "L9" => GeneratorForms.Lemma9,
            _ => GeneratorForms.Lemma10,
        };

        // The drive grows like sqrt(N): what is damaged here is of order 1.
        Func<Expansion, Band> form = ladder.Form;
        GeneratorLadder damaged = ladder with { Form = expansion => form(expansion) + (0.01 * expansion.LocalNoise) };
        Assert.Equal(Verdict.Refuted, damaged.Check(run).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Weyl_operators_at_time_0_do_not_commute() => Assert.Equal(
        Verdict.Refuted,
        StartingPoint.Check(point => StartingPoint.Limit(point).Magnitude).Verdict);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Lemma_6_needs_complete_positivity() => Assert.Equal(Verdict.Refuted, PositiveMaps.Check(isTransposed: true).Verdict);

    [Theory]
    [InlineData(1, Verdict.Confirmed)]
    [InlineData(1.001, Verdict.Refuted)]
    [Trait("Kind", "Mutation")]
    public void The_noise_between_two_times_needs_its_coefficients(double diffusion, Verdict expected) =>
        Assert.Equal(expected, NoiseDerivative.Check(run, diffusion).Verdict);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Bounds_that_fall_need_what_falls()
    {
        Assert.Equal(Verdict.Refuted, NormBounds.Fields(run, leading: 1.01).Verdict);
        Assert.Equal(Verdict.Refuted, NormBounds.Rates(run, fluctuation: 0).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Lemma_12_needs_all_its_terms() => Assert.Equal(Verdict.Refuted, Misprints.Derivative(first: 2).Verdict);

    // Confirmed within 0.15, refuted where three points have settled beyond 0.35.
    [Theory]
    [InlineData(0.5, 0.5, 3, Verdict.Confirmed)]
    [InlineData(0.5, 1, 3, Verdict.Refuted)]
    [InlineData(0.5, 0.7, 3, Verdict.Inconclusive)]
    [InlineData(0.5, 1, 2, Verdict.Inconclusive)]
    [Trait("Kind", "Unit")]
    public void An_order_is_judged_by_its_exponents(double actual, double claimed, int points, Verdict expected)
    {
        int[] sizes = [8, 16, 32, 64];
        IEnumerable<(string, int, double)> values = Enumerable.Range(0, points)
            .SelectMany(k => sizes.Select(n => ($"point {k}", n, (k + 1) * Math.Pow(n, -actual))));
        Assert.Equal(expected, OrderJudge.Judge("a power", values, claimed).Verdict);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void An_order_that_has_not_settled_refutes_nothing()
    {
        int[] sizes = [8, 16, 32, 64];
        IEnumerable<(string, int, double)> values = Enumerable.Range(0, 3)
            .SelectMany(k => sizes.Select(n => ($"point {k}", n, Math.Exp(-0.05 * n))));
        Assert.Equal(Verdict.Inconclusive, OrderJudge.Judge("no power", values, 0.5).Verdict);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Ids))]
    public void A_verdict_is_as_expected_and_its_correction_holds(string id)
    {
        Claim claim = WeylClaims.All.Single(each => string.Equals(each.Id, id, StringComparison.Ordinal));
        Finding finding = claim.Check(run);
        Assert.True(finding.Verdict == claim.Expected, finding.Reason);
        Finding? correction = claim.Correction?.Check(run);
        Assert.True((correction?.Verdict ?? Verdict.Confirmed) == Verdict.Confirmed, correction?.Reason);
    }
}
