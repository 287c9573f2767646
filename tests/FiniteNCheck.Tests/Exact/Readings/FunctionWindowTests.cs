using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Readings;

/// <summary>Functions of a state held in a window, or with any number of threads.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class FunctionWindowTests(ITestOutputHelper output)
{
    private static readonly string[] Axes = ["x.all", "y.all", "z.all"];

    public static TheoryData<string, int, double> Cases => new()
    {
        { "real", 100, 1e-6 },
        { "real", 200, 1e-10 },
        { "complex", 100, 1e-8 },
        { "complex", 150, 1e-10 },
        { "populations", 200, 1e-8 },
        { "two blocks", 24, 1e-3 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_window_differs_from_the_full_state_by_less_than_the_bounds(string name, int spins, double tolerance)
    {
        CollectiveModel model = Model(name);
        int n = spins / model.Blocks.Length;
        var options = new ExactOptions { Tolerance = tolerance, Functions = [.. Functions(model, n)] };
        ExactResult window = Verified.Solve(model, n, [0.3], options with { Method = SolutionMethod.Window });
        ExactResult full = Verified.Solve(model, n, [0.3], options with { Method = SolutionMethod.Full, Tolerance = 1e-12 });
        Assert.StartsWith("window", window.Method, StringComparison.Ordinal);
        Assert.InRange(window.StateSize, 1, full.StateSize - 1);
        foreach ((StateFunctionSeries actual, StateFunctionSeries expected) in window.Functions.Zip(full.Functions))
        {
            double difference = Math.Abs(actual.Values[0] - expected.Values[0]);
            output.WriteLine($"{actual.Function}: {actual.Values[0]:G8}, off by {difference:E1}, bound {actual.Errors[0]:E1}");
            Assert.True(difference <= actual.Errors[0] + expected.Errors[0], actual.Function.ToString());
        }
    }

    [Theory]
    [Trait("Kind", "Determinism")]
    [InlineData("real", 60, SolutionMethod.Window)]
    [InlineData("complex", 40, SolutionMethod.Full)]
    [InlineData("two blocks", 12, SolutionMethod.Full)]
    public void One_thread_and_two_give_the_same_bits(string name, int spins, SolutionMethod method)
    {
        CollectiveModel model = Model(name);
        int n = spins / model.Blocks.Length;
        var options = new ExactOptions { Method = method, Functions = [.. Functions(model, n)] };
        ExactResult one = Verified.Solve(model, n, [0.1, 0.3], options with { Threads = 1 });
        ExactResult two = Verified.Solve(model, n, [0.1, 0.3], options with { Threads = 2 });
        Assert.Equal(Bits(one), Bits(two));
    }

    /// <summary>The engine's frame differs from the model's, and every representation that is exact gives the same.</summary>
    [Theory]
    [InlineData("real")]
    [InlineData("populations")]
    public void Representations_agree(string name)
    {
        CollectiveModel model = Model(name);
        var options = new ExactOptions { Functions = [.. Functions(model, 20)] };
        ExactResult small = Verified.Solve(model, 20, [0.5], options);
        ExactResult large = Verified.Solve(model, 20, [0.5], options with { Representation = Representation.Complex });
        Assert.NotEqual(small.Method, large.Method);
        Assert.All(small.Functions.Zip(large.Functions), pair => Assert.InRange(
            Math.Abs(pair.First.Values[0] - pair.Second.Values[0]), 0, pair.First.Errors[0] + pair.Second.Errors[0]));
    }

    private static long[] Bits(ExactResult result) =>
        [.. result.Functions.SelectMany(series => series.Values.Concat(series.Errors)).Select(BitConverter.DoubleToInt64Bits)];

    private static CollectiveModel Model(string name) => name switch
    {
        // Rates along x: the engine turns the block.
        "real" => Driven(new PauliVector(0, 0, 0.3), new PauliVector(0.7, 0.3, 0), PauliVector.Along(PauliAxis.X)),
        "complex" => Driven(new PauliVector(0.3, 0.1, -0.2), new PauliVector(0.3, -0.4, 0.6), PauliVector.Along(PauliAxis.Z)),
        "populations" => Driven(PauliVector.Zero, new PauliVector(0, 0, 0.4), PauliVector.Along(PauliAxis.Z)),
        _ => NamedCases.All["one pattern, unsymmetric start"].Model,
    };

    private static CollectiveModel Driven(PauliVector field, PauliVector start, PauliVector axis)
    {
        // sigma_+ and sigma_- of that axis: with axis x, (sigma_y +- i sigma_z)/2 turned by a phase.
        bool isX = axis.X != 0;
        SpinOperator raise = isX ? new(0.5, -0.5, 0.5, -0.5) : SpinOperator.Raise;
        return TestModels.OneBlock(
            "driven",
            field,
            start,
            TestModels.Channel(raise, new ExponentialRate(0.7, 0.8), 0.6 * axis),
            TestModels.Channel(raise.Adjoint(), new ExponentialRate(0.7, -0.8), 0.6 * axis));
    }

    private static IEnumerable<StateFunction> Functions(CollectiveModel model, int n)
    {
        string[] axes = model.Blocks.Length == 1 ? Axes : [.. model.ObservableNames];
        yield return new Purity();
        yield return new Entropy();
        foreach (string a in axes)
        {
            yield return new Probability(a, 1 - (2.0 * (n / 4) / n));
            yield return new Cumulant([a, a, a, a]);
            foreach (string b in axes)
            {
                yield return new Cumulant([a, b]);
                yield return new Cumulant([a, b, b]);
                yield return new Cumulant([a, axes[^1], b, a]);
            }
        }

        if (model.Blocks.Length > 1)
        {
            yield return new LogarithmicNegativity(model.Blocks[0].Name, model.Blocks[1].Name);
        }
    }
}
