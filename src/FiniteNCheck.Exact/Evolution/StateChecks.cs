using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>Computes trace, Hermiticity and smallest eigenvalues of a state.</summary>
internal static class StateChecks
{
    /// <summary>Checks a state.</summary>
    /// <param name="evolution">The state with its error bounds.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="memory">Memory that the run may use, in bytes.</param>
    /// <exception cref="InputException">The check needs more memory.</exception>
    public static ExactChecks Check(StateEvolution evolution, int threads, double memory = double.PositiveInfinity)
    {
        DensityMatrix state = evolution.State;
        StateLayout layout = state.Layout;
        double trace = 0;
        double hermiticity = 0;
        foreach (Strip strip in layout.Strips.Where(strip => strip.IsDiagonal))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                // On the diagonal rho - rho+ is twice the imaginary part; elsewhere it vanishes, because only one half is stored.
                trace += state[strip, i].Real;
                hermiticity = layout.IsComplex ? Math.Max(hermiticity, 2 * Math.Abs(state[strip, i].Imaginary)) : hermiticity;
            }
        }

        double held = 8.0 * ChebyshevPropagator.VectorsHeld * layout.Length;
        double[] smallest = Positivity.SmallestEigenvalues(state, ExactChecks.Allowed(evolution.Error), threads, memory - held);
        return new ExactChecks(
            trace, hermiticity, [.. smallest], evolution.IntegrationError, evolution.WindowError, evolution.RoundingError);
    }
}
