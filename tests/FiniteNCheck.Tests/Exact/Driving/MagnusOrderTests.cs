using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Driving;

/// <summary>Fixed Magnus steps converge at order four.</summary>
[Trait("Kind", "Convergence")]
public class MagnusOrderTests(ITestOutputHelper output)
{
    [Fact]
    public void Magnus_steps_have_order_four()
    {
        CollectiveModel model = DriveTests.Driven(DriveTests.Formula("0.5 + 0.4*sin(5*t)"));
        double[] distances = [.. new[] { 8, 16, 32 }.Select(steps => Distance(Run(model, steps), Run(model, 2 * steps)))];
        double[] orders = [.. distances.Zip(distances.Skip(1), (a, b) => Math.Log2(a / b))];
        output.WriteLine($"distances {string.Join(", ", distances.Select(d => $"{d:E2}"))}, orders {string.Join(", ", orders)}");

        // Fourth order shows to a few per cent at these lengths.
        Assert.All(orders, order => Assert.InRange(order, 3.8, 4.2));
    }

    private static double[] Run(CollectiveModel model, int steps)
    {
        var system = CollectiveSystem.Of(model, 4);
        (_, system) = FrameChoice.Options(system).Last();
        var graph = new SectorGraph(system.Spins);
        var layout = new StateLayout(graph, Representation.Complex);
        var generator = new DrivenGenerator(layout, system, 1, CancellationToken.None);
        double[] numbers = InitialDensity.Of(system, graph.Vertices[0]).Fill(layout, 1).Numbers;
        var propagator = new ChebyshevPropagator();
        for (int k = 0; k < steps; k++)
        {
            Assert.True(MagnusStep.Take(generator, (double)k / steps, 1.0 / steps, Evolve));
        }

        return numbers;

        void Evolve(double duration)
        {
            for (double left = duration; left > 1e-15;)
            {
                left -= propagator.Step(generator, numbers, left, 1e-15).Length;
            }
        }
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
