using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Theory;

/// <summary>Integrates equations of a model that may depend on time: piece by piece between its breaks.</summary>
internal static class ModelIntegration
{
    /// <summary>The states at the output times.</summary>
    /// <param name="model">The model.</param>
    /// <param name="equations">The equations of a model that does not depend on time.</param>
    /// <param name="start">The state at time 0.</param>
    /// <param name="times">The times, non-negative and increasing.</param>
    /// <param name="tolerance">The local error allowed per step.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="IntegrationException">The equations cannot be followed.</exception>
    public static double[][] Run(
        SymmetricModel model,
        Func<SymmetricModel, IImplicitSystem> equations,
        double[] start,
        IReadOnlyList<double> times,
        double tolerance,
        CancellationToken cancellationToken)
    {
        double[][] samples = new double[times.Count][];
        double[] state = (double[])start.Clone();
        double now = 0;
        ImmutableArray<double> breaks = model.Breaks;
        RadauIntegrator? integrator = model.IsDriven ? null : new RadauIntegrator(equations(model), tolerance);
        for (int i = 0; i < times.Count; i++)
        {
            if (integrator is not null)
            {
                integrator.Advance(state, times[i] - now, cancellationToken);
                now = times[i];
            }

            while (now < times[i])
            {
                double end = breaks.FirstOrDefault(each => each > now && each < times[i], times[i]);
                Advance(model.Between((now + end) / 2), equations, state, now, end, tolerance, cancellationToken);
                now = end;
            }

            samples[i] = (double[])state.Clone();
        }

        return samples;
    }

    private static void Advance(
        SymmetricModel piece,
        Func<SymmetricModel, IImplicitSystem> equations,
        double[] state,
        double from,
        double to,
        double tolerance,
        CancellationToken cancellationToken)
    {
        if (piece.TimeFunctions.All(function => function.IsStepwise))
        {
            new RadauIntegrator(equations(piece.At(from)), tolerance).Advance(state, to - from, cancellationToken);
            return;
        }

        double[] timed = [.. state, from];
        var system = new TimedSystem(state.Length, time => equations(piece.At(time)));
        new RadauIntegrator(system, tolerance).Advance(timed, to - from, cancellationToken);
        timed.AsSpan(0, state.Length).CopyTo(state);
    }
}
