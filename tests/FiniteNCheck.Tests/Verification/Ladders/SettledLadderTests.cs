using FiniteNCheck.Numerics;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Ladders;

/// <summary>What refutes, what does not, and what would decide, on ladders with known limits.</summary>
[Trait("Kind", "Analytic")]
public class SettledLadderTests
{
    // Series(n) = 0.7 + 0.4/n + 0.3/n^2, and noise that keeps the uncertainty at about 1e-5.
    private static readonly Func<double, double> Noisy = n => Points.Series(n) + (Math.Sin(n) * 1e-7);
    private static readonly LadderReading Aided = LadderReader.Read(Points.Of(Noisy, 1e-7), new ForeseenCorrections(0.4, 1, 0.4));
    private static readonly LadderReading Alone = LadderReader.Read(Points.Of(Noisy, 1e-7));

    [Theory]
    [InlineData(4, Verdict.Inconclusive, Verdict.Inconclusive)]
    [InlineData(6, Verdict.Refuted, Verdict.Inconclusive)]
    [InlineData(11, Verdict.Refuted, Verdict.Refuted)]
    public void Theory_behind_an_uncertainty_lets_it_refute_sooner(double distance, Verdict aided, Verdict alone)
    {
        double prediction = Aided.Limit!.Value + (distance * Aided.Limit.Uncertainty);

        Assert.Equal(aided, ElementJudge.Judge("z", 1, Aided, prediction, 0).Verdict);
        Assert.Equal(alone, ElementJudge.Judge("z", 1, Alone, prediction, 0).Verdict);
    }

    [Fact]
    public void Values_on_a_plateau_refute_nothing()
    {
        // Flat to 1e-4 up to n = 64, then on its way to another limit.
        static double Plateau(double n) => 0.3 + (1e-4 * Math.Sin(n / 9)) - (0.2 * n / (n + 4000));
        LadderReading reading = LadderReader.Read(Points.Of([8, 12, 16, 24, 32, 48, 64], Plateau, _ => 1e-12));

        ElementFinding finding = ElementJudge.Judge("z", 4, reading, 0.1, 0);

        Assert.NotEqual(Verdict.Refuted, finding.Verdict);
        Assert.NotNull(finding.DecidingN);
    }

    [Fact]
    public void A_foreseen_reach_beyond_the_ladder_leaves_everything_open()
    {
        LadderReading reading = LadderReader.Read(Points.Of(Points.Series), new ForeseenCorrections(0.4, 1, Reach: 200));

        ElementFinding finding = ElementJudge.Judge("z", 4, reading, 0.1, 0);

        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.InRange(finding.DecidingN!.Value, 200, 100_000);
    }

    [Fact]
    public void A_doubt_about_a_time_bars_refutation_and_is_given_as_the_reason()
    {
        ElementFinding finding = ElementJudge.Judge("z", 4, Aided, 0.1, 0, doubt: "the state is in doubt");

        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.Contains("the state is in doubt", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-9)]
    public void The_size_that_is_named_does_decide(double resolution)
    {
        static double Value(double n) => 0.7 + (0.4 / n) + (0.3 / n / n) + (2 / n / n / n) + (9 / (n * n * n * n)) + (5 / Math.Pow(n, 5));
        int[] sizes = [8, 12, 16, 24, 32];
        ElementFinding open = Judge(sizes);
        Assert.Equal(Verdict.Inconclusive, open.Verdict);

        double factor = (double)open.DecidingN!.Value / sizes[^1];
        ElementFinding decided = Judge([.. sizes.Select(n => (int)Math.Ceiling(n * factor))]);
        Assert.True(decided.Verdict == Verdict.Confirmed, decided.Reason);
        Assert.Equal(Verdict.Inconclusive, Judge([.. sizes.Select(n => (int)Math.Ceiling(n * Math.Max(1, factor / 2)))]).Verdict);

        ElementFinding Judge(int[] ladder) =>
            ElementJudge.Judge("z", 4, LadderReader.Read(Points.Of(ladder, Value, _ => 1e-16)), 0.7, 0, resolution);
    }

    [Theory]
    [InlineData("ccc", "confirmed")]
    [InlineData("cci", "confirmed to t = 2, undecided from t = 3")]
    [InlineData("cirr", "confirmed to t = 1, undecided at t = 2, refuted from t = 3")]
    [InlineData("iccr", "undecided to t = 1, confirmed from t = 2 to 3, refuted from t = 4")]
    public void Verdicts_over_time_are_told_in_words(string verdicts, string words) => Assert.Equal(
        words,
        TimeVerdict.Describe([.. verdicts.Select((each, i) => new TimeVerdict(
            i + 1, each == 'c' ? Verdict.Confirmed : each == 'r' ? Verdict.Refuted : Verdict.Inconclusive))]));

    private static ElementFinding At(LadderReading reading, double distance) =>
        ElementJudge.Judge("z", 1, reading, reading.Limit!.Value + (distance * reading.Limit.Uncertainty), 0);
}
