using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Windows;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Evolution.Windows;

/// <summary>
/// The window against the full density matrix: the difference is below the proven bound, and the bound detects a window that is too small.
/// </summary>
[Trait("Kind", "CrossCheck")]
public sealed class WindowTests(ITestOutputHelper output)
{
    private const double End = 0.5;

    [Theory]
    [InlineData("retrieval", 100, 1e-6)]
    [InlineData("retrieval", 200, 1e-9)]
    [InlineData("paramagnetic", 100, 1e-6)]
    [InlineData("paramagnetic", 200, 1e-12)]
    [InlineData("near boundary", 100, 1e-9)]
    [InlineData("populations", 400, 1e-9)]
    [InlineData("general jump", 40, 1e-6)]
    [InlineData("two blocks", 32, 1e-4)]
    public void The_window_differs_from_the_full_state_by_less_than_the_bound(string name, int spins, double tolerance) =>
        AssertWithinBound(name, spins, tolerance, End);

    [Theory]
    [InlineData("retrieval", 1e-6)]
    [InlineData("retrieval", 1e-10)]
    [InlineData("paramagnetic", 1e-6)]
    [InlineData("near boundary", 1e-6)]
    [Trait("Speed", "Slow")]
    public void The_same_at_400_spins(string name, double tolerance) => AssertWithinBound(name, 400, tolerance, 2);

    [Theory]
    [InlineData("paramagnetic", 100, 1e-6)]
    [InlineData("two blocks", 32, 1e-3)]
    public void A_window_that_is_too_small_is_caught_by_the_bound(string name, int spins, double tolerance)
    {
        // The window is cut for the initial state and frozen, while the state moves and spreads.
        (WindowedEvolution window, FullEvolution full) = Evolve(name, spins, tolerance, 2, frozen: true);
        double error = Difference(full, window);
        double bound = window.IntegrationError + window.WindowError!.Value;
        output.WriteLine($"{name}, {spins} spins, frozen: true error {error:E2}, bound {bound:E2}, asked {tolerance:E0}");
        Assert.True(error <= bound, $"Error {error:E2} above the bound {bound:E2}.");
        Assert.True(bound > tolerance, $"The bound did not notice: {bound:E2}.");
        Assert.True(error > tolerance / 10, $"The window was not too small: {error:E2}.");
    }

