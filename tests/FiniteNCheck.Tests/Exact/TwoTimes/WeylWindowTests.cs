using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>Weyl operators in a window against matrices in full: rotations move what a window holds, and nothing may be lost.</summary>
public sealed class WeylWindowTests(ITestOutputHelper output)
{
    private static readonly double[] Times = [0.4, 0.8];

    public static TheoryData<string, int, double> Cases => new()
    {
        { "T0.5", 100, 1e-6 },
        { "T2", 80, 1e-8 },
        { "moving", 60, 1e-5 },
        { "two blocks", 8, 1e-5 },
    };

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Cases))]
    public void The_window_differs_from_the_full_matrix_by_less_than_the_bound(string name, int n, double tolerance)
    {
        CollectiveModel model = TwoTimeWindowTests.ModelOf(name);
        double[] times = [0, .. Times];
        WeylSeries full = WeylSolver.Solve(model, n, times, Triple(model), In(SolutionMethod.Full, 1e-12));
        WeylSeries window = WeylSolver.Solve(model, n, times, Triple(model), In(SolutionMethod.Window, tolerance));
        AssertWithinBound(full.Even, window.Even, full.Errors, window.Errors, tolerance * Steepness(model, n));
        AssertWithinBound(full.Values, window.Values, full.Errors, window.Errors, tolerance * Steepness(model, n));
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Cases))]
    public void So_it_does_with_two_inner_times(string name, int n, double tolerance)
    {
        CollectiveModel model = TwoTimeWindowTests.ModelOf(name);
        NestedWeyl arguments = new(Triple(model).Left, Triple(model), Triple(model).Right, 0.3);
        NestedWeylSeries full = NestedWeylSolver.Solve(model, n, Times, arguments, In(SolutionMethod.Full, 1e-12));
        NestedWeylSeries window = NestedWeylSolver.Solve(model, n, Times, arguments, In(SolutionMethod.Window, tolerance));
        AssertWithinBound(full.Even, window.Even, full.Errors, window.Errors, 2 * tolerance * Steepness(model, n));
    }

    /// <summary>The bound is not idle: a tolerance in the middle of what matters makes an error that is seen.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_wide_tolerance_is_seen()
    {
        WeylSeries full = Solve(1e-12, SolutionMethod.Full);
        double tight = Distance(full.Values, Solve(1e-8, SolutionMethod.Window).Values);
        double wide = Distance(full.Values, Solve(1e-3, SolutionMethod.Window).Values);
        Assert.InRange(tight, 0, wide / 100);
        Assert.InRange(wide, 1e-7, 1);

        static WeylSeries Solve(double tolerance, SolutionMethod method) =>
            WeylSolver.Solve(TwoTimeModels.Warm, 60, Times, TwoTimeModels.General, In(method, tolerance));
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void Threads_do_not_matter()
    {
        Assert.Equal(Solve(1), Solve(3));

        static Complex[] Solve(int threads)
        {
            ExactOptions options = In(SolutionMethod.Window, 1e-4) with { Threads = threads };
            return [.. WeylSolver.Solve(TwoTimeModels.Warm, 40, Times, TwoTimeModels.General, options).Values];
        }
    }

    /// <summary>A kick turns a state into another one, whose averages the limit of its angle gives: a start of one part alone.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_kicked_state_has_a_window()
    {
        WeylTriple kick = TwoTimeModels.General with { Right = [.. TwoTimeModels.General.Left.Select(x => -x)] };
        WeylSeries full = WeylSolver.Solve(TwoTimeModels.Warm, 60, Times, kick, In(SolutionMethod.Full, 1e-12));
        WeylSeries window = WeylSolver.Solve(TwoTimeModels.Warm, 60, Times, kick, In(SolutionMethod.Window, 1e-6));
        AssertWithinBound(full.Values, window.Values, full.Errors, window.Errors, 1e-6 * Steepness(TwoTimeModels.Warm, 60));
    }

    /// <summary>A large matrix goes to a window by itself and needs little memory there.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void The_method_is_chosen_as_for_a_state()
    {
        var options = new ExactOptions { Tolerance = 1e-6 };
        RunEstimate chosen = WeylSolver.Estimate(TwoTimeModels.Warm, 1500, Times, TwoTimeModels.General, options);
        RunEstimate full = WeylSolver.Estimate(
            TwoTimeModels.Warm, 1500, Times, TwoTimeModels.General, options with { Method = SolutionMethod.Full });
        Assert.InRange(chosen.Bytes, 0, full.Bytes / 4);
    }

    private static WeylTriple Triple(CollectiveModel model)
    {
        WeylTriple one = TwoTimeModels.General;
        return model.Blocks.Length == 1
            ? one
            : new WeylTriple([.. one.Left, .. one.Right], [.. one.Inner, .. one.Left], [.. one.Right, .. one.Inner]);
    }

    private static ExactOptions In(SolutionMethod method, double tolerance) => new() { Method = method, Tolerance = tolerance };

    // By how much the error of the averages, or of a part, enters.
    private static double Steepness(CollectiveModel model, int n) => 10 + (4 * Math.Sqrt(model.SpinsAt(n).Max()));

    private void AssertWithinBound(
        IReadOnlyList<Complex> full,
        IReadOnlyList<Complex> window,
        IReadOnlyList<double> ofFull,
        IReadOnlyList<double> ofWindow,
        double largest)
    {
        for (int t = 0; t < full.Count; t++)
        {
            double distance = (full[t] - window[t]).Magnitude;
            output.WriteLine($"{t}: off by {distance:E2}, bound {ofWindow[t]:E2}");
            Assert.InRange(distance, 0, ofWindow[t] + ofFull[t]);
            Assert.InRange(ofWindow[t], 0, largest);
        }
    }

    private static double Distance(IReadOnlyList<Complex> one, IReadOnlyList<Complex> other) =>
        one.Zip(other, (a, b) => (a - b).Magnitude).Max();
}
