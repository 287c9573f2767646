using System.Runtime.Intrinsics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Generator.Kernels;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Generator;

/// <summary>The vectorised kernels against the scalar reference, on random Hermitian matrices.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class KernelTests
{
    // A few hundred additions of terms of size |G|, rounded in a different order.
    private const double Rounding = 1e-13;

    public static TheoryData<string, int, Representation> Cases => new()
    {
        { "general jump", 1, Representation.Complex },
        { "general jump", 7, Representation.Complex },
        { "general jump, real", 8, Representation.Real },
        { "one pattern", 1, Representation.Real },
        { "one pattern", 6, Representation.Real },
        { "one pattern", 40, Representation.Real },
        { "one pattern", 6, Representation.Complex },
        { "one pattern, no field", 7, Representation.Populations },
        { "tilted axis", 1, Representation.Complex },
        { "tilted axis", 7, Representation.Complex },
        { "two axes", 5, Representation.Complex },
        { "two axes, real", 5, Representation.Real },
        { "two blocks", 3, Representation.Complex },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Kernel_and_scalar_reference_agree(string name, int n, Representation representation)
    {
        (StateLayout layout, SectorOperators operators, _) = Prepare(name, n, representation);
        double[] state = Random(layout);
        double[] expected = NaiveGenerator.Apply(layout, operators, state);
        double[] actual = Kernel(layout, operators, state, threads: 1);
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.InRange(actual[i] - expected[i], -Rounding * scale, Rounding * scale);
        }

        Assert.Equal(actual, Kernel(layout, operators, state, threads: 2));
    }

    [Fact]
    public void A_changed_coefficient_is_seen()
    {
        (StateLayout layout, SectorOperators operators, CollectiveSystem system) = Prepare("one pattern", 6, Representation.Real);
        double[] state = Random(layout);
        double[] expected = NaiveGenerator.Apply(layout, operators, state);
        double[] actual = Kernel(layout, new ChangedOperators(system, layout.Graph), state, threads: 1);
        Assert.True(expected.Zip(actual).Max(pair => Math.Abs(pair.First - pair.Second)) > 100 * Rounding * expected.Max(Math.Abs));
    }

    [Fact]
    public void Registers_of_any_width_agree_with_the_scalar_kernel()
    {
        var random = new Random(2);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] x = Numbers(1000);
        double[] weights = Numbers(1000);
        int[] offsets = [64, 100, 200, 130, 300, 400, 70, 310, 410, 90, 500, 66, 120, 320];
        foreach (int length in new[] { 2, 6, 16, 30, 64, 102 })
        {
            double[] scalar = Run((update, terms) => ScalarKernel.Run(update, weights, terms, (64, length)));
            double[] narrow = Run((update, terms) => StripKernel.Run<Lanes256, Vector256<double>>(update, weights, terms, (64, length)));
            double[] wide = Run((update, terms) => StripKernel.Run<Lanes512, Vector512<double>>(update, weights, terms, (64, length)));
            Assert.Equal(narrow, wide);
            Assert.All(scalar.Zip(narrow), pair => Assert.Equal(pair.First, pair.Second, 14));
        }

        // Two real products and one with a factor i, a real single weight and one with a factor i.
        double[] Run(Action<StripUpdate, TermListOf> kernel)
        {
            double[] y = [.. x];
            double[] sum = [.. weights];
            kernel(new StripUpdate(x, y, 0.7, -0.2, 0.4, sum, 0.3), new TermListOf(offsets));
            return [.. y, .. sum];
        }
    }

    [Fact]
    public void Two_strips_at_once_agree_with_one_after_the_other_for_registers_of_any_width()
    {
        var random = new Random(3);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] x = Numbers(1000);
        double[] weights = Numbers(1000);

        // Two real products and one with a factor i, a real single weight and one with a factor i: first the sources, then the weights.
        int[] both = [64, 264, 100, 200, 130, 330, 300, 400, 70, 250, 310, 410, 90, 280, 500, 510, 66, 220, 120, 320];
        foreach ((int length, int otherLength) in new[] { (16, 16), (34, 30), (64, 48), (102, 98) })
        {
            var terms = new TermListOf(both);
            (int, int) strip = (64, length);
            (int, int) other = (500, otherLength);
            Assert.Equal(
                OneByOne(4), Run(update => PairKernel.Run<Lanes256, Vector256<double>>(update, weights, terms, strip, other)));
            Assert.Equal(
                OneByOne(8), Run(update => PairKernel.Run<Lanes512, Vector512<double>>(update, weights, terms, strip, other)));

            double[] OneByOne(int lanes) => Run(update =>
            {
                StripKernel.Run<Lanes256, Vector256<double>>(update, weights, new TermListOf(Own(0, lanes)), strip);
                StripKernel.Run<Lanes256, Vector256<double>>(update, weights, new TermListOf(Own(1, lanes)), other);
            });
        }

        int[] Own(int strip, int lanes) =>
        [
            both[strip], both[2] + (strip * lanes), both[3],
            both[4 + strip], both[6] + (strip * lanes), both[7],
            both[8 + strip], both[10] + (strip * lanes), both[11],
            both[12 + strip], both[14 + strip],
            both[16 + strip], both[18 + strip],
        ];

        double[] Run(Action<StripUpdate> kernel)
        {
            double[] y = [.. x];
            double[] sum = [.. weights];
            kernel(new StripUpdate(x, y, 0.7, -0.2, 0.4, sum, 0.3));
            return [.. y, .. sum];
        }
    }

    [Fact]
    public void Applying_the_generator_allocates_nothing()
    {
        (StateLayout layout, SectorOperators operators, _) = Prepare("one pattern", 40, Representation.Real);
        var generator = new BandedGenerator(layout, operators, 1);
        double[] state = Random(layout);
        double[] derivative = new double[layout.Length];
        generator.Apply(state, derivative);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            generator.Apply(state, derivative, 1, 2, -1, state, 0);
            generator.Norm(derivative);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double[] Kernel(StateLayout layout, SectorOperators operators, double[] state, int threads)
    {
        ILinearSystem generator = operators.IsBanded
            ? new BandedGenerator(layout, operators, threads)
            : new TiltedGenerator(layout, operators, threads);
        double[] derivative = new double[layout.Length];
        foreach (Strip strip in layout.Strips)
        {
            Array.Fill(derivative, double.NaN, strip.Offset, strip.Length * layout.Width);
        }

        generator.Apply(state, derivative);
        return derivative;
    }

    private static (StateLayout Layout, SectorOperators Operators, CollectiveSystem System) Prepare(
        string name, int n, Representation representation)
    {
        var system = CollectiveSystem.Of(Model(name), n);
        CollectiveSystem framed = FrameChoice.Options(system).First(option => option.Representation == representation).System;
        var graph = new SectorGraph(framed.Spins);
        return (new StateLayout(graph, representation), new SectorOperators(framed, graph), framed);
    }

    private static CollectiveModel Model(string name)
    {
        JumpChannel tilted = TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.6, 0.4), new PauliVector(0.7, 0, 0.2));
        JumpChannel upright = TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.5, -0.3), new PauliVector(0, 0, 1));
        var mixing = new SpinOperator(0.3, 0.5, -0.2, 0.1);
        return name switch
        {
            "general jump" => TestModels.OneBlock(
                name, new PauliVector(0.1, 0.2, 0.3), new PauliVector(0.1, 0.2, 0.3),
                upright with { Operator = mixing with { UpDown = new System.Numerics.Complex(0.5, 0.4) } }) with
            {
                Couplings = [new PairCoupling(0, PauliAxis.X, 0, PauliAxis.X, 0.7), new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, 0.2)],
            },
            "general jump, real" => TestModels.OneBlock(
                name, new PauliVector(0, 0.2, 0), new PauliVector(0.3, 0, 0.1), upright with { Operator = mixing }) with
            {
                Couplings = [new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, 0.7)],
            },
            "one pattern" => TestModels.OneBlock(
                name, new PauliVector(0.2, 0, 0), new PauliVector(0, 0.3, 0.5), upright,
                TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.5, 0.3), new PauliVector(0, 0, 1))),
            "one pattern, no field" => TestModels.OneBlock(name, PauliVector.Zero, new PauliVector(0, 0, 0.5), upright),
            "tilted axis" => TestModels.TiltedAxis(),
            "two axes" => TestModels.OneBlock(name, new PauliVector(0.1, 0.2, 0.3), new PauliVector(0.1, 0.2, 0.3), tilted, upright),
            "two axes, real" => TestModels.OneBlock(name, new PauliVector(0, 0.2, 0), new PauliVector(0.3, 0, 0.1), tilted, upright),
            "two blocks" => TestModels.TwoLargeSpins() with
            {
                Couplings = [new PairCoupling(0, PauliAxis.X, 1, PauliAxis.Z, 0.7), new PairCoupling(1, PauliAxis.Y, 1, PauliAxis.X, 0.3)],
            },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown case."),
        };
    }

    private static double[] Random(StateLayout layout)
    {
        var random = new Random(1);
        double[] state = new double[layout.Length];
        foreach (Strip strip in layout.Strips)
        {
            for (int i = 0; i < strip.Length * layout.Width; i++)
            {
                bool realByHermiticity = layout.IsComplex && strip.IsDiagonal && i % 2 == 1;
                state[strip.Offset + i] = realByHermiticity ? 0 : random.NextDouble() - 0.5;
            }
        }

        return state;
    }

    /// <summary>A list of terms that a delegate can take.</summary>
    private sealed record TermListOf(int[] Offsets)
    {
        public static implicit operator TermList(TermListOf list) => new(list.Offsets, new TermCounts(2, 1, 1, 1));
    }

    /// <summary>The operators of a system with one Kraus coefficient of the third sector changed.</summary>
    private sealed class ChangedOperators(CollectiveSystem system, SectorGraph graph) : SectorOperators(system, graph)
    {
        public override SectorMap[] Incoming(Sector target)
        {
            SectorMap[] maps = base.Incoming(target);
            if (target.Index == 2)
            {
                double[] elements = maps.First(map => map.Source != map.Target).Shifts[0].Re;
                elements[Array.FindIndex(elements, element => element != 0)] *= 1 + 1e-6;
            }

            return maps;
        }
    }
}
