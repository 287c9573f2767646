using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Stated error bounds hold for stiff rates: rounding is part of them.</summary>
[Trait("Kind", "Analytic")]
public sealed class RoundingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(16)]
    public void Strong_dephasing_of_slow_spins(int n)
    {
        CollectiveModel model = TestModels.OneBlock(
            "stiff",
            new PauliVector(0.5, 0, 0),
            new PauliVector(0, 0, 0.5),
            TestModels.Channel(SpinOperator.Pauli(PauliAxis.Z), TestModels.Constant(1000), PauliVector.Zero),
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(0.1), PauliVector.Zero));
        Ratio(model, n, 0.1, new ExactOptions { Threads = 1 });
    }

    [Fact]
    public void Forty_stiff_models()
    {
        var random = new Random(1717);
        double worst = 0;
        for (int k = 0; k < 40; k++)
        {
            CollectiveModel model = Stiff(random);
            int n = random.Next(2, 13);
            double width = n * (model.Fields[0].Norm + model.Jumps.Sum(jump => Math.Pow(jump.Rate.Value(0), 2)));
            double time = Math.Min(2, 2e4 / (width + 1));
            SolutionMethod method = k % 2 == 0 ? SolutionMethod.Full : SolutionMethod.Window;
            worst = Math.Max(worst, Ratio(model, n, time, new ExactOptions { Threads = 1, Method = method }));
        }

        output.WriteLine($"Largest true error: {worst:F3} of the stated one.");

        // The bound must not be far too large either. Rounding is random; the largest error of forty has been a tenth of the bound or more.
        Assert.InRange(worst, 0.02, 1);
    }

    [Fact]
    public void Ordinary_problems_lose_no_digits()
    {
        // Before rounding was included the stated error was the tolerance, 1e-12.
        ExactResult result = Verified.Solve(TestModels.TwoLargeSpins(), 50, [1], new ExactOptions { Threads = 2 });
        Assert.InRange(result.Checks[0].RoundingError, 1e-14, 1e-12);
        Assert.InRange(result.MeanError(0), 1e-14, 2e-12);
    }

    // Amplitudes and fields spread over four decades.
    private static CollectiveModel Stiff(Random random)
    {
        PauliVector field = random.Next(3) switch
        {
            0 => new PauliVector(0.5, 0, 0),
            1 => new PauliVector(Decades(0.1, 300), 0.3, Decades(0.1, 300)),
            _ => PauliVector.Zero,
        };
        SpinOperator[] operators =
            [SpinOperator.Lower, SpinOperator.Raise, SpinOperator.Pauli(PauliAxis.Z), new(0.25, new(0.5, 0.25), new(0, -0.375), -0.125)];
        JumpChannel[] jumps =
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(
                _ => TestModels.Channel(operators[random.Next(4)], TestModels.Constant(Decades(0.05, 1000)), PauliVector.Zero)),
        ];
        return TestModels.OneBlock("stiff", field, new PauliVector(0.3, 0, random.Next(2) == 0 ? 0.5 : -0.9), jumps);

        double Decades(double from, double to) => from * Math.Pow(to / from, random.NextDouble());
    }

    private double Ratio(CollectiveModel model, int n, double time, ExactOptions options)
    {
        ExactResult result = Verified.Solve(model, n, [time], options);
        double[] mean = IndependentSpins.Mean(model, time);
        double[,] covariance = IndependentSpins.Covariance(mean);
        double meanError = Enumerable.Range(0, 3).Max(a => Math.Abs(mean[a] - result.Moments.Mean[0][a]));
        double covarianceError = Enumerable.Range(0, 9)
            .Max(i => Math.Abs(covariance[i / 3, i % 3] - result.Moments.Covariance[0][i / 3, i % 3]));
        string what = $"{result.Method}, t = {time:G3}: true {meanError:E1} of {result.MeanError(0):E1}, "
            + $"{covarianceError:E1} of {result.CovarianceError(0):E1}";
        output.WriteLine(what);
        double ratio = Math.Max(meanError / result.MeanError(0), covarianceError / result.CovarianceError(0));
        Assert.True(ratio <= 1, what);
        return ratio;
    }
}
