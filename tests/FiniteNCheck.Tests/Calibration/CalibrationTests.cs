using FiniteNCheck.Calibration;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Calibration;

/// <summary>The rule of verdicts on models drawn at random: a small version of <c>scripts/calibrate</c>, on seeds of its own.</summary>
public class CalibrationTests
{
    [Fact]
    [Trait("Kind", "Invariant")]
    [Trait("Speed", "Slow")]
    public void Sixty_models_are_judged_right()
    {
        CalibrationRun run = CalibrationRun.Run(200001, 60);

        Assert.Empty(run.FalseRefutations);
        Assert.Empty(run.FalseConfirmations);
        Assert.InRange(run.Coverage, CalibrationRun.WantedCoverage, 1);
        Assert.InRange(run.Power, CalibrationRun.WantedPower, 1);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    [Trait("Speed", "Slow")]
    public void A_theory_that_is_off_is_counted_as_falsely_refuted()
    {
        StudySolvers wrong = StudySolvers.Default with
        {
            Theory = (model, times, drift, token) => LimitTheory.Solve(
                model.Pauli() with { Fields = [.. model.Pauli().Fields.Select(field => 1.01 * field)] }, times, drift, token),
        };

        CalibrationRun run = CalibrationRun.Run(200001, 6, solvers: wrong);

        Assert.NotEmpty(run.FalseRefutations);
        Assert.True(run.Coverage < CalibrationRun.WantedCoverage);
        Assert.False(run.IsReached);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Of_further_seeds_sensible_ladders_are_judged()
    {
        CalibrationRun run = CalibrationRun.Run(200001, 1, further: 9);

        int sensible = Enumerable.Range(200001, 10).Count(seed => RandomStudies.Draw(seed).IsSensible);
        Assert.NotEqual(0, sensible);
        Assert.Equal(2 * sensible, run.Sensible.Length);
        Assert.Equal(200010, run.LastSeed);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void A_seed_draws_the_same_study_again()
    {
        (DrawnStudy first, DrawnStudy second) = (RandomStudies.Draw(7), RandomStudies.Draw(7));

        Assert.Equal([.. first.Study.Ladder], second.Study.Ladder.ToArray());
        Assert.Equal([.. first.Study.Times], second.Study.Times.ToArray());
        Assert.Equal([.. first.Study.Model.Pauli().Fields], second.Study.Model.Pauli().Fields.ToArray());
        Assert.NotEqual(RandomStudies.Draw(8).Study.Model.Pauli().Fields[0], first.Study.Model.Pauli().Fields[0]);
    }
}
