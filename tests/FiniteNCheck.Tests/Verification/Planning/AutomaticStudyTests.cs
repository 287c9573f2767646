using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Planning;

/// <summary>The bundled models on automatic ladders, with the real engine.</summary>
[Trait("Kind", "CrossCheck")]
public class AutomaticStudyTests
{
    public static TheoryData<string> Models => [.. Files];

    // One of each kind: rates, levels, collective jumps, dense matrices, a drive.
    private static readonly string[] Quick =
        ["collective-and-single.yaml", "driven.yaml", "hopfield.yaml", "sirs-coherent.yaml", "tilted-channels.yaml"];

    public static TheoryData<string> QuickModels => [.. Quick];

    public static TheoryData<string> OtherModels => [.. Files.Except(Quick)];

    private static IEnumerable<string> Files => new DirectoryInfo(Path.Combine(RepositoryRoot.Path, "studies", "models"))
        .EnumerateFiles("*.yaml")
        .Select(file => file.Name)
        .Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(QuickModels))]
    public void A_small_budget_decides_or_says_what_would(string file) => Assert.All(Load(file, budget: 3), study => Check(study));

    [Theory]
    [MemberData(nameof(OtherModels))]
    [Trait("Speed", "Slow")]
    public void So_it_does_for_all_others(string file) => Assert.All(Load(file, budget: 3), study => Check(study));

    // The budget of users who give none.
    [Theory]
    [MemberData(nameof(Models))]
    [Trait("Speed", "Slow")]
    public void A_minute_decides_or_says_what_would(string file) =>
        Assert.All(Load(file, AutomaticLadder.DefaultBudget), study => Check(study));

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_wrong_theory_is_refuted()
    {
        StudyFinding finding = StudyRunner.Run(
            Load("density-dependent.yaml", budget: 3).Single(),
            StudySolvers.Default with
            {
                Theory = (model, times, drift, token) =>
                    StudySolvers.Default.Theory(model.Pauli() with { Fields = [new PauliVector(0.55, 0, 0)] }, times, drift, token),
            },
            options: null,
            progress: null,
            CancellationToken.None);

        Assert.All(finding.Predictions, prediction => Assert.True(prediction.Verdict == Verdict.Refuted, prediction.Reason));
    }

    private static StudyFinding Check(Study study)
    {
        StudyFinding finding = StudyRunner.Run(study);

        Assert.Equal(["mean-field", "covariance-full"], finding.Predictions.Select(prediction => prediction.Prediction));
        Assert.Contains(finding.Notes, note => note.StartsWith("ladder: auto chose n = ", StringComparison.Ordinal));
        Assert.Contains(finding.Notes, note => note.StartsWith("Times ", StringComparison.Ordinal));
        Assert.All(finding.Predictions, prediction =>
        {
            Assert.NotEqual(Verdict.Refuted, prediction.Verdict);
            Assert.True(
                prediction.Verdict == Verdict.Confirmed || prediction.Remedy is { N: not null, Seconds: not null }, prediction.Reason);
        });
        return finding;
    }

    // One study, or one for each component of a mixture.
    private static IEnumerable<Study> Load(string file, double budget) =>
        Study.LoadAll(Path.Combine(RepositoryRoot.Path, "studies", "models", file))
            .Select(study => study with { Automatic = new AutomaticLadder(budget) });
}
