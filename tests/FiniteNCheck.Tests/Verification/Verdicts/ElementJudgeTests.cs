using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Verdicts;

[Trait("Kind", "Analytic")]
public class ElementJudgeTests
{
    /// <summary>
    /// A ladder whose third order is left out by its errors: the uncertainty is about 1e-5, so that predictions can miss by a few.
    /// </summary>
    private static readonly LadderReading Reading = LadderReader.Read(Points.Of(n => Points.Series(n) + (Math.Sin(n) * 1e-7), 1e-7));

    [Fact]
    public void A_prediction_at_the_limit_is_confirmed_with_the_order_named()
    {
        ElementFinding finding = Judge(0.7);

        Assert.Equal(Verdict.Confirmed, finding.Verdict);
        Assert.InRange(1, finding.Order!.Value - finding.OrderUncertainty!.Value, finding.Order.Value + finding.OrderUncertainty.Value);
        Assert.Matches(@"observed order (1|0\.9\d*|1\.0\d*) \+- ", finding.Reason);
        Assert.InRange(finding.LimitUncertainty, 1e-8, 1e-4);
    }

    // The mutation test of the verdict: what is confirmed at the limit is not a few uncertainties away, and is refuted many away.
    [Theory]
    [InlineData(0.4, Verdict.Confirmed)]
    [InlineData(-0.4, Verdict.Confirmed)]
    [InlineData(0.6, Verdict.Inconclusive)]
    [InlineData(3, Verdict.Inconclusive)]
    [InlineData(-3, Verdict.Inconclusive)]
    [InlineData(4.9, Verdict.Inconclusive)]
    [InlineData(5.1, Verdict.Refuted)]
    [InlineData(-1000, Verdict.Refuted)]
    public void The_verdict_follows_the_distance_in_uncertainties(double distance, Verdict verdict)
    {
        ElementFinding finding = Judge(Reading.Limit!.Value + (distance * Reading.Limit.Uncertainty));

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(Math.Abs(distance), finding.Distance, 6);
    }

    [Fact]
    public void The_error_of_the_prediction_belongs_to_the_uncertainty()
    {
        double prediction = Reading.Limit!.Value + (20 * Reading.Limit.Uncertainty);

        Assert.Equal(Verdict.Refuted, Judge(prediction).Verdict);
        Assert.Equal(Verdict.Confirmed, Judge(prediction, error: 40 * Reading.Limit.Uncertainty).Verdict);
    }

    [Fact]
    public void An_order_below_the_claimed_one_is_not_confirmed()
    {
        ElementFinding finding = ElementJudge.Judge(
            "z", 1, LadderReader.Read(Points.Of(n => 0.7 + (0.4 / Math.Sqrt(n)))), 0.7, 0, resolution: 1);

        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.InRange(finding.Order!.Value, 0.45, 0.55);
        Assert.Contains("below the claimed 1", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_above_the_claimed_one_is_confirmed_and_said()
    {
        ElementFinding finding = ElementJudge.Judge("z", 1, LadderReader.Read(Points.Of(n => 0.7 + (0.4 / n / n))), 0.7, 0);

        Assert.Equal(Verdict.Confirmed, finding.Verdict);
        Assert.Contains("nearly cancels", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_uncertainty_too_large_to_mean_anything_confirms_nothing()
    {
        ElementFinding finding = Judge(0.7, resolution: 1e-9);

        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.Contains("a smaller tolerance", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_is_not_told_from_one_half_confirms_nothing()
    {
        // Errors of 1e-4 against a last difference of 3.6e-3, over a factor of 1.1 in size, leave the
        // exponent open, not the limit to the resolution asked for.
        LadderReading reading = LadderReader.Read(Points.Of([8, 9, 10, 11], n => 0.7 + (0.4 / n), _ => 1e-4));

        ElementFinding finding = ElementJudge.Judge("z", 1, reading, 0.7, 0, resolution: 1);

        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.Contains("does not tell 1 from 0.5", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_ladder_is_judged_by_its_value_and_has_no_order()
    {
        LadderReading constant = LadderReader.Read(Points.Of(_ => 0));

        ElementFinding same = ElementJudge.Judge("x", 1, constant, 0, 0);
        ElementFinding other = ElementJudge.Judge("x", 1, constant, 1e-6, 0);

        Assert.Equal(Verdict.Confirmed, same.Verdict);
        Assert.Null(same.Order);
        Assert.Equal(Verdict.Refuted, other.Verdict);
    }

    [Fact]
    public void Values_that_run_away_refute_nothing()
    {
        ElementFinding finding = ElementJudge.Judge("z,z", 1, LadderReader.Read(Points.Of(n => 0.3 * n)), 0.5, 0);

        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.Contains("do not settle", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_that_is_no_number_is_not_confirmed() => Assert.Equal(Verdict.Inconclusive, Judge(double.NaN).Verdict);

    private static ElementFinding Judge(double prediction, double error = 0, double resolution = Study.DefaultResolution) =>
        ElementJudge.Judge("z.plus", 1, Reading, prediction, error, resolution);
}
