using System.Diagnostics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>
/// Whatever the model and its initial state: either a result whose bound holds against the full density matrix where that fits, or a
/// refusal before anything is computed; and an estimate that is right within its factor.
/// </summary>
[Trait("Kind", "CrossCheck")]
public sealed class WideModelTests(ITestOutputHelper output)
{
    // At the size of a trial each of three blocks has too few spins to tell how far their state spreads: where the estimate is a lower
    // bound, a window that is not small has held 27 times as many numbers.
    private const double MaxUncertainState = 1e6;

    [Fact]
    public void Ten_models() => Run(seed: 20_261_126, count: 10, largestRun: 0.4);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("Speed", "Slow")]
    public void A_hundred_models(int seed) => Run(seed, count: 100, largestRun: 4);

    private void Run(int seed, int count, double largestRun)
    {
        output.WriteLine($"seed {seed}");
        var models = new WideModels(seed);
        (int full, int windows, int refused, int compared, double worst) = (0, 0, 0, 0, 0);
        (double low, double high) = (1, 1);
        for (int k = 0; k < count;)
        {
            (CollectiveModel model, int n, double time, ExactOptions options) = models.Next();
            ExactPlan plan = ExactSolver.Plan(model, n, [time], options);
            if (!plan.Taken.Fits || plan.Taken.Seconds > 1e10)
            {
                Assert.Throws<InputException>(() => ExactSolver.Solve(model, n, [time], options));
                refused++;
                k++;
                continue;
            }

            // Larger runs are skipped.
            bool isUncertain = model.Blocks.Length > 2 && plan.Taken is { IsAtLeast: true, StateSize: > MaxUncertainState };
            if (plan.Taken.Seconds > largestRun || isUncertain)
            {
                continue;
            }

            long started = Stopwatch.GetTimestamp();
            string start = string.Join(' ', ((ProductState)model.Initial).Bloch.Select(b => $"({b.X:G2}, {b.Y:G2}, {b.Z:G2})"));
            string what = $"{k}: n = {n}, t = {time:G3}, tolerance {options.Tolerance:G2}, {plan.Method}, {start}, "
                + $"{model.Jumps.Length} jumps, {model.Couplings.Length} couplings";
            ExactResult result = Verified.Solve(model, n, [time], options);
            what += $", {result.Steps} steps, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s of {plan.Taken.Seconds:F1} s";
            k++;
            (full, windows) = plan.Method == SolutionMethod.Window ? (full, windows + 1) : (full + 1, windows);

            // Rounding, 32 epsilon of the state per step, may exceed the tolerance, and is then stated.
            double allowed = options.Tolerance + (3e-13 * result.Steps) + result.Checks[0].RoundingError;
            Assert.True(result.MeanError(0) <= allowed, $"{what}: stated error {result.MeanError(0):E1}");
            if (plan.Method == SolutionMethod.Window)
            {
                double ratio = result.StateSize / plan.Taken.StateSize;
                what += $", {ratio:F2} of the numbers";

                // Small windows consist mostly of margins, which not every state needs.
                Assert.True(plan.Taken.IsAtLeast || (ratio < 4 && (ratio > 1.0 / 8 || plan.Taken.StateSize < 1e6)), what);
                (low, high) = (Math.Min(low, ratio), Math.Max(high, ratio));
                if (plan.Full.Fits && plan.Full.Seconds < 2 * largestRun)
                {
                    var inFull = options with { Method = SolutionMethod.Full, Tolerance = 1e-13 };
                    worst = Math.Max(worst, Compare(result, Verified.Solve(model, n, [time], inFull), what));
                    compared++;
                }
            }

            output.WriteLine(what);
        }

        output.WriteLine(
            $"{count} models: {full} in full, {windows} in a window, of which {compared} compared, {refused} refused; "
            + $"worst difference {worst:F3} of the bound; windows held {low:F2} to {high:F2} of the estimate.");
    }

    private static double Compare(ExactResult window, ExactResult full, string what)
    {
        double worst = 0;
        double[] mean = window.Moments.Mean[0];
        for (int a = 0; a < mean.Length; a++)
        {
            worst = Math.Max(worst, Math.Abs(mean[a] - full.Moments.Mean[0][a]) / (window.MeanError(0) + full.MeanError(0)));
            for (int b = 0; b < mean.Length; b++)
            {
                double difference = Math.Abs(window.Moments.Covariance[0][a, b] - full.Moments.Covariance[0][a, b]);
                worst = Math.Max(worst, difference / (window.CovarianceError(0) + full.CovarianceError(0)));
            }
        }

        Assert.True(worst <= 1, $"{what}: the difference is {worst:F2} of the bound.");
        return worst;
    }
}
