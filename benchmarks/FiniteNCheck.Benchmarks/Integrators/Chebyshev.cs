using FiniteNCheck.Numerics;

namespace FiniteNCheck.Benchmarks.Integrators;

/// <summary>The integrator of the exact engine, <see cref="ChebyshevPropagator"/>.</summary>
internal sealed class Chebyshev : IIntegrator
{
    /// <inheritdoc/>
    public string Name => "Chebyshev";

    /// <inheritdoc/>
    public int VectorsHeld => ChebyshevPropagator.VectorsHeld;

    /// <inheritdoc/>
    public void Advance(CountingSystem system, double[] y, double time, double errorPerTime)
    {
        var propagator = new ChebyshevPropagator();
        double rest = time;
        while (rest > 0)
        {
            (double step, _, _) = propagator.Step(system, y, rest, errorPerTime);
            rest = step == rest ? 0 : rest - step;
        }
    }
}
