using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Tests.Theory;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Verification;

/// <summary>
/// Ladders of exact two-time functions and Weyl operators, judged by the rules of the program: the full drift is confirmed at order 1, the
/// printed one refuted.
/// </summary>
[Trait("Kind", "Convergence")]
public sealed class TwoTimeConvergenceTests(ITestOutputHelper output)
{
    private static readonly int[] Sizes = [12, 16, 20, 24, 32, 40, 48];

    // One part of G may have a small coefficient of 1/N, whose order takes larger sizes to see.
    private static readonly int[] LargeSizes = [24, 32, 40, 48, 64, 80, 96];

    // The usual resolution of what is of order one.
    private const double Resolution = 0.01;

    /// <summary>The even part of G: its real and imaginary part are elements of their own.</summary>
    [Theory]
    [InlineData("T0.5", "general")]
    [InlineData("T0.5", "beside")]
    [InlineData("T0.5", "left")]
    [InlineData("T2", "general")]
    [InlineData("T2", "beside")]
    [InlineData("T2", "kick")]
    [InlineData("moving", "general")]
    public void The_even_part_confirms_the_full_drift_and_refutes_the_printed_one(string model, string triple) =>
        AssertEvenPart(model, triple, model is "moving" ? Sizes : LargeSizes);

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("moving", "beside")]
    [InlineData("moving", "kick")]
    public void The_even_part_does_so_at_larger_sizes(string model, string triple) => AssertEvenPart(model, triple, LargeSizes);

    /// <summary>G itself approaches the limit like the square root: the distance falls by half where N grows by four.</summary>
    [Theory]
    [InlineData("T2")]
    [InlineData("moving")]
    public void Without_the_other_half_the_order_is_one_half(string name)
    {
        CollectiveModel model = TwoTimeModels.All[name];
        Complex limit = LimitOf(model, TwoTimeModels.General, 1, Drift.Full);
        double[] distances = [.. new[] { 16, 64 }.Select(n =>
            (WeylSolver.Solve(model, n, [1], TwoTimeModels.General).Values[0] - limit).Magnitude)];
        double order = Math.Log2(distances[0] / distances[1]) / 2;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: order {order:F3}"));

        // One half and, at these sizes, a tenth from the next order; far from 1.
        Assert.InRange(order, 0.4, 0.65);
    }

    /// <summary>
    /// All nine two-time functions, real and imaginary part, at order 1; the printed drift is off by more than 100 uncertainties.
    /// </summary>
    [Theory]
    [InlineData("T2")]
    [InlineData("moving")]
    public void Two_time_functions_confirm_the_full_drift_and_refute_the_printed_one(string name) =>
        AssertTwoTime(TwoTimeModels.All[name]);

    /// <summary>
    /// Two blocks of different sizes, whose fluctuations respond to each other. So few spins show the order only of all elements together.
    /// </summary>
    [Fact]
    public void Blocks_of_different_sizes_approach_the_full_drift_and_not_the_printed_one()
    {
        CollectiveModel model = LimitCorrelationsTests.TwoBlocks;
        double[] full = Distances(Drift.Full);
        double[] printed = Distances(Drift.Frozen);
        double order = Math.Log2(full[0] / full[1]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"full {full[0]:F4}, {full[1]:F4}, order {order:F3}; printed {printed[0]:F4}, {printed[1]:F4}"));

        // Order 1 to a tenth, from the next order at n = 4 and 8.
        Assert.InRange(order, 0.9, 1.1);
        Assert.InRange(Math.Log2(printed[0] / printed[1]), -1, 0.5);

        double[] Distances(Drift drift)
        {
            Complex[,] limit = LimitCorrelations.TwoTime(model, LimitTheory.Solve(model, [0.5], drift)).Values[0];
            return
            [
                .. new[] { 4, 8 }.Select(n => TwoTimeSolver.Solve(model, n, [0.5]).Values[0].Cast<Complex>()
                    .Zip(limit.Cast<Complex>(), (a, b) => (a - b).Magnitude)
                    .Max()),
            ];
        }
    }

    /// <summary>The same for Weyl operators at two later times, by their even part.</summary>
    [Fact]
    public void At_two_later_times_blocks_of_different_sizes_approach_the_full_drift_and_not_the_printed_one()
    {
        CollectiveModel model = LimitCorrelationsTests.TwoBlocks;
        var arguments = new NestedWeyl(
            [0.4, -0.3, 0.5, 0.1, 0.2, -0.3],
            new WeylTriple([0.3, -0.2, 0.4, -0.1, 0.5, 0.2], [0.5, 0.6, -0.4, 0.3, -0.2, 0.4], [-0.5, 0.1, 0.2, 0.6, -0.3, 0.1]),
            [-0.2, 0.5, 0.3, 0.2, 0.1, -0.4],
            0.5);
        Complex[] even = [.. new[] { 4, 8 }.Select(n => NestedWeylSolver.Solve(model, n, [1.2], arguments).Even[0])];
        double[] full = Distances(Drift.Full);
        double[] printed = Distances(Drift.Frozen);
        double order = Math.Log2(full[0] / full[1]);
        double extrapolated = ((2 * even[1]) - even[0] - Limit(Drift.Full)).Magnitude;
        double missed = ((2 * even[1]) - even[0] - Limit(Drift.Frozen)).Magnitude;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"full {full[0]:F4}, {full[1]:F4}, order {order:F3}, extrapolated {extrapolated:E2}; "
                + $"printed {printed[0]:F4}, {printed[1]:F4}, extrapolated {missed:E2}"));

        // Order 1 to a few tenths, from the next order at n = 4 and 8.
        Assert.InRange(order, 0.7, 1.3);
        Assert.InRange(extrapolated, 0, missed / 5);

        double[] Distances(Drift drift) => [.. even.Select(value => (value - Limit(drift)).Magnitude)];

        Complex Limit(Drift drift) => LimitCorrelations.Weyl(model, arguments, [1.2], drift).Values[0];
    }

    private static void AssertEvenPart(string model, string triple, int[] sizes)
    {
        CollectiveModel of = TwoTimeModels.All[model];
        WeylTriple arguments = triple switch
        {
            "general" => TwoTimeModels.General,
            "beside" => TwoTimeModels.Beside,
            "left" => TwoTimeModels.Left,
            _ => TwoTimeModels.Kick,
        };

        // At T = 0.5 a spin of length 0.95 fluctuates too slowly for these sizes at t = 1.
        double time = model is "T0.5" ? 0.5 : 1;
        (int N, Complex Even, double Error)[] ladder =
        [
            .. sizes
                .Select(n => (N: n, G: WeylSolver.Solve(of, n, [time], arguments)))
                .Select(pair => (pair.N, pair.G.Even[0], pair.G.Errors[0])),
        ];
        ElementFinding[] full = Judge(ladder, LimitOf(of, arguments, time, Drift.Full), time);
        ElementFinding[] printed = Judge(ladder, LimitOf(of, arguments, time, Drift.Frozen), time);
        Assert.All(full, finding => Assert.True(finding.Verdict == Verdict.Confirmed, finding.Reason));
        Assert.Contains(printed, finding => finding.Verdict == Verdict.Refuted);
    }

    private void AssertTwoTime(CollectiveModel model)
    {
        const double time = 1;
        TwoTimeSeries[] ladder = [.. Sizes.Select(n => TwoTimeSolver.Solve(model, n, [time]))];
        int size = 3 * model.Blocks.Length;
        List<ElementFinding> full = [];
        List<ElementFinding> printed = [];
        Complex[,] byFull = LimitCorrelations.TwoTime(model, LimitTheory.Solve(model, [time], Drift.Full)).Values[0];
        Complex[,] byPrinted = LimitCorrelations.TwoTime(model, LimitTheory.Solve(model, [time], Drift.Frozen)).Values[0];
        for (int k = 0; k < size * size; k++)
        {
            (int a, int b) = (k / size, k % size);
            (int, Complex, double)[] values =
                [.. Sizes.Zip(ladder, (n, each) => (n, each.Values[0][a, b], each.Errors[0]))];
            full.AddRange(Judge(values, byFull[a, b], time));
            printed.AddRange(Judge(values, byPrinted[a, b], time));
        }

        ElementFinding worst = printed.Where(finding => finding.Verdict == Verdict.Refuted).MaxBy(finding => finding.Distance)!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"printed: {worst.Distance:F0} uncertainties; {worst.Reason}"));
        Assert.All(full, finding => Assert.True(finding.Verdict == Verdict.Confirmed, finding.Reason));
        Assert.True(worst.Distance > 100, worst.Reason);
    }

    private static Complex LimitOf(CollectiveModel model, WeylTriple triple, double time, Drift drift) =>
        LimitCorrelations.Weyl(model, LimitTheory.Solve(model, [time], drift), triple).Values[0];

    private static ElementFinding[] Judge((int N, Complex Value, double Error)[] ladder, Complex prediction, double time) =>
    [
        Judge(ladder, value => value.Real, prediction, time),
        Judge(ladder, value => value.Imaginary, prediction, time),
    ];

    private static ElementFinding Judge(
        (int N, Complex Value, double Error)[] ladder, Func<Complex, double> part, Complex prediction, double time)
    {
        ImmutableArray<LadderPoint> points =
            [.. ladder.Select(point => new LadderPoint(point.N, point.N, part(point.Value), point.Error, null))];
        return ElementJudge.Judge("part", time, LadderReader.Read(points), part(prediction), 1e-10, Resolution);
    }
}
