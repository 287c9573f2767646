using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Spectra;
using Xunit;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>Two-time functions in the stationary state.</summary>
public sealed class StationaryTwoTimeTests
{
    private const string OneBlock = """
        name: one
        blocks: [{ name: all, share: 1 }]
        hamiltonian: { fields: { all: [0.4, 0.1, 0.2] }, couplings: [{ between: [all, all], axes: [z, z], strength: 0.3 }] }
        jumps:
          - { block: all, operator: lower, rate: { exponential: { amplitude: 0.9, exponent: -0.4 } }, argument: { all: [0, 0, 1] } }
          - { block: all, operator: raise, rate: { polynomial: [0.6, 0.2] }, argument: { all: [0, 0, 1] } }
        initial: { all: [0, 0.3, -0.6] }
        """;

    private const string TwoBlocks = """
        name: two
        blocks: [{ name: a, share: 1 }, { name: b, share: 1 }]
        hamiltonian: { fields: { a: [0.4, 0, 0.2], b: [0, 0.3, 0] }, couplings: [{ between: [a, b], axes: [z, x], strength: 0.5 }] }
        jumps:
          - { block: a, operator: lower, rate: { exponential: { amplitude: 1, exponent: -0.4 } }, argument: { b: [0, 0, 1] } }
          - { block: b, operator: raise, rate: { polynomial: [0.9, 0.2] }, argument: { a: [0, 0, 1] } }
        initial: { a: [0, 0.3, -0.6], b: [0, 0, 1] }
        """;

    // After t = 60 what is left of the start is below 1e-12.
    [Theory]
    [InlineData(OneBlock, 4)]
    [InlineData(TwoBlocks, 2)]
    [Trait("Kind", "CrossCheck")]
    public void They_agree_with_all_2_to_the_N_states(string text, int n)
    {
        double[] times = [0, 0.4, 1.3];
        CollectiveModel model = ModelFile.Parse(text, "model.yaml");

        TwoTimeSeries found = TwoTimeSolver.SolveStationary(model, n, times);

        BruteForceCorrelations brute = new BruteForceCorrelations(model, n, times).After(60);
        for (int b = 0; b < 3 * model.Blocks.Length; b++)
        {
            Complex[][] expected = brute.TwoTime(b);
            for (int t = 0; t < times.Length; t++)
            {
                for (int a = 0; a < expected[t].Length; a++)
                {
                    Assert.True((expected[t][a] - found.Values[t][a, b]).Magnitude < 1e-9, $"{expected[t][a]} and {found.Values[t][a, b]}");
                }
            }
        }
    }

    // A start that is not stationary gives other numbers: the comparison above can fail.
    [Fact]
    [Trait("Kind", "Mutation")]
    public void From_the_start_they_are_others()
    {
        CollectiveModel model = ModelFile.Parse(OneBlock, "model.yaml");
        Complex stationary = TwoTimeSolver.SolveStationary(model, 4, [0.4]).Values[0][2, 2];
        Assert.True((stationary - TwoTimeSolver.Solve(model, 4, [0.4]).Values[0][2, 2]).Magnitude > 1e-2);
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void At_time_0_they_are_the_stationary_covariance()
    {
        CollectiveModel model = ModelFile.Parse(OneBlock, "model.yaml");
        Complex[,] ordered = TwoTimeSolver.SolveStationary(model, 20, [0]).Values[0];
        SteadyResult steady = SteadySolver.Solve(model, 20);
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                Assert.Equal(steady.Covariance[a, b], ordered[a, b].Real, 1e-8);
            }
        }

        // [F_x, F_y] = 2i m_z
        Assert.Equal(steady.Mean[2], ordered[0, 1].Imaginary, 1e-8);
    }

    // Ratios 1.53, 1.69, 1.81 from n = 10 to 80, on the way to 2.
    [Fact]
    [Trait("Kind", "Convergence")]
    public void Their_spectrum_approaches_that_about_the_fixed_point_like_1_over_N()
    {
        CollectiveModel model = ModelFile.Parse(OneBlock, "model.yaml");
        CollectiveModel rest = LimitCorrelations.AtFixedPoint(model);
        var grid = SpectrumGrid.For(rest, [0, 0.7, 1.5], until: 12);
        TwoTimeSeries limit = LimitCorrelations.StationaryTwoTime(rest, LimitTheory.Solve(rest, grid.Times, Drift.Full));
        TwoTimeSeries printed = LimitCorrelations.StationaryTwoTime(rest, LimitTheory.Solve(rest, grid.Times, Drift.Frozen));
        ExactOptions options = new() { Tolerance = 1e-8 };
        double[][] distances =
        [
            .. new[] { 10, 20, 40 }
                .Select(n => Spectrum.Transform(TwoTimeSolver.SolveStationary(model, n, grid.Times, options), grid))
                .Select(exact => new[] { limit, printed }
                    .Select(theory => Spectrum.Distance(exact, Spectrum.Transform(theory, grid)))
                    .ToArray()),
        ];
        (double first, double second) = (distances[0][0] / distances[1][0], distances[1][0] / distances[2][0]);
        Assert.InRange(second, 1.65, 2.2);
        Assert.InRange(first, 1.5, second);
        Assert.True(distances[2][1] > 2 * distances[2][0], "the printed drift is as close");
    }
}
