using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Verdicts;

/// <summary>
/// Studies of a right theory that was refuted by up to 4,223 uncertainties, on ladders that stand on
/// a plateau or have not begun to converge.
/// </summary>
[Trait("Kind", "Regression")]
public class FalseRefutationTests
{
    public static TheoryData<string> Studies => ["case-1", "case-3", "twist"];

    [Theory]
    [InlineData("case-3")]
    [InlineData("case-5")]
    [InlineData("twist")]
    public void A_right_theory_is_not_refuted_and_the_size_that_would_decide_is_named(string name) => AssertUndecided(name);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Nor_is_the_one_of_the_longest_ladder() => AssertUndecided("case-1");

    private static void AssertUndecided(string name)
    {
        StudyFinding finding = StudyRunner.Run(Load(name));

        Assert.All(finding.Predictions, prediction => Assert.NotEqual(Verdict.Refuted, prediction.Verdict));
        Assert.All(
            finding.Predictions.SelectMany(prediction => prediction.Elements),
            element => Assert.False(element.Distance > 1, $"{element.Observable}: {element.Distance}"));
        PredictionFinding open = finding.Predictions.First(prediction => prediction.Verdict == Verdict.Inconclusive);
        Assert.True(open.Remedy!.N > finding.Ladder[^1], $"{open.Remedy}");
    }

    // Without what theory foresees, the ladder on its plateau must still refute nothing: its order is
    // not settled, or another element's limit is not.
    [Theory]
    [MemberData(nameof(Studies))]
    public void The_ladder_alone_does_not_refute_it_either(string name) => AssertUndecidedAlone(name);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Nor_does_the_ladder_of_case_5() => AssertUndecidedAlone("case-5");

    private static void AssertUndecidedAlone(string name)
    {
        StudyFinding finding = StudyRunner.Run(
            Load(name),
            StudySolvers.Default with
            {
                Corrections = (_, _, _) => null,
            },
            options: null,
            progress: null,
            CancellationToken.None);

        Assert.All(finding.Predictions, prediction => Assert.NotEqual(Verdict.Refuted, prediction.Verdict));
        Assert.Contains(finding.Notes, note => note.Contains("rest on the ladders alone", StringComparison.Ordinal));
    }

    [Fact]
    public void The_twist_needs_thousands_of_spins()
    {
        // mu_z = -70.3 where m_z is 0.03, and C1 reaches 3e5: the notes say that no ladder below several thousand speaks.
        StudyFinding finding = StudyRunner.Run(Load("twist"));

        Assert.All(
            finding.Predictions, prediction => Assert.True(prediction.Remedy!.N >= 500, $"{prediction.Prediction}: {prediction.Remedy}"));
        Assert.True(finding.Predictions[1].Remedy!.N >= 5000, $"{finding.Predictions[1].Remedy}");
    }

    // Power is not bought by timidity: a wrong rate on the settled part of the same studies is refuted.
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_wrong_theory_is_refuted_at_times_at_which_the_ladder_has_settled()
    {
        Study study = Load("twist") with { Times = [0.2, 0.4] };
        StudySolvers wrong = StudySolvers.Default with
        {
            Theory = (model, times, drift, token) => StudySolvers.Default.Theory(
                model.Pauli() with { Fields = [new(0.201, 0, 0.7)] }, times, drift, token),
        };

        Assert.All(StudyRunner.Run(study).Predictions, prediction => Assert.Equal(Verdict.Confirmed, prediction.Verdict));
        Assert.All(
            StudyRunner.Run(study, wrong, options: null, progress: null, CancellationToken.None).Predictions,
            prediction => Assert.Equal(Verdict.Refuted, prediction.Verdict));
    }

    private static Study Load(string name)
    {
        string folder = Path.Combine(RepositoryRoot.Path, "tests", "FiniteNCheck.Tests", "Verification", "Verdicts", "FalseRefutations");
        return Study.Load(Path.Combine(folder, $"{name}.yaml"));
    }
}
