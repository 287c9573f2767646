using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Starts;

/// <summary>Starts that are no product at sizes beyond the 2^N code: closed forms at time 0, and windows against their own bound.</summary>
[Trait("Kind", "Analytic")]
public class LargeStartTests
{
    private const double Tolerance = 1e-8;

    // Turns every vector off its axis, so that Dicke states are turned in the frame of the engine too.
    private static readonly CollectiveModel Model = TestModels.OneBlock(
        "turned",
        new PauliVector(0.3, 0.2, 0.1),
        new PauliVector(0, 0, 1),
        TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.4, 0.3), new PauliVector(0.6, 0, 0.8)));

    private static Dictionary<string, InitialState> Starts { get; } = new(StringComparer.Ordinal)
    {
        ["mixture"] = new Mixture([new(0.25, [new(0, 0.3, 0.9)]), new(0.75, [new(0.5, 0, -0.8)])]),
        ["GHZ"] = Superposition.Ghz(1),
        ["cat"] = new Superposition([new(1, [new(0.8, 0, 0.6)]), new(1, [new(-0.8, 0, 0.6)])]),
        ["Dicke"] = new DickeState([Formula.Combine(FormulaOperator.Divide, Formula.Variable("n"), Formula.Constant(4))]),
    };

    public static TheoryData<string> Names => [.. Starts.Keys];

    /// <summary>A Dicke state with k of N spins up: m_z = 2k/N - 1, Sigma_zz = 0, Sigma_xx = Sigma_yy = (N(N+2) - (2k-N)^2)/(2N).</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(1000)]
    public void A_Dicke_state_has_the_moments_of_its_formula(int n)
    {
        ExactResult result = Verified.Solve(
            Model with { Initial = Starts["Dicke"] }, n, [0], new ExactOptions { Method = SolutionMethod.Window, Tolerance = Tolerance });
        double[,] covariance = result.Moments.Covariance[0];
        double across = ((n * (n + 2.0)) - (n * n / 4.0)) / (2 * n);

        // An average is off by the bound at most, a covariance by 3 N times it.
        double error = result.Checks[0].Error;
        Assert.InRange(error, 0, Tolerance);
        Assert.Equal(-0.5, result.Moments.Mean[0][2], error);
        Assert.Equal(0, covariance[2, 2], 3 * n * error);
        Assert.Equal(across, covariance[0, 0], 3 * n * error);
        Assert.Equal(across, covariance[1, 1], 3 * n * error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_window_keeps_its_bound(string name)
    {
        const int n = 40;
        CollectiveModel model = Model with { Initial = Starts[name] };
        ExactResult full = Verified.Solve(model, n, [0, 0.5], new ExactOptions { Method = SolutionMethod.Full });
        ExactResult window = Verified.Solve(
            model, n, [0, 0.5], new ExactOptions { Method = SolutionMethod.Window, Tolerance = 1e-5 });
        for (int t = 0; t < 2; t++)
        {
            double error = window.Checks[t].Error + full.Checks[t].Error;
            Assert.InRange(error, 0, 1.1e-5);
            Assert.All(
                full.Moments.Mean[t].Zip(window.Moments.Mean[t]), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, error));
            Assert.All(
                full.Moments.Covariance[t].Cast<double>().Zip(window.Moments.Covariance[t].Cast<double>()),
                pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 3 * n * error));
        }
    }

    /// <summary>
    /// The coherence of a GHZ state lies in the corner of all blocks, from which a field leads sideways alone. A window that grew along
    /// diagonals first never reached where it goes, and took ever shorter steps without end.
    /// </summary>
    [Fact]
    public void A_window_follows_a_coherence_out_of_its_corner()
    {
        var model = new CollectiveModel
        {
            Name = "three corners",
            Blocks = [new Block("a", 0.5), new Block("b", 0.5), new Block("c", 1)],
            Fields = [new(-0.6, 0, -0.7), PauliVector.Zero, new(-0.8, 0.25, 0.7)],
            Jumps = [new(2, SpinOperator.Lower, new ExponentialRate(-1, 0.29), [new(0, 0, 0.2), PauliVector.Zero, new(0, 0, 0.1)])],
            Initial = Superposition.Ghz(3),
        };
        ExactResult full = Verified.Solve(model, 2, [1], new ExactOptions { Method = SolutionMethod.Full });
        ExactResult window = Verified.Solve(model, 2, [1], new ExactOptions { Method = SolutionMethod.Window }, new Impatient());
        Assert.InRange(MomentComparison.Distance(full.Moments, window.Moments), 0, MomentComparison.CrossCheck);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_window_holds_what_was_estimated_within_a_factor_of_four(string name)
    {
        const int n = 80;
        CollectiveModel model = Model with { Initial = Starts[name] };
        var options = new ExactOptions { Method = SolutionMethod.Window, Tolerance = 1e-5 };
        double estimated = ExactSolver.Plan(model, n, [0.3], options).Window!.StateSize;
        Assert.InRange(Verified.Solve(model, n, [0.3], options).StateSize / estimated, 0.25, 4);
    }

    [Fact]
    public void A_superposition_whose_terms_cancel_is_refused_at_that_size()
    {
        // cos(theta/2) = sin(theta/2) up to a sign: two states along x and -x cancel in |down> for even n, not as a whole; equal states
        // with opposite amplitudes do.
        ImmutableArray<PauliVector> bloch = [new(1, 0, 0)];
        CollectiveModel model = Model with
        {
            Initial = new Superposition([new(1, bloch), new(-1, [new(1, 1e-9, 0)])]),
        };
        InputException error = Assert.Throws<InputException>(() => Verified.Solve(model, 4, [1]));
        Assert.Contains("cancel", error.Message, StringComparison.Ordinal);
    }

    // The run takes some ten steps.
    private sealed class Impatient : IProgress<ExactProgress>
    {
        public void Report(ExactProgress value) => Assert.InRange(value.Steps, 0, 1000);
    }
}
