using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification;

/// <summary>A study built in a program is checked before it runs, as a study file is (<see cref="StudyFileTests"/>).</summary>
[Trait("Kind", "Unit")]
public class StudyValidationTests
{
    private static readonly Study Valid = new Fakes().Study;

    public static TheoryData<string, Func<Study, Study>> Bad =>
        new()
        {
            { "ladder: found no size; allowed: ", study => study with { Ladder = default } },
            { "ladder: found a list of 3; allowed: ", study => study with { Ladder = [6, 8, 12] } },
            { "ladder[3]: found 8 after 8; allowed: ", study => study with { Ladder = [6, 8, 8, 16] } },
            { "ladder[1]: found 0; allowed: ", study => study with { Ladder = [0, 8, 12, 16] } },
            { "times: found no time; allowed: ", study => study with { Times = [] } },
            { "times[1]: found 0; allowed: ", study => study with { Times = [0, 1] } },
            { "times[2]: found NaN; allowed: ", study => study with { Times = [1, double.NaN] } },
            { "times[2]: found 0.5 after 1; allowed: ", study => study with { Times = [1, 0.5] } },
            { "predictions: found no prediction; allowed: ", study => study with { Predictions = [] } },
            {
                "predictions[2]: found mean-field for the second time; allowed: ",
                study => study with { Predictions = [new(Prediction.MeanField), new(Prediction.MeanField)] }
            },
            { "tolerance: found 1; allowed: ", study => study with { Tolerance = 1 } },
            { "resolution: found NaN; allowed: ", study => study with { Resolution = double.NaN } },
            { "large.ladder: found a list of 1; allowed: ", study => study with { Large = new LargeLadder([100], null) } },
            { "large.tolerance: found 1; allowed: ", study => study with { Large = new LargeLadder([100, 200, 300, 400], 1) } },
        };

    [Fact]
    public void A_good_study_passes() => Assert.Same(Valid, StudyValidation.Check(Valid));

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_study_is_refused_before_it_runs(string says, Func<Study, Study> spoil)
    {
        InputException error = Assert.Throws<InputException>(() => StudyRunner.Run(spoil(Valid)));

        Assert.StartsWith($"study 'fake': {says}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_bad_model_is_refused_before_it_runs() => Assert.StartsWith(
        "model 'fake-model': initial.all: found a Bloch vector of length 2",
        Assert.Throws<InputException>(
            () => StudyRunner.Run(Valid with { Model = Valid.Model.Pauli().StartingFrom([new(0, 0, 2)]) })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_study_without_a_name_has_that_of_its_model() =>
        Assert.Equal(
            "other",
            (
                new Study
                {
                    Model = Valid.Model,
                    Ladder = Valid.Ladder,
                    Times = Valid.Times,
                    Predictions = Valid.Predictions,
                } with
                {
                    Model = Valid.Model with { Name = "other" },
                }).Name);

    /// <summary>Each block of its own would fit.</summary>
    [Fact]
    public void A_size_of_more_spins_than_a_model_holds_is_refused()
    {
        CollectiveModel model = TestModels.TwoLargeSpins();
        Assert.Contains(
            "the blocks would hold 4294967294 spins together",
            Assert.Throws<InputException>(() => model.SpinsAt(int.MaxValue)).Message,
            StringComparison.Ordinal);
    }
}