    [Fact]
    public void A_window_follows_a_moving_state()
    {
        // From m_z = 0.9 to the fixed point near 0: the first and the last window have few elements in common.
        (WindowedEvolution window, FullEvolution full) = Evolve("paramagnetic", 100, 1e-6, 2, frozen: false);
        Assert.True(Difference(full, window) <= window.IntegrationError + window.WindowError!.Value);
        Assert.True(window.IntegrationError + window.WindowError!.Value <= 1e-6);
        Assert.InRange(window.MaxNumbers, 1, full.State.Layout.Numbers / 2);
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(1000, 100)]
    public void A_window_that_leaks_before_the_first_step_is_widened(int spins, double end)
    {
        // The longer the run, the smaller the leak allowed. Shorter steps do not help against a leak that is there from the start.
        WindowedEvolution window = Window("paramagnetic", spins, 1e-6, end);
        for (int attempt = 0; attempt < 40 && window.Time == 0; attempt++)
        {
            window.StepTowards(end, default);
        }

        Assert.True(window.Time > 1e-3, $"After 40 attempts t = {window.Time:E1}.");
        Assert.True(window.IntegrationError + window.WindowError!.Value <= 1e-6);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        CollectiveModel model = Model("retrieval");
        ExactResult one = Verified.Solve(model, 100, [0.2, 0.4], new ExactOptions { Method = SolutionMethod.Window, Threads = 1 });
        ExactResult two = Verified.Solve(model, 100, [0.2, 0.4], new ExactOptions { Method = SolutionMethod.Window, Threads = 2 });
        Assert.Equal(one.Moments.Mean[1], two.Moments.Mean[1]);
        Assert.Equal(one.Moments.Covariance[1].Cast<double>(), two.Moments.Covariance[1].Cast<double>());
        Assert.Equal(one.Checks[1].WindowError, two.Checks[1].WindowError);
        Assert.StartsWith("window", one.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_out_of_reach_of_the_memory_is_refused_with_what_to_do()
    {
        InputException exception = Assert.Throws<InputException>(() => ExactSolver.Solve(
            Model("retrieval"), 2000, [1], new ExactOptions { Method = SolutionMethod.Window, MemoryLimit = 10_000_000 }));
        Assert.Contains("10 MB", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tilted_rates_have_no_window()
    {
        InputException exception = Assert.Throws<InputException>(() => ExactSolver.Solve(
            TwoAxes(), 10, [1], new ExactOptions { Method = SolutionMethod.Window }));
        Assert.Contains("Use full", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_states_go_to_a_window_by_themselves()
    {
        ExactPlan large = ExactSolver.Plan(Model("retrieval"), 1000, [1]);
        Assert.Equal(SolutionMethod.Window, large.Method);
        Assert.Equal(SolutionMethod.Full, ExactSolver.Plan(Model("retrieval"), 50, [1]).Method);
        Assert.Equal(SolutionMethod.Full, ExactSolver.Plan(TwoAxes(), 50, [1]).Method);
    }

    private void AssertWithinBound(string name, int spins, double tolerance, double end)
    {
        (WindowedEvolution window, FullEvolution full) = Evolve(name, spins, tolerance, end, frozen: false);
        double error = Difference(full, window);
        double bound = window.IntegrationError + window.WindowError!.Value;
        output.WriteLine(
            $"{name}, {spins} spins, t = {end}: true error {error:E2}, bound {bound:E2}, asked {tolerance:E0}; "
            + $"{window.MaxNumbers} of {full.State.Layout.Numbers} numbers");

        // The bound does not include the rounding of either run.
        Assert.True(error <= bound + 1e-13, $"Error {error:E2} above the bound {bound:E2}.");
        Assert.True(bound <= tolerance, $"Bound {bound:E2} above the tolerance {tolerance:E0}.");
    }

    private static (WindowedEvolution Window, FullEvolution Full) Evolve(string name, int spins, double tolerance, double end, bool frozen)
    {
        WindowedEvolution window = Window(name, spins, tolerance, end, frozen);
        (Representation representation, CollectiveSystem system) = Problem(name, spins);
        var full = new FullEvolution(system, new SectorOperators(system, new SectorGraph(system.Spins)), representation, 1e-13 / end, 2);
        foreach (StateEvolution evolution in new StateEvolution[] { window, full })
        {
            while (evolution.Time < end)
            {
                evolution.StepTowards(end, default);
            }
        }

        return (window, full);
    }

    private static WindowedEvolution Window(string name, int spins, double tolerance, double end, bool frozen = false)
    {
        (Representation representation, CollectiveSystem system) = Problem(name, spins);
        var operators = new SectorOperators(system, new SectorGraph(system.Spins));
        return new WindowedEvolution(system, operators, representation, tolerance, end, 2, 8e9) { Frozen = frozen };
    }

    private static (Representation Representation, CollectiveSystem System) Problem(string name, int spins) =>
        FrameChoice.Options(BlockMerger.Merge(CollectiveSystem.Of(Model(name), name is "general jump" ? spins : spins / 2))).First();

    // The sum of the moduli of the difference, an upper bound of its trace norm.
    private static double Difference(FullEvolution full, WindowedEvolution window)
    {
        double sum = 0;
        foreach (Strip strip in full.State.Layout.Strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                Complex difference = full.State[strip, i] - window.State[strip.Sector, strip.Row + i, strip.Column + i];
                sum += (strip.IsDiagonal ? 1 : 2) * difference.Magnitude;
            }
        }

        return sum;
    }

    private static CollectiveModel Model(string name)
    {
        if (name is "general jump")
        {
            JumpChannel jump = TestModels.Channel(
                new SpinOperator(0.3, new Complex(0.5, 0.4), -0.2, 0.1), new ExponentialRate(0.5, -0.3), new PauliVector(0, 0, 1));
            return TestModels.OneBlock(name, new PauliVector(0.1, 0.2, 0.3), new PauliVector(0.1, 0.2, 0.3), jump);
        }

        string file = name switch
        {
            "retrieval" => "p1-retrieval.yaml",
            "paramagnetic" => "p1-paramagnetic.yaml",
            "near boundary" => "p1-near-boundary.yaml",
            "populations" => "p1-zero-field.yaml",
            "two blocks" => "p2-two-blocks.yaml",
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown case."),
        };
        return LimitTheory.ResolveInitialState(ModelFile.Load(Path.Combine(RepositoryRoot.Path, "reference-data", "models", file)));
    }

    private static CollectiveModel TwoAxes() => TestModels.OneBlock(
        "two axes",
        new PauliVector(0.1, 0.2, 0.3),
        new PauliVector(0.1, 0.2, 0.3),
        TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.6, 0.4), new PauliVector(0.7, 0, 0.2)),
        TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.5, -0.3), new PauliVector(0, 0, 1)));
}
