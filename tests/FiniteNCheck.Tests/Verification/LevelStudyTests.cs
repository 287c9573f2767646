using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification;

/// <summary>Studies of models whose sites have levels: what they name, and what is for two levels alone.</summary>
public sealed class LevelStudyTests : IDisposable
{
    private const string Model = """
        name: atoms
        blocks: [{ name: atoms, share: 1, levels: [g, e, r] }]
        jumps:
          - { block: atoms, operator: "g<-e", rate: { exponential: { amplitude: 0.7, exponent: 0.5 } }, argument: { atoms: { e: 1 } } }
          - { block: atoms, operator: "e<-r", rate: { polynomial: [0.5] } }
        initial: { atoms: { e: 0.6, r: 0.4 } }

        """;

    private const string Head = "name: s\nmodel: model.yaml\nladder: [4, 6, 8, 10, 14, 20]\ntimes: [0.4]\n";

    private readonly string folder = Directory.CreateTempSubdirectory("finitencheck-levels-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_study_confirms_the_limit_and_judges_a_formula_of_populations()
    {
        Study study = Load(
            "quantities: { excited: \"mean('p.e.atoms') + mean('p.r.atoms')\" }\npredictions:\n"
            + "  - { prediction: mean-field, expect: confirmed }\n  - { prediction: covariance-full, expect: confirmed }\n"
            + "  - { prediction: covariance-printed, expect: refuted }\n"
            + "  - { name: own, formulas: { excited: \"mf('p.e.atoms') + mf('p.r.atoms')\" }, expect: confirmed }\n");

        StudyFinding finding = StudyRunner.Run(study);

        Assert.True(finding.Outcome == Outcome.AsExpected, string.Join('\n', finding.Predictions.Select(prediction => prediction.Reason)));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("predictions: [{ prediction: mean-field-1, expect: confirmed }]", "mean-field-1 for a model of sites with levels")]
    [InlineData("predictions: [{ prediction: covariance-1, expect: confirmed }]", "covariance-1 for a model of sites with levels")]
    [InlineData(
        "quantities: { s: \"purity()\" }\npredictions: [{ prediction: mean-field, expect: confirmed }]", "purity of sites with levels")]
    [InlineData(
        "quantities: { s: \"squeezing('atoms')\" }\npredictions: [{ prediction: mean-field, expect: confirmed }]",
        "the unknown block without levels 'atoms'")]
    [InlineData(
        "quantities: { s: \"mean('z.atoms')\" }\npredictions: [{ prediction: mean-field, expect: confirmed }]",
        "the unknown observable 'z.atoms'")]
    public void What_is_for_two_levels_alone_is_refused_before_anything_runs(string rest, string message)
    {
        InputException refused = Assert.ThrowsAny<InputException>(() => Load($"{rest}\n"));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    /// <summary>Theorem 1 is about starts that cluster: the components of a mixture are judged each by itself.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void A_mixture_is_a_study_of_every_component()
    {
        File.WriteAllText(
            Path.Combine(folder, "model.yaml"),
            Model.Replace(
                "{ atoms: { e: 0.6, r: 0.4 } }",
                "{ mixture: [{ weight: 0.5, state: { atoms: e } }, { weight: 0.5, state: { atoms: r } }] }",
                StringComparison.Ordinal));
        string path = Path.Combine(folder, "study.yaml");
        File.WriteAllText(path, $"{Head}predictions: [{{ prediction: mean-field, expect: confirmed }}]\n");

        Assert.Equal(
            ["s, component 1 of 2", "s, component 2 of 2"], Study.LoadAll(path).Select(study => study.Name));
    }

    private Study Load(string rest)
    {
        File.WriteAllText(Path.Combine(folder, "model.yaml"), Model);
        string path = Path.Combine(folder, "study.yaml");
        File.WriteAllText(path, Head + rest);
        return Study.Load(path);
    }
}
