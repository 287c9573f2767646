using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>Weyl operators at two later times between Weyl operators at time 0, against the 2^N code and what must hold for all.</summary>
public sealed class NestedWeylTests(ITestOutputHelper output)
{
    private const int Count = 24;

    // Both sides are good to 1e-12 or so in trace norm; 1e-9 as for moments.
    private const double Allowed = 1e-9;
    private const double Small = 1e-6;

    private static readonly double[] Times = [0.4, 0.9];

    private static Dictionary<string, Func<NestedWeyl, NestedWeyl>> Changes { get; } = new(StringComparer.Ordinal)
    {
        ["r1"] = each => each with { Left = [0.4 + Small, -0.3, 0.5] },
        ["r2"] = each => each with { Right = [-0.2, 0.5, 0.3 + Small] },
        ["ra"] = each => each with { Inner = each.Inner with { Left = Shifted(each.Inner.Left) } },
        ["rb"] = each => each with { Inner = each.Inner with { Inner = Shifted(each.Inner.Inner) } },
        ["rc"] = each => each with { Inner = each.Inner with { Right = Shifted(each.Inner.Right) } },
        ["t1"] = each => each with { Time = each.Time + Small },
        ["ra and rc exchanged"] = each => each with { Inner = each.Inner.Exchanged },
        ["r1 and r2 exchanged"] = each => each with { Left = each.Right, Right = each.Left },
    };

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Random_models_of_one_and_two_blocks_agree()
    {
        output.WriteLine(Seed.Description);
        RandomModel[] models =
            [.. RandomModels.Draw(Seed.Value, 8 * Count).Where(drawn => drawn.Model.Blocks.Length <= 2).Take(Count)];
        Assert.Contains(models, drawn => drawn.Model.Blocks.Length == 1);
        Assert.Contains(models, drawn => drawn.Model.Blocks.Length == 2);
        double largest = 0;
        foreach ((int i, RandomModel drawn) in models.Index())
        {
            NestedWeyl arguments = Arguments(3 * drawn.Model.Blocks.Length, new Random((int)Seed.Value + i))[i % 3];
            double distance = Distance(drawn.Model, drawn.N, arguments, arguments);
            largest = Math.Max(largest, distance);
            Assert.True(distance <= Allowed, $"model {i}, off by {distance:E2}:{Environment.NewLine}{drawn}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}"));
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [MemberData(nameof(ChangeNames))]
    public void A_changed_argument_is_noticed(string name)
    {
        Assert.InRange(Distance(TwoTimeModels.Moving, 3, General, General), 0, Allowed);
        Assert.True(Distance(TwoTimeModels.Moving, 3, General, Changes[name](General)) > Allowed, name);
    }

    /// <summary>With all signs changed it is the complex conjugate of that with left and right exchanged.</summary>
    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_even_part_is_the_average_with_all_signs_changed()
    {
        NestedWeylSeries plus = NestedWeylSolver.Solve(TwoTimeModels.Moving, 8, Times, General);
        NestedWeylSeries minus = NestedWeylSolver.Solve(TwoTimeModels.Moving, 8, Times, Minus(General));
        for (int t = 0; t < Times.Length; t++)
        {
            Assert.InRange((((plus.Values[t] + minus.Values[t]) / 2) - plus.Even[t]).Magnitude, 0, Allowed);
            Assert.InRange((plus.Values[t] - plus.Even[t]).Magnitude, 1e-3, 1);
            Assert.InRange(plus.Values[t].Magnitude, 0, 1);
        }
    }

    /// <summary>Without operators at t1 it is a triple; operators there that cancel leave the outer ones.</summary>
    [Fact]
    [Trait("Kind", "Invariant")]
    public void Without_operators_at_the_earlier_time_it_is_a_triple()
    {
        NestedWeyl arguments = General with { Inner = General.Inner with { Left = [0, 0, 0], Right = [0, 0, 0] } };
        NestedWeylSeries nested = NestedWeylSolver.Solve(TwoTimeModels.Moving, 9, Times, arguments);
        WeylSeries triple = WeylSolver.Solve(TwoTimeModels.Moving, 9, Times, arguments.Outer);
        Assert.All(nested.Values.Zip(triple.Values), pair => Assert.InRange((pair.First - pair.Second).Magnitude, 0, Allowed));

        // exp(i r.F) exp(-i r.F) = 1: operators at t1 that cancel across an empty inside leave the outer ones.
        NestedWeyl cancelling = General with { Inner = new WeylTriple([0.3, 0.1, -0.6], [0, 0, 0], [-0.3, -0.1, 0.6]) };
        NestedWeylSeries left = NestedWeylSolver.Solve(TwoTimeModels.Moving, 9, Times, cancelling);
        Complex outer = WeylSolver.Solve(TwoTimeModels.Moving, 9, [0], new(General.Left, [0, 0, 0], General.Right)).Values[0];
        Assert.All(left.Values, value => Assert.InRange((value - outer).Magnitude, 0, Allowed));
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void Threads_do_not_matter()
    {
        Assert.Equal(Solve(1), Solve(3));

        static Complex[] Solve(int threads) =>
            [.. NestedWeylSolver.Solve(TwoTimeModels.Moving, 20, Times, General, new ExactOptions { Threads = threads }).Even];
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(-0.1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void An_earlier_time_out_of_order_is_refused(double time)
    {
        string message = Assert.Throws<InputException>(
            () => NestedWeylSolver.Solve(TwoTimeModels.Moving, 3, Times, General with { Time = time })).Message;
        Assert.Contains("earlier of both inner times", message);
        Assert.DoesNotContain('\n', message);
    }

    /// <summary>The parts at the earlier time come on top of what a triple needs; a run beyond the memory is refused.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void Memory_is_estimated_and_obeyed()
    {
        var options = new ExactOptions { MemoryLimit = 20_000_000 };
        RunEstimate nested = NestedWeylSolver.Estimate(TwoTimeModels.Moving, 60, Times, General, options);
        RunEstimate triple = WeylSolver.Estimate(TwoTimeModels.Moving, 60, Times, General.Outer, options);
        Assert.InRange(nested.Bytes, triple.Bytes + (16 * nested.StateSize), double.MaxValue);
        Assert.Contains(
            "Use a smaller n",
            Assert.Throws<InputException>(() => NestedWeylSolver.Solve(TwoTimeModels.Moving, 200, Times, General, options)).Message);
    }

    internal static NestedWeyl General { get; } = new(
        TwoTimeModels.General.Left,
        new WeylTriple([0.3, -0.2, 0.4], TwoTimeModels.General.Inner, [-0.5, 0.1, 0.2]),
        TwoTimeModels.General.Right,
        0.4);

    private static double Distance(CollectiveModel model, int n, NestedWeyl arguments, NestedWeyl solved)
    {
        double[] times = [.. Times.Select(time => Math.Max(time, solved.Time))];
        NestedWeylSeries actual = NestedWeylSolver.Solve(model, n, times, solved);
        Assert.All(actual.Errors, error => Assert.InRange(error, 0, 1e-10));
        var exact = new BruteForceCorrelations(model, n, Times);
        Complex[] expected = exact.Nested(arguments);
        Complex[] mirrored = exact.Nested(Minus(arguments));
        return Enumerable.Range(0, Times.Length).Max(t => Math.Max(
            (expected[t] - actual.Values[t]).Magnitude,
            (((expected[t] + mirrored[t]) / 2) - actual.Even[t]).Magnitude));
    }

    // In general, after a kick, and the same on both sides: the kinds that take different numbers of runs.
    private static NestedWeyl[] Arguments(int size, Random random)
    {
        ImmutableArray<double> Vector() => [.. Enumerable.Range(0, size).Select(_ => (2 * random.NextDouble()) - 1)];
        (ImmutableArray<double> outer, ImmutableArray<double> inner) = (Vector(), Vector());
        return
        [
            new(Vector(), new(Vector(), Vector(), Vector()), Vector(), 0.4),
            new(outer, new(Vector(), Vector(), Vector()), Minus(outer), 0.25),
            new(outer, new(inner, Vector(), inner), outer, 0),
        ];
    }

    private static NestedWeyl Minus(NestedWeyl each) => each with
    {
        Left = Minus(each.Left),
        Inner = new(Minus(each.Inner.Left), Minus(each.Inner.Inner), Minus(each.Inner.Right)),
        Right = Minus(each.Right),
    };

    private static ImmutableArray<double> Minus(ImmutableArray<double> vector) => [.. vector.Select(component => -component)];

    private static ImmutableArray<double> Shifted(ImmutableArray<double> vector) => vector.SetItem(0, vector[0] + Small);
}
