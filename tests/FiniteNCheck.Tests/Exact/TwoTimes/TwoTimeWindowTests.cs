using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>Two-time functions in a window: a fluctuation times a state is no state, and its window must not be judged like one.</summary>
public sealed class TwoTimeWindowTests(ITestOutputHelper output)
{
    private const int Count = 6;

    private static readonly double[] Times = [0, 0.3, 0.8];

    public static TheoryData<string, int, double> Cases => new()
    {
        { "T0.5", 100, 1e-6 },
        { "T2", 80, 1e-6 },
        { "moving", 60, 1e-5 },
        { "two blocks", 8, 1e-5 },
    };

    internal static CollectiveModel ModelOf(string name) =>
        string.Equals(name, "two blocks", StringComparison.Ordinal)
            ? FiniteNCheck.Tests.Theory.LimitCorrelationsTests.TwoBlocks
            : TwoTimeModels.All[name];

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Cases))]
    public void The_window_differs_from_the_full_matrix_by_less_than_the_bound(string name, int n, double tolerance) =>
        AssertWithinBound(ModelOf(name), n, tolerance);

    /// <summary>Models with every feature of the format whose rates depend on one axis.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void Random_models_stay_within_the_bound()
    {
        output.WriteLine(Seed.Description);
        RandomModel[] models = [.. RandomModels.Draw(Seed.Value, 40 * Count).Where(HasWindow).Take(Count)];
        foreach (RandomModel drawn in models)
        {
            int spins = drawn.Model.Blocks.Length == 1 ? 60 : 12;
            AssertWithinBound(drawn.Model, drawn.N * Math.Max(1, spins / drawn.Spins), 1e-5);
        }

        Assert.Contains(models, drawn => drawn.Model.Blocks.Length == 1);
        Assert.Contains(models, drawn => drawn.Model.Blocks.Length == 2);
    }

    /// <summary>The bound is not idle: a tolerance in the middle of what matters makes an error that is seen.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_wide_tolerance_is_seen()
    {
        TwoTimeSeries full = Solve(TwoTimeModels.Warm, 60, 1e-12, SolutionMethod.Full);
        double tight = Distance(full, Solve(TwoTimeModels.Warm, 60, 1e-8, SolutionMethod.Window));
        double wide = Distance(full, Solve(TwoTimeModels.Warm, 60, 1e-3, SolutionMethod.Window));
        Assert.InRange(tight, 0, wide / 100);
        Assert.InRange(wide, 1e-7, 1);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void Threads_do_not_matter()
    {
        TwoTimeSeries one = Solve(TwoTimeModels.Warm, 40, 1e-4, SolutionMethod.Window, 1);
        TwoTimeSeries three = Solve(TwoTimeModels.Warm, 40, 1e-4, SolutionMethod.Window, 3);
        Assert.Equal(one.Values[2].Cast<Complex>(), three.Values[2].Cast<Complex>());
        Assert.Equal(one.Errors.ToArray(), three.Errors.ToArray());
    }

    /// <summary>A large matrix goes to a window by itself, small ones do not, and the estimates are those of what is chosen.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void The_method_is_chosen_as_for_a_state()
    {
        var options = new ExactOptions { Tolerance = 1e-6 };
        RunEstimate small = TwoTimeSolver.Estimate(TwoTimeModels.Warm, 40, Times, options);
        Assert.Equal(TwoTimeSolver.Estimate(TwoTimeModels.Warm, 40, Times, InFull(options)), small);
        RunEstimate large = TwoTimeSolver.Estimate(TwoTimeModels.Warm, 1500, Times, options);
        RunEstimate full = TwoTimeSolver.Estimate(TwoTimeModels.Warm, 1500, Times, InFull(options));
        Assert.InRange(large.Bytes, 0, full.Bytes / 4);

        static ExactOptions InFull(ExactOptions options) => options with { Method = SolutionMethod.Full };
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void What_has_no_window_and_what_outgrows_the_memory_is_refused()
    {
        var window = new ExactOptions { Tolerance = 1e-8, Method = SolutionMethod.Window };
        Assert.Contains(
            "rates that depend on one axis",
            Assert.Throws<InputException>(
                () => TwoTimeSolver.Solve(NamedCases.All["three blocks of different sizes"].Model, 2, Times, window)).Message);
        string message = Assert.Throws<InputException>(
            () => TwoTimeSolver.Solve(TwoTimeModels.Warm, 300, Times, window with { MemoryLimit = 3_000_000 })).Message;
        Assert.DoesNotContain('\n', message);
    }

    private static bool HasWindow(RandomModel drawn)
    {
        if (drawn.Model.Blocks.Length > 2)
        {
            return false;
        }

        try
        {
            TwoTimeSolver.Estimate(drawn.Model, drawn.N, Times, new ExactOptions { Method = SolutionMethod.Window });
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    private void AssertWithinBound(CollectiveModel model, int n, double tolerance)
    {
        TwoTimeSeries full = Solve(model, n, 1e-12, SolutionMethod.Full);
        TwoTimeSeries window = Solve(model, n, tolerance, SolutionMethod.Window);
        for (int t = 0; t < Times.Length; t++)
        {
            double distance = Distance(full.Values[t], window.Values[t]);
            output.WriteLine($"{model.Name}, t = {Times[t]}: off by {distance:E2}, bound {window.Errors[t]:E2}");
            Assert.InRange(distance, 0, window.Errors[t] + full.Errors[t]);

            // Two parts of the tolerance each, from the trace norm to elements by sqrt(N); rounding comes on top.
            Assert.InRange(window.Errors[t], 0, (2.5 * tolerance * Math.Sqrt(model.SpinsAt(n).Max())) + 1e-9);
        }
    }

    private static TwoTimeSeries Solve(CollectiveModel model, int n, double tolerance, SolutionMethod method, int threads = 1) =>
        TwoTimeSolver.Solve(
            model,
            n,
            Times,
            columns: [0, (3 * model.Blocks.Length) - 1],
            new ExactOptions { Tolerance = tolerance, Method = method, Threads = threads },
            progress: null,
            CancellationToken.None);

    private static double Distance(TwoTimeSeries one, TwoTimeSeries other) =>
        one.Values.Zip(other.Values).Max(pair => Distance(pair.First, pair.Second));

    private static double Distance(Complex[,] one, Complex[,] other) =>
        one.Cast<Complex>().Zip(other.Cast<Complex>(), (a, b) => (a - b).Magnitude).Max();
}
