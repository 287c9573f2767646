using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Numerics;

public sealed class RadauTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    public void The_tableau_meets_its_order_conditions(int stages)
    {
        RadauTableau tableau = RadauTableau.WithStages(stages);
        Vector<double> weights = tableau.Coefficients.Row(stages - 1);
        for (int k = 1; k <= (2 * stages) + 1; k++)
        {
            double sum = weights.Zip(tableau.Nodes, (b, c) => b * Math.Pow(c, k - 1)).Sum();
            if (k < 2 * stages)
            {
                // B(2s - 1), to rounding.
                Assert.InRange(sum - (1.0 / k), -4e-15, 4e-15);
            }
            else if (k == 2 * stages)
            {
                // The next condition must fail, which shows that the check can.
                Assert.True(Math.Abs(sum - (1.0 / k)) > 1e-9);
            }
        }

        // C(s): every stage integrates polynomials below degree s.
        for (int i = 0; i < stages; i++)
        {
            for (int k = 1; k <= stages; k++)
            {
                double sum = tableau.Coefficients.Row(i).Zip(tableau.Nodes, (a, c) => a * Math.Pow(c, k - 1)).Sum();
                Assert.InRange(sum - (Math.Pow(tableau.Nodes[i], k) / k), -4e-15, 4e-15);
            }
        }
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_three_stage_nodes_are_those_of_the_literature()
    {
        // Hairer and Wanner 1996, table IV.5.6.
        RadauTableau tableau = RadauTableau.WithStages(3);
        Assert.Equal((4 - Math.Sqrt(6)) / 10, tableau.Nodes[0], 1e-15);
        Assert.Equal((4 + Math.Sqrt(6)) / 10, tableau.Nodes[1], 1e-15);
        Assert.Equal((16 - Math.Sqrt(6)) / 36, tableau.Coefficients[2, 0], 1e-15);
    }

    [Theory]
    [Trait("Kind", "Convergence")]
    [InlineData(2, 0.05)]
    [InlineData(3, 0.1)]
    [InlineData(4, 0.25)]
    [InlineData(5, 1)]
    public void The_order_is_2s_minus_1(int stages, double largest)
    {
        // A loose tolerance accepts every step, so that the test sets the step size.
        double[] errors = [RotationError(stages, largest), RotationError(stages, largest / 2)];
        double order = Math.Log2(errors[0] / errors[1]);
        output.WriteLine($"s = {stages}: errors {string.Join(", ", errors.Select(e => $"{e:G3}"))}, order {order:F2}");

        // A single halving: the next order in the step affects the second digit.
        Assert.InRange(order, (2 * stages) - 1 - 0.3, (2 * stages) - 1 + 0.3);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1e-6)]
    [InlineData(1e-10)]
    [InlineData(1e-13)]
    public void The_local_error_bound_controls_the_error(double tolerance)
    {
        // The pendulum-like flow z' = 1 - z^2 has z = tanh(t); nonlinear and autonomous.
        var system = new DenseImplicitSystem(1, y => 1 - y.PointwisePower(2), y => Matrix<double>.Build.Dense(1, 1, -2 * y[0]));
        var integrator = new RadauIntegrator(system, tolerance);
        double[] y = [0];
        integrator.Advance(y, 2.3);
        output.WriteLine($"{integrator.Steps} steps, error {y[0] - Math.Tanh(2.3):G3}");

        // A few steps whose errors are not amplified, since the flow contracts.
        Assert.InRange(y[0] - Math.Tanh(2.3), -10 * tolerance, 10 * tolerance);
        Assert.InRange(integrator.Steps, 1, 200);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void Stiffness_costs_little_accuracy_and_few_steps()
    {
        // Prothero and Robinson: y' = -k (y - cos t) - sin t, with t as a second unknown; y = cos t for every k.
        const double Rate = 1e8;
        var system = new DenseImplicitSystem(
            2,
            y => Vector<double>.Build.Dense([(-Rate * (y[0] - Math.Cos(y[1]))) - Math.Sin(y[1]), 1]),
            y => Matrix<double>.Build.DenseOfArray(new[,] { { -Rate, (-Rate * Math.Sin(y[1])) - Math.Cos(y[1]) }, { 0, 0 } }));
        var integrator = new RadauIntegrator(system, 1e-12);
        double[] y = [1, 0];
        integrator.Advance(y, 10);
        output.WriteLine($"{integrator.Steps} steps, error {y[0] - Math.Cos(10):G3}");
        Assert.InRange(y[0] - Math.Cos(10), -1e-11, 1e-11);

        // An explicit method would need about 10^9.
        Assert.InRange(integrator.Steps, 1, 1000);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_solution_that_diverges_at_a_finite_time_is_reported()
    {
        // y' = 1 + y^2 has the solution y = tan t, which diverges at pi/2.
        var system = new DenseImplicitSystem(1, y => 1 + y.PointwisePower(2), y => Matrix<double>.Build.Dense(1, 1, 2 * y[0]));
        Assert.Throws<IntegrationException>(() => new RadauIntegrator(system, 1e-8).Advance([0], 3));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Bad_arguments_are_rejected()
    {
        var system = new DenseImplicitSystem(1, y => -y, _ => Matrix<double>.Build.Dense(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RadauIntegrator(system, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RadauIntegrator(system, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RadauIntegrator(system, 1e-8, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RadauIntegrator(system, 1e-8).Advance([1], -1));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => new RadauIntegrator(system, 1e-8).Advance([1], 1, cancelled.Token));
    }

    private static double RotationError(int stages, double step)
    {
        // A rotation whose speed is the square of its radius: nonlinear, neither contracting nor growing, so errors accumulate.
        var system = new DenseImplicitSystem(2, Turn, TurnJacobian);
        var integrator = new RadauIntegrator(system, 1e-2, stages);

        // A first run lets the integrator's own step grow beyond that of the test.
        integrator.Advance([1, 0], 40);
        double[] y = [1, 0];
        int steps = (int)Math.Round(20 / step);
        for (int i = 0; i < steps; i++)
        {
            Assert.Equal(step, integrator.Step(y, step));
        }

        return Math.Max(Math.Abs(y[0] - Math.Cos(20)), Math.Abs(y[1] - Math.Sin(20)));
    }

    private static Vector<double> Turn(Vector<double> y) => (y * y) * Vector<double>.Build.Dense([-y[1], y[0]]);

    private static Matrix<double> TurnJacobian(Vector<double> y) => Matrix<double>.Build.DenseOfArray(new[,]
    {
        { -2 * y[0] * y[1], -(y[0] * y[0]) - (3 * y[1] * y[1]) },
        { (3 * y[0] * y[0]) + (y[1] * y[1]), 2 * y[0] * y[1] },
    });
}
