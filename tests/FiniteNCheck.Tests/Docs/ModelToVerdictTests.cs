// snippet: from-model-to-verdict
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
// end of snippet
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>The program of the README, run line by line with a stand-in for the console.</summary>
[Trait("Kind", "CrossCheck")]
public class ModelToVerdictTests
{
    [Fact]
    public void The_program_of_the_readme_prints_each_verdict_with_its_reason()
    {
        // snippet: from-model-to-verdict
        HopfieldNetwork network = new() { Patterns = [[1, -1]], Temperature = 2, TransverseField = 0.2 };
        CollectiveModel model = network.ToModel("two-large-spins", new ProductState([new(0, -0.3, 0.6), new(0, 0.3, -0.6)]));
        ExpectedPrediction[] predictions =
        [
            new(Prediction.MeanField),
            new(Prediction.CovarianceFull),
            new(Prediction.CovarianceFrozen, Verdict.Refuted),
        ];
        Study study = new() { Model = model, Ladder = [6, 8, 12, 16, 24, 32], Times = [0.5, 2], Predictions = [.. predictions] };
        foreach (PredictionFinding finding in StudyRunner.Run(study).Predictions)
        {
            Console.WriteLine($"{finding.Prediction}: {finding.Verdict}. {finding.Reason}");
        }
        // end of snippet

        Assert.Collection(
            Console.Lines,
            line =>
                Assert.StartsWith("mean-field: Confirmed. all 12 elements lie within their uncertainty", line, StringComparison.Ordinal),
            line =>
                Assert.StartsWith(
                    "covariance-full: Confirmed. all 42 elements lie within their uncertainty", line, StringComparison.Ordinal),
            line =>
                Assert.StartsWith(
                    "covariance-printed: Refuted. 20 of 42 elements are refuted; in uncertainties, each at its worst: z.plus,z.minus by ",
                    line,
                    StringComparison.Ordinal));
    }

    /// <summary>Stands in for the system's console, which other tests use at the same time.</summary>
    private static class Console
    {
        public static List<string> Lines { get; } = [];

        public static void WriteLine(string line) => Lines.Add(line);
    }
}
