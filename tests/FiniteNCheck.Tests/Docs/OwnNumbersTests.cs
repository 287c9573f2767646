// snippet: own-tests
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;
using FiniteNCheck.Xunit;
using Xunit;
// end of snippet

namespace FiniteNCheck.Tests.Docs;

/// <summary>The tests that <c>docs/library.md</c> shows.</summary>
[Trait("Kind", "Convergence")]
// snippet: own-tests
public class OwnNumbersTests
{
    [Fact]
    public void My_sums_approach_ln_2_like_one_over_n()
    {
        int[] sizes = [8, 12, 16, 24, 32, 48];
        double[] values = [.. sizes.Select(n => Enumerable.Range(n + 1, n).Sum(k => 1.0 / k))];
        FiniteNAssert.Converges(sizes, values, order: 1, limit: Math.Log(2));
    }

    [Fact]
    public void My_decay_agrees_with_the_reference()
    {
        ReferenceColumn[] columns = [new("time", "s", Absolute: 0, Relative: 0), new("decay", "1", Absolute: 1e-12, Relative: 0)];
        double[][] rows = [.. new[] { 0.5, 1, 2 }.Select(time => new[] { time, Math.Exp(-time) })];
        FiniteNAssert.AgreesWithReference("decay.verified.csv", new ReferenceTable(columns, rows));
    }

    [Fact]
    public void Mean_field_is_exact_for_my_network()
    {
        HopfieldNetwork network = new() { Patterns = [[1, -1]], Temperature = 2, TransverseField = 0.2 };
        CollectiveModel model = network.ToModel("mine", new ProductState([new(0, -0.3, 0.6), new(0, 0.3, -0.6)]));
        Study study = new() { Model = model, Ladder = [6, 8, 12, 16, 24], Times = [0.5], Predictions = [new(Prediction.MeanField)] };
        FiniteNAssert.ComesOutAsExpected(study);
    }
}
// end of snippet
