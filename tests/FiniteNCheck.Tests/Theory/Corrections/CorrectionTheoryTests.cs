using FiniteNCheck.Model;
using FiniteNCheck.Theory.Corrections;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>The guarantees and error messages of <see cref="CorrectionTheory"/>.</summary>
public sealed class CorrectionTheoryTests(ITestOutputHelper output)
{
    private static readonly CollectiveModel Model = CorrectionModels.OnePattern(2, 0.2, new(0.2, 0.3, 0.7));

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_means_do_not_depend_on_the_depth()
    {
        CollectiveModel model = CorrectionModels.RandomAllowed(4);
        CorrectionResult shallow = CorrectionTheory.Solve(model, [0, 0.6], CorrectionDepth.Mean);
        CorrectionResult deep = CorrectionTheory.Solve(model, [0, 0.6], CorrectionDepth.Covariance);
        Assert.Null(shallow.CovarianceCorrection);
        Assert.Equal(0, shallow.CovarianceCorrectionError);
        Assert.Equal([0, 0.6], deep.Times.AsSpan());

        // A product state of independent spins has no correction.
        Assert.All(deep.MeanCorrection[0], mu => Assert.Equal(0.0, mu));
        Assert.All(deep.CovarianceCorrection!.Value[0].Cast<double>(), element => Assert.Equal(0.0, element));
        for (int a = 0; a < 6; a++)
        {
            // Two integrations with independent steps.
            Assert.Equal(deep.MeanCorrection[1][a], shallow.MeanCorrection[1][a], 1e-11);
            for (int b = 0; b < 6; b++)
            {
                Assert.Equal(deep.CovarianceCorrection!.Value[1][a, b], deep.CovarianceCorrection!.Value[1][b, a], 1e-13);
            }
        }
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_reported_errors_cover_the_effect_of_other_steps()
    {
        // With many intermediate outputs the integrator takes other steps, so the difference is its true error.
        double[] dense = [.. Enumerable.Range(1, 40).Select(i => i / 10.0)];
        CorrectionResult straight = CorrectionTheory.Solve(Model, [4]);
        CorrectionResult careful = CorrectionTheory.Solve(Model, dense);
        double mean = straight.MeanCorrection[0].Zip(careful.MeanCorrection[^1], (a, b) => Math.Abs(a - b)).Max();
        double covariance = straight.CovarianceCorrection!.Value[0].Cast<double>()
            .Zip(careful.CovarianceCorrection!.Value[^1].Cast<double>(), (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine(
            $"mean {mean:G2} of {straight.MeanCorrectionError:G2}, covariance {covariance:G2} of {straight.CovarianceCorrectionError:G2}");
        Assert.True(mean <= straight.MeanCorrectionError + careful.MeanCorrectionError);
        Assert.True(covariance <= straight.CovarianceCorrectionError + careful.CovarianceCorrectionError);
        Assert.InRange(straight.CovarianceCorrectionError, 0, 1e-9);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Impossible_requests_are_rejected()
    {
        Assert.Throws<InputException>(() => CorrectionTheory.Solve(Model, []));
        Assert.Throws<InputException>(() => CorrectionTheory.Solve(Model, [2, 1]));

        CollectiveModel many = CorrectionModels.Blocks([.. Enumerable.Repeat(0.1, 17)], []);
        many = many with { Initial = new ProductState([.. many.Blocks.Select(_ => PauliVector.Zero)]) };
        InputException blocks = Assert.Throws<InputException>(() => CorrectionTheory.Solve(many, [1], CorrectionDepth.Covariance));
        Assert.Contains("17 blocks", blocks.Message, StringComparison.Ordinal);

        // Rates of e^140 fall by dozens of orders of magnitude within the first instant.
        CollectiveModel steep = CorrectionModels.OnePattern(200, 0.2, new(0.2, 0.3, 0.7));
        InputException rates = Assert.Throws<InputException>(() => CorrectionTheory.Solve(steep, [1]));
        output.WriteLine(rates.Message);
        Assert.Contains("cannot be followed", rates.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => CorrectionTheory.Solve(Model, [4], cancellationToken: source.Token));
    }
}
