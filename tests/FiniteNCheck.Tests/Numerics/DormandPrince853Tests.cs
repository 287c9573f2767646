using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>The explicit order-8 integrator against closed forms, with its order fitted.</summary>
[Trait("Kind", "Convergence")]
public sealed class DormandPrince853Tests
{
    // dy/dt = t^(p-1) p has the solution t^p: quadrature of the nodes and weights, exact up to degree 7 in the integrand.
    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(8, true)]
    [InlineData(10, false)]
    public void One_step_integrates_powers_up_to_the_order(int power, bool exact)
    {
        var system = new Scalar((t, _) => power * Math.Pow(t, power - 1));
        var integrator = new DormandPrince853(system, 1e300, firstStep: 1);
        double[] y = [0];
        integrator.Advance(y, 0, 1);

        // Reason for 1e-14: a dozen products of order ten, rounded.
        Assert.Equal(exact, Math.Abs(y[0] - 1) < 1e-14);
        Assert.Equal(1, integrator.Steps);
    }

    [Fact]
    public void The_global_error_falls_with_the_eighth_power_of_the_step()
    {
        double coarse = OscillatorError(steps: 8);
        double fine = OscillatorError(steps: 16);
        double order = Math.Log2(coarse / fine);

        // The next term of the error expansion shifts the fitted order by a few tenths at these steps.
        Assert.InRange(order, 7.5, 9.0);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void The_accumulated_estimate_bounds_the_true_error_of_a_contraction(double tolerance)
    {
        // y' = -y + cos t, contracting, solution known.
        var system = new Scalar((t, y) => -y + Math.Cos(t));
        var integrator = new DormandPrince853(system, tolerance / 10);
        double[] state = [0];
        integrator.Advance(state, 0, 10);
        double exact = ((Math.Cos(10) + Math.Sin(10)) / 2) - (Math.Exp(-10) / 2);
        Assert.InRange(Math.Abs(state[0] - exact), 0, integrator.AccumulatedError);
        Assert.InRange(integrator.AccumulatedError, 0, tolerance);
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        double[] one = LongRun(threads: 1);
        double[] two = LongRun(threads: 2);
        Assert.Equal(one, two);
    }

    [Fact]
    public void A_derivative_that_is_not_a_number_is_an_error()
    {
        var integrator = new DormandPrince853(new Scalar((_, _) => double.NaN), 1e-6);
        Assert.Throws<ArithmeticException>(() => integrator.Advance([1.0], 0, 1));
    }

    private static double OscillatorError(int steps)
    {
        var system = new Oscillator(1);
        double[] y = [1, 0];
        double h = 2 * Math.PI / steps;
        for (int i = 0; i < steps; i++)
        {
            // A huge tolerance and an interval of one step make the step size ours.
            new DormandPrince853(system, 1e300, firstStep: h).Advance(y, i * h, (i + 1) * h);
        }

        return Math.Sqrt(((y[0] - 1) * (y[0] - 1)) + (y[1] * y[1]));
    }

    private static double[] LongRun(int threads)
    {
        var system = new Oscillator(30_000);
        double[] y = new double[system.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Sin(i);
        }

        new DormandPrince853(system, 1e-6, threads).Advance(y, 0, 1);
        return y;
    }

    private sealed class Scalar(Func<double, double, double> f) : IOdeSystem
    {
        public int Length => 1;

        public void Evaluate(double t, double[] y, double[] derivative) => derivative[0] = f(t, y[0]);

        public double Norm(double[] v) => Math.Abs(v[0]);
    }

    private sealed class Oscillator(int count) : IOdeSystem
    {
        public int Length => 2 * count;

        public void Evaluate(double t, double[] y, double[] derivative)
        {
            for (int i = 0; i < count; i++)
            {
                derivative[2 * i] = -y[(2 * i) + 1];
                derivative[(2 * i) + 1] = y[2 * i];
            }
        }

        public double Norm(double[] v) => v.Max(Math.Abs);
    }
}
