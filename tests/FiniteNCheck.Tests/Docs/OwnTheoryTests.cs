// snippet: own-theory
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Xunit;
using Xunit;
// end of snippet

namespace FiniteNCheck.Tests.Docs;

/// <summary>The test that <c>docs/predictions.md</c> shows.</summary>
[Trait("Kind", "CrossCheck")]
// snippet: own-theory
public class OwnTheoryTests
{
    private const string CurieWeiss = """
        name: curie-weiss
        parameters: { beta: 0.5 }
        blocks: [{ name: all, share: 1 }]
        jumps:
          - { block: all, operator: raise, rate: { expression: "exp(beta*x/2)" }, argument: { all: [0, 0, 1] } }
          - { block: all, operator: lower, rate: { expression: "exp(-beta*x/2)" }, argument: { all: [0, 0, 1] } }
        initial: { all: [0, 0, 0] }
        """;

    [Fact]
    public void My_susceptibility_holds()
    {
        CollectiveModel model = ModelFile.Parse(CurieWeiss, "curie-weiss.yaml");
        FiniteNAssert.Confirms("my-theory", Susceptibility, model, ladder: [8, 12, 18, 27, 40, 60, 90], times: [0.5, 1]);
    }

    private static PredictedValues Susceptibility(PredictionRequest request)
    {
        double beta = request.Parameters["beta"];
        double At(double t) => (1 - (beta * Math.Exp(-4 * (1 - beta) * t))) / (1 - beta);
        return new PredictedValues(new Dictionary<string, IReadOnlyList<double?>>
        {
            ["z.all,z.all"] = [.. request.Times.Select(t => (double?)At(t))],
        });
    }
}
// end of snippet
