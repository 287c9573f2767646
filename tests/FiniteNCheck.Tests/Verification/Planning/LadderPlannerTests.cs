using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Planning;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Planning;

/// <summary>Sizes chosen within a budget, where the estimates are given functions.</summary>
[Trait("Kind", "Unit")]
public class LadderPlannerTests
{
    private const double SecondsPerCube = 1e-4;

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(3600)]
    public void The_budget_is_kept_and_used(double budget)
    {
        ImmutableArray<int> ladder = Choose(budget).Ladder;

        Assert.InRange(Seconds(ladder), 0, budget);
        Assert.True(Seconds(SizePattern.UpTo((int)(1.2 * ladder[^1]), step: 1)) > budget);
    }

    [Fact]
    public void The_same_budget_gives_the_same_sizes_and_a_larger_one_larger_sizes()
    {
        Assert.Equal(Choose(60).Ladder.ToArray(), Choose(60).Ladder.ToArray());
        Assert.True(Choose(600).Ladder[^1] > Choose(60).Ladder[^1]);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        Study study = new Fakes().Study with { Ladder = [], Automatic = new AutomaticLadder() };
        Study one = LadderPlanner.Complete(study, new StudyOptions { Threads = 1 }, Solvers(), CancellationToken.None);
        Study many = LadderPlanner.Complete(study, new StudyOptions { Threads = 64 }, Solvers(), CancellationToken.None);

        Assert.Equal(one.Ladder.ToArray(), many.Ladder.ToArray());
    }

    // 8 bytes for each of n^2 numbers.
    [Fact]
    public void The_memory_is_kept()
    {
        Study study = new Fakes().Study with { Ladder = [], Automatic = new AutomaticLadder(3600, Memory: 8 * 50 * 50) };

        Assert.InRange(LadderPlanner.Complete(study, new StudyOptions(), Solvers(), CancellationToken.None).Ladder[^1], 45, 50);
    }

    // The error bound 3 n 1e-12 of a covariance would exceed a hundredth of the correction 1e-4/n beyond n = 577.
    [Fact]
    public void Sizes_that_could_not_be_read_are_not_chosen()
    {
        Fakes fakes = new() { Covariance = (n, _, a, b) => (a == b ? 1 : 0.2) - (1e-4 / n) };
        Study study = fakes.Study with { Ladder = [], Automatic = new AutomaticLadder(1e6) };

        Assert.InRange(Complete(study, fakes).Ladder[^1], 570, 580);
    }

    [Fact]
    public void The_note_says_what_was_chosen_and_what_suffices()
    {
        string note = Choose(60).Notes[0];

        Assert.StartsWith("ladder: auto chose n = ", note, StringComparison.Ordinal);
        Assert.Contains("within a budget of 60 s of one thread (estimate ", note, StringComparison.Ordinal);
        Assert.Matches(@"sizes up to n = \d+ suffice for the resolution 0\.01\.", note);
    }

    // At t = 2 the coefficient of the average is 200: the ladder has to begin at n = 400.
    [Fact]
    public void The_note_names_the_size_and_the_time_that_theory_asks_for_beyond_the_budget()
    {
        Fakes fakes = new() { Mean = (n, t, a) => (0.1 * (a + 1)) + (100 * t / n) };
        string note = Complete(fakes.Study with { Ladder = [], Automatic = new AutomaticLadder(60) }, fakes).Notes[0];

        Assert.Contains(
            "it takes sizes up to about n = 3200 for the resolution 0.01 (38 days for the largest)", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_coefficients_the_budget_alone_decides()
    {
        Fakes fakes = new() { IsAided = false };
        Study study = Complete(fakes.Study with { Ladder = [], Automatic = new AutomaticLadder(60) }, fakes);

        Assert.Equal(Choose(60).Ladder.ToArray(), study.Ladder.ToArray());
        Assert.Contains("The coefficients of 1/n are not known", study.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_too_small_for_four_sizes_is_refused()
    {
        Study study = new Fakes().Study with { Ladder = [], Automatic = new AutomaticLadder(1, Memory: 10) };
        InputException exception = Assert.Throws<InputException>(
            () => LadderPlanner.Complete(study, new StudyOptions(), Solvers(), CancellationToken.None));

        Assert.Contains("the four smallest sizes, up to n = 4, do not fit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ladder_that_is_given_stays()
    {
        Study study = new Fakes().Study;

        Assert.Same(study, LadderPlanner.Complete(study, new StudyOptions(), Solvers(), CancellationToken.None));
    }

    // The rate of the jump is 1, so that half, once and twice its time are 0.5, 1 and 2.
    [Fact]
    public void A_standard_study_has_as_many_times_as_the_budget_suffices_for()
    {
        Assert.Equal([0.5, 1, 2], Times(_ => 1).ToArray());
        Assert.Equal([0.5, 1], Times(t => t > 1.5 ? 1000 : 1).ToArray());
        Assert.Equal([0.5], Times(_ => 1000).ToArray());

        static ImmutableArray<double> Times(Func<double, double> slope)
        {
            Fakes fakes = new() { Mean = (n, t, a) => (0.1 * (a + 1)) + (slope(t) / n) };
            return Complete(Study.Standard(fakes.Study.Model), fakes).Times;
        }
    }

    // Theory's own reach scales the need: a coefficient that is twice as large asks for sizes twice as large.
    [Fact]
    public void The_need_grows_with_the_coefficients()
    {
        double Need(double slope)
        {
            Fakes fakes = new() { Mean = (n, t, a) => (0.1 * (a + 1)) + (slope / n), Covariance = (_, _, a, b) => a == b ? 1 : 0 };
            CorrectionResult corrections = fakes.Solvers().Corrections(fakes.Study.Model, [1], CancellationToken.None)!;
            return LadderNeed.At(corrections, 0, 0.01);
        }

        // Slopes from differences of large sizes have eight digits.
        Assert.Equal(16 * 3, Need(3), 1e-5);
        Assert.Equal(2, Need(6) / Need(3), 1e-6);
        Assert.Equal(1, Need(0));
    }

    private static Study Choose(double budget) =>
        Complete(new Fakes().Study with { Ladder = [], Automatic = new AutomaticLadder(budget) }, new Fakes());

    private static Study Complete(Study study, Fakes fakes) =>
        LadderPlanner.Complete(study, new StudyOptions(), Solvers(fakes), CancellationToken.None);

    private static StudySolvers Solvers(Fakes? fakes = null) => (fakes ?? new Fakes()).Solvers() with
    {
        Plan = (_, n, _, options, _) => new ExactPlan(
            SolutionMethod.Full,
            "made up",
            new RunEstimate(n * n, 8.0 * n * n, options.MemoryLimit ?? long.MaxValue, SecondsPerCube * n * n * n / options.Threads),
            Window: null),
    };

    private static double Seconds(ImmutableArray<int> ladder) => ladder.Sum(n => SecondsPerCube * n * n * n);
}
