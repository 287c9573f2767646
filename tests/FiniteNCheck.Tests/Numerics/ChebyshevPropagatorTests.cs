using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>On problems with known exponentials the result lies within its own error bound.</summary>
[Trait("Kind", "Unit")]
public sealed class ChebyshevPropagatorTests
{
    [Theory]
    [InlineData(1, 1e-6)]
    [InlineData(30, 1e-10)]
    [InlineData(3000, 1e-12)]
    public void Decays_are_within_the_bound(double fastest, double tolerance)
    {
        double[] rates = [.. Enumerable.Range(0, 50).Select(i => -fastest * i / 49)];
        AssertWithinBound(new Modes([.. rates.Select(rate => (rate, 0.0))], fastest), tolerance);
    }

    [Theory]
    [InlineData(20, 1e-8)]
    [InlineData(20, 1e-11)]
    public void Damped_oscillations_are_within_the_bound(double frequency, double tolerance)
    {
        // Imaginary parts lie outside the interval of the series: steps shorten and nothing diverges.
        (double, double)[] modes = [.. Enumerable.Range(0, 20).Select(i => (-50.0 * i / 19, frequency * i / 19))];
        AssertWithinBound(new Modes(modes, 50), tolerance);
    }

    [Fact]
    public void A_decay_bound_that_is_too_small_is_repaired_by_shorter_steps_not_by_wrong_numbers()
    {
        (double, double)[] modes = [(-40, 0), (-1, 0), (0, 0)];
        AssertWithinBound(new Modes(modes, decayBound: 10), 1e-9);
    }

    [Fact]
    public void The_sum_of_steps_is_the_time_asked_for()
    {
        var propagator = new ChebyshevPropagator();
        var system = new Modes([(-500, 0), (0, 0)], 500);
        double[] y = [1, 0, 1, 0];
        double time = 0;
        while (time < 3)
        {
            time += propagator.Step(system, y, 3 - time, 1e-9).Length;
        }

        Assert.Equal(3, time, 12);
        Assert.True(propagator.Steps > 1);
        Assert.InRange(propagator.Applications, propagator.Steps, 1500);
    }

    [Fact]
    public void A_state_that_is_not_finite_is_an_error()
    {
        var propagator = new ChebyshevPropagator();
        Assert.Throws<ArithmeticException>(() => propagator.Step(new Modes([(-1, 0)], 1), [double.NaN, 0], 1, 1e-6));
    }

