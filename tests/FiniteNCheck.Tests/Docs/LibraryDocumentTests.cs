using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Xunit;
using Xunit;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Docs;

/// <summary>What else <c>docs/library.md</c> shows.</summary>
[Trait("Kind", "CrossCheck")]
public class LibraryDocumentTests
{
    [Fact]
    public void The_model_built_in_code_is_that_of_the_readme_and_both_sides_solve_it()
    {
        // snippet: own-model
        CollectiveModel model = new()
        {
            Name = "driven-ensemble",
            Blocks = [new("all", Share: 1)],
            Fields = [new(0.2, 0, 0)],
            Jumps =
            [
                new(Block: 0, SpinOperator.Lower, new ExponentialRate(0.7, -0.5), Argument: [new(0, 0, 1)]),
                new(Block: 0, SpinOperator.Raise, new PolynomialRate([0.3, 0.3]), Argument: [new(0, 0, 1)]),
            ],
            Initial = new ProductState([new(0, 0.3, -0.6)]),
        };
        // end of snippet
        string readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        ModelAssert.SameSystem(ModelFile.Parse(readme.Split("```yaml\n")[1].Split("```")[0], "README.md"), model);

        // snippet: both-sides
        ExactResult exact = ExactSolver.Solve(model, n: 40, times: [0.5, 2]);
        TheoryResult theory = LimitTheory.Solve(model, times: [0.5, 2], Drift.Full);
        double atFiniteN = exact.Moments.Mean[1][2];       // z.all at t = 2, as in model.ObservableNames
        double inTheLimit = theory.Moments.Mean[1][2];
        // end of snippet

        // The difference is a/N: it halves where N doubles, but for terms of order 1/N^2.
        double further = ExactSolver.Solve(model, n: 80, times: [0.5, 2]).Moments.Mean[1][2];
        Assert.InRange((atFiniteN - inTheLimit) / (further - inTheLimit), 1.9, 2.1);
    }

    [Fact]
    public void The_message_of_a_failure_is_the_documented_one()
    {
        int[] sizes = [8, 12, 16, 24, 32, 48];
        double[] values = [.. sizes.Select(n => Enumerable.Range(n + 1, n).Sum(k => 1.0 / k))];

        string message = Assert.Throws<XunitException>(() => FiniteNAssert.Converges(sizes, values, order: 2, limit: Math.Log(2))).Message;

        Assert.Contains(
            $"```text\n{message.ReplaceLineEndings("\n")}\n```\n",
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "library.md")),
            StringComparison.Ordinal);
    }
}
