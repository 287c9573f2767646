using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>From any point on or in the Bloch sphere, every method reaches the moments known in closed form.</summary>
[Trait("Kind", "Analytic")]
public sealed class OrdinaryStartTests
{
    private static readonly PauliVector XField = new(0.5, 0, 0);

    public static TheoryData<double, double, double> Starts => new()
    {
        { 0, 0, -1 }, { 0, 0, 1 }, { 0, 0, 0.5 }, { 0, 0, -0.5 }, { 0, 0, -0.9 }, { 0, 0, 0 },
        { 1, 0, 0 }, { 0, 1, 0 }, { 0.6, 0, -0.8 }, { 0.36, 0.48, 0.8 }, { 6e-17, 0, 1 }, { 1e-9, -1e-9, 0.3 },
    };

    /// <summary>Unit vectors as other programs write them, too long by rounding or by the most that the format allows.</summary>
    public static TheoryData<double, double, double> TooLong => new()
    {
        { 0, 0, 1.0000000000000002 }, { 0, 0, -1.0000000000000002 }, { 1.0000000000005, 0, 0 }, { 0, 0, 1.0000000000009 },
        { 0, 1.0000000000000002, 0 }, { 0.6, 0, 0.8000000000000002 }, { 1e-8, 0, 1.0000000000000002 },
        { 0.5773502691896258, 0.5773502691896258, 0.5773502691896258 },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void Spins_in_a_field_alone_precess_in_a_window(double x, double y, double z)
    {
        // Without jumps, a leak of low order in the step once shortened the steps without end.
        foreach (double tolerance in new[] { 1e-6, 1e-8, 1e-12 })
        {
            var options = new ExactOptions { Tolerance = tolerance, Method = SolutionMethod.Window };
            AssertIndependent(TestModels.OneBlock("field", XField, new PauliVector(x, y, z)), 200, 1, options);
        }
    }

    [Theory]
    [InlineData(1e-9, 20)]
    [InlineData(1e-15, 30)]
    [InlineData(1e-60, 12)]
    [InlineData(1e-160, 6)]
    public void A_start_that_is_nearly_a_pole_is_one(double tilt, int n)
    {
        // Powers of the tilt cover the whole range of a double; a check of the state once looped for ever.
        var zField = new PauliVector(0, 0, 1.2);
        AssertIndependent(TestModels.OneBlock("tilt", zField, new PauliVector(tilt, 0, -1)), n, 0.4, new ExactOptions());
        var window = new ExactOptions { Method = SolutionMethod.Window };
        AssertIndependent(TestModels.OneBlock("tilt", XField, new PauliVector(tilt, 0, 0.5)), n, 0.4, window);
    }

    [Fact]
    public void The_method_that_is_taken_by_itself_starts_at_a_pole()
    {
        // Without jumps J is conserved: the symmetric sector alone is small enough to be held in full.
        CollectiveModel model = TestModels.OneBlock("pole", XField, new PauliVector(0, 0, -1));
        string method = AssertIndependent(model, 200, 1, new ExactOptions()).Method;
        Assert.StartsWith("full (the state is small)", method, StringComparison.Ordinal);
        JumpChannel dephasing = TestModels.Channel(SpinOperator.Pauli(PauliAxis.Z), TestModels.Constant(0.05), PauliVector.Zero);
        model = model with { Jumps = [dephasing] };
        Assert.StartsWith("window", AssertIndependent(model, 200, 1, new ExactOptions()).Method, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-120.44, 43.03, -142.38, 0.5)]
    [InlineData(0, 0, 300, 1)]
    [InlineData(400, 0, 0, 0)]
    public void A_strong_field_without_jumps_is_followed(double x, double y, double z, double start)
    {
        // No decay bounds the spectrum; steps once shrank with the time left.
        CollectiveModel model = TestModels.OneBlock("strong", new PauliVector(x, y, z), new PauliVector(0, start, 0));
        AssertIndependent(model, 30, 0.04, new ExactOptions { Method = SolutionMethod.Full });
        AssertIndependent(model, 30, 0.04, new ExactOptions { Method = SolutionMethod.Window });
    }

    [Theory]
    [MemberData(nameof(TooLong))]
    public void A_vector_that_rounding_made_longer_than_1_is_the_unit_vector(double x, double y, double z)
    {
        CollectiveModel model = TestModels.OneBlock(
            "long",
            new PauliVector(0, 0, 0.7),
            new PauliVector(x, y, z),
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(0.6), PauliVector.Zero));
        foreach (Representation representation in new[] { Representation.Auto, Representation.Complex })
        {
            foreach (SolutionMethod method in new[] { SolutionMethod.Full, SolutionMethod.Window })
            {
                AssertIndependent(model, 9, 0.4, new ExactOptions { Representation = representation, Method = method });
            }
        }

        TheoryResult theory = LimitTheory.Solve(model, [0.4], Drift.Full);
        double[] mean = IndependentSpins.Mean(model, 0.4);
        Assert.All(mean.Zip(theory.Moments.Mean[0]), pair => Assert.Equal(pair.First, pair.Second, theory.MeanError + 1e-14));
    }

    [Fact]
    public void Every_block_is_shortened()
    {
        var model = new CollectiveModel
        {
            Name = "two",
            Blocks = [new Block("a", 1), new Block("b", 2)],
            Fields = [XField, new PauliVector(0, 0.2, 0)],
            Jumps = [new JumpChannel(1, SpinOperator.Raise, TestModels.Constant(0.5), [PauliVector.Zero, PauliVector.Zero])],
            Initial = new ProductState([new PauliVector(0, 0, 1.0000000000000002), new PauliVector(0, 0, -1.0000000000000002)]),
        };
        AssertIndependent(model, 4, 1, new ExactOptions { Method = SolutionMethod.Full });
        AssertIndependent(model, 4, 1, new ExactOptions { Method = SolutionMethod.Window, Tolerance = 1e-8 });
    }

    private static ExactResult AssertIndependent(CollectiveModel model, int n, double time, ExactOptions options)
    {
        ExactResult result = Verified.Solve(model, n, [time], options with { Threads = 1 });
        double[] mean = IndependentSpins.Mean(model, time);
        double[,] covariance = IndependentSpins.Covariance(mean);
        for (int a = 0; a < mean.Length; a++)
        {
            // The stated bounds hold, and are about as small as asked for: at N = 200 and 1e-12 a window adds up rounding.
            Assert.InRange(Math.Abs(mean[a] - result.Moments.Mean[0][a]), 0, result.MeanError(0));
            for (int b = 0; b < mean.Length; b++)
            {
                Assert.InRange(Math.Abs(covariance[a, b] - result.Moments.Covariance[0][a, b]), 0, result.CovarianceError(0));
            }
        }

        Assert.InRange(result.MeanError(0), 0, options.Tolerance + 2e-11);
        return result;
    }
}