    [Fact]
    public void Cancellation_leaves_the_state_as_it_was()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        double[] y = [1, 0];
        Assert.Throws<OperationCanceledException>(() => new ChebyshevPropagator().Step(new Modes([(-1, 0)], 1), y, 1, 1e-6, source.Token));
        Assert.Equal([1, 0], y);
    }

    [Fact]
    public void A_step_that_is_cancelled_anywhere_leaves_no_trace()
    {
        // The decay bound is too small, so steps are rejected, and cancellation happens in first and later attempts.
        var modes = new Modes([(-40, 0), (-1, 0), (0, 0)], decayBound: 10);
        double[] undisturbed = [1, 0, 1, 0, 1, 0];
        var whole = new ChebyshevPropagator();
        whole.Step(modes, undisturbed, 2, 1e-9);
        Assert.InRange(whole.RejectedSteps, 1, whole.Applications);
        for (int applications = 0; applications < whole.Applications; applications++)
        {
            using var source = new CancellationTokenSource();
            var propagator = new ChebyshevPropagator();
            double[] y = [1, 0, 1, 0, 1, 0];
            Assert.Throws<OperationCanceledException>(
                () => propagator.Step(new Counted(modes, applications, source), y, 2, 1e-9, source.Token));
            Assert.Equal([1, 0, 1, 0, 1, 0], y);
            Assert.Equal(new ChebyshevPropagator().State, propagator.State);
            propagator.Step(modes, y, 2, 1e-9);
            Assert.Equal(undisturbed, y);
            Assert.Equal(whole.State, propagator.State);
        }
    }

    [Fact]
    public void A_propagator_with_the_same_state_continues_bit_for_bit()
    {
        var modes = new Modes([(-500, 3), (0, 0)], 400);
        double[] y = [1, 0, 1, 0];
        var propagator = new ChebyshevPropagator();
        for (int step = 0; step < 6; step++)
        {
            double[] other = [.. y];
            var next = new ChebyshevPropagator { State = propagator.State };
            Assert.Equal(propagator.Step(modes, y, 3, 1e-9), next.Step(modes, other, 3, 1e-9));
            Assert.Equal(y, other);
            Assert.Equal(propagator.State, next.State);
        }
    }

    private static void AssertWithinBound(Modes system, double tolerance)
    {
        const double End = 2;
        var propagator = new ChebyshevPropagator();
        double[] start = [.. Enumerable.Range(0, system.Length).Select(i => 1.0 / system.Length)];
        double[] y = [.. start];
        double time = 0;
        double bound = 0;
        while (End - time > 1e-13)
        {
            (double step, double error, _) = propagator.Step(system, y, End - time, tolerance / End);
            time += step;
            bound += error;
        }

        double[] exact = system.Exact(start, time);
        double difference = system.Norm([.. y.Zip(exact, (a, b) => a - b)]);
        Assert.True(bound <= tolerance * 1.0001, $"Bound {bound:E2} above the tolerance {tolerance:E0}.");
        Assert.True(difference <= bound + (1e-14 * propagator.Applications), $"Difference {difference:E2} above the bound {bound:E2}.");
    }

    /// <summary>Cancels after a number of applications.</summary>
    private sealed class Counted(ILinearSystem system, int applications, CancellationTokenSource source) : ILinearSystem
    {
        private int left = Cancelled(applications, source);

        public double DecayBound => system.DecayBound;

        public double OscillationBound => system.OscillationBound;

        public void Apply(
            double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0)
        {
            system.Apply(x, y, ofImage, ofX, ofY, sum, weight);
            left = Cancelled(left - 1, source);
        }

        public double Norm(double[] v) => system.Norm(v);

        private static int Cancelled(int left, CancellationTokenSource source)
        {
            if (left == 0)
            {
                source.Cancel();
            }

            return left;
        }
    }

    /// <summary>Independent modes <c>exp((a + i b) t)</c>, each as a real and an imaginary part.</summary>
    private sealed class Modes((double Decay, double Frequency)[] modes, double decayBound) : ILinearSystem
    {
        public int Length => 2 * modes.Length;

        public double DecayBound => decayBound;

        public double OscillationBound => modes.Max(mode => Math.Abs(mode.Frequency));

        public double[] Exact(double[] start, double time)
        {
            double[] y = new double[Length];
            for (int m = 0; m < modes.Length; m++)
            {
                double size = Math.Exp(modes[m].Decay * time);
                (double sin, double cos) = Math.SinCos(modes[m].Frequency * time);
                y[2 * m] = size * ((cos * start[2 * m]) - (sin * start[(2 * m) + 1]));
                y[(2 * m) + 1] = size * ((sin * start[2 * m]) + (cos * start[(2 * m) + 1]));
            }

            return y;
        }

        public void Apply(
            double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0)
        {
            for (int m = 0; m < modes.Length; m++)
            {
                (double a, double b) = modes[m];
                double re = (a * x[2 * m]) - (b * x[(2 * m) + 1]);
                double im = (b * x[2 * m]) + (a * x[(2 * m) + 1]);
                Combine(2 * m, re);
                Combine((2 * m) + 1, im);
            }

            void Combine(int i, double image)
            {
                y[i] = (ofImage * image) + (ofX * x[i]) + (ofY == 0 ? 0 : ofY * y[i]);
                if (sum is not null)
                {
                    sum[i] += weight * y[i];
                }
            }
        }

        public double Norm(double[] v) => v.Sum(Math.Abs);
    }
}
