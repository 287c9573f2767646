using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Rates by formula in the exact engine and in the limit.</summary>
[Trait("Kind", "CrossCheck")]
public class ExpressionRateTests
{
    private const string Epidemic = """
        name: epidemic
        parameters: { beta: 2, gamma: 0.7, infected: 0.4 }
        blocks: [{ name: all, share: 1 }]
        hamiltonian: { fields: { all: ["gamma/5", 0, "0.1*pi"] } }
        jumps:
          - { block: all, operator: raise, rate: { squared: "beta*(1 + x)/2" }, argument: { all: [0, 0, 1] } }
          - { block: all, operator: lower, rate: { expression: "sqrt(gamma)*(1 + tanh(x))/2" }, argument: { all: [0.6, 0, 0.8] } }
        initial: { all: [0, "infected/2", "2*infected - 1"] }
        """;

    /// <summary>Against the 2^N space, one rate along z and one along a tilted axis.</summary>
    [Fact]
    public void An_epidemic_is_that_of_brute_force()
    {
        CollectiveModel model = ModelFile.Parse(Epidemic, "epidemic.yaml");

        foreach (int n in new[] { 2, 4 })
        {
            MomentComparison.AssertAgree(
                BruteForce.Solve(model, n, 0.5, 2),
                Verified.Moments(model, n, [0.5, 2]),
                MomentComparison.CrossCheck,
                $"n = {n}");
        }
    }

    [Fact]
    public void Numbers_are_those_of_the_same_model_written_out()
    {
        CollectiveModel named = ModelFile.Parse(Epidemic, "epidemic.yaml");
        CollectiveModel writtenOut = ModelFile.Parse(
            Epidemic.Replace("gamma/5", "0.7/5", StringComparison.Ordinal).Replace("\"infected/2\"", "0.2", StringComparison.Ordinal),
            "epidemic.yaml");

        Assert.Equal(0.7, named.Parameters["gamma"]);
        Assert.Equal(ModelJson.Serialize(named), ModelJson.Serialize(writtenOut));
    }

    /// <summary>
    /// A rate that no built-in kind has: exact values approach the limit that its derivatives give,
    /// and not one with the rate's slope changed.
    /// </summary>
    [Fact]
    public void The_limit_is_approached_with_the_corrections_that_theory_foresees()
    {
        string alongZ = Epidemic.Replace("[0.6, 0, 0.8]", "[0, 0, 1]", StringComparison.Ordinal);
        string wrongSlope = alongZ.Replace("tanh(x)", "tanh(1.01*x)", StringComparison.Ordinal);
        Study study = new()
        {
            Name = "epidemic",
            Model = ModelFile.Parse(alongZ, "epidemic.yaml"),
            Ladder = [24, 32, 40, 48, 64, 80, 96],
            Times = [0.5, 1],
            Predictions = [new ExpectedPrediction(Prediction.MeanField), new ExpectedPrediction(Prediction.CovarianceFull)],
        };
        StudySolvers wrong = StudySolvers.Default with
        {
            Theory = (model, times, drift, token) =>
                LimitTheory.Solve(ModelFile.Parse(wrongSlope, "wrong.yaml"), times, drift, token),
        };

        Assert.All(StudyRunner.Run(study).Predictions, prediction => Assert.Equal(Verdict.Confirmed, prediction.Verdict));
        Assert.All(
            StudyRunner.Run(study, wrong, null, null, CancellationToken.None).Predictions,
            prediction => Assert.Equal(Verdict.Refuted, prediction.Verdict));
    }
}
