using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// The mean-field flow <c>dm/dt = f(m)</c> (22) of the block averages <c>m</c> of one-site operators, for any local dimension. Immutable
/// and thread-safe.
/// </summary>
public abstract class MeanFieldFlow
{
    private protected MeanFieldFlow()
    {
    }

    /// <summary>The number of averages.</summary>
    public abstract int Dimension { get; }

    /// <summary>The vector field <c>f(m)</c>, an inverse time.</summary>
    /// <param name="m">The averages.</param>
    public Vector<double> Flow(Vector<double> m)
    {
        double[] state = Checked(m);
        double[] flow = new double[Dimension];
        Flow(state, flow);
        return Vector<double>.Build.Dense(flow);
    }

    /// <summary>
    /// The Jacobian <c>df/dm</c>, including the response of every rate to its argument; an inverse time. Analytic, not by finite
    /// differences.
    /// </summary>
    /// <param name="m">The averages.</param>
    public abstract Matrix<double> Jacobian(Vector<double> m);

    /// <summary>The Jacobian <c>df/dm</c> with every rate frozen at its value at <c>m</c>; an inverse time.</summary>
    /// <param name="m">The averages.</param>
    public abstract Matrix<double> FrozenJacobian(Vector<double> m);

    /// <summary>
    /// The mean field at a list of times, by implicit integration: accuracy and not stiffness limits the step.
    /// </summary>
    /// <param name="start">The averages at time 0.</param>
    /// <param name="times">The times, non-negative and increasing.</param>
    /// <param name="tolerance">The local error allowed per step, 1e-14 to 1e-2.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public IReadOnlyList<Vector<double>> Trajectory(
        Vector<double> start,
        IReadOnlyList<double> times,
        double tolerance = 1e-13,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(times);
        double[] state = (double[])Checked(start).Clone();
        var integrator = new RadauIntegrator(new DenseImplicitSystem(Dimension, Flow, Jacobian), tolerance);
        var samples = new Vector<double>[times.Count];
        double now = 0;
        for (int i = 0; i < times.Count; i++)
        {
            integrator.Advance(state, times[i] - now, cancellationToken);
            now = times[i];
            samples[i] = Vector<double>.Build.DenseOfArray(state);
        }

        return samples;
    }

    /// <summary>Finds the fixed point that the flow reaches from a start, to rounding, or says what the flow does instead.</summary>
    /// <param name="start">The averages at the start.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public FixedPoint FixedPoint(Vector<double> start, CancellationToken cancellationToken = default)
    {
        Checked(start);
        return new FixedPointSearch(this, start, cancellationToken).Run();
    }

    internal abstract void Flow(ReadOnlySpan<double> m, Span<double> flow);

    /// <summary>The largest rate at a state, the natural scale of <c>f</c>; an inverse time.</summary>
    /// <param name="m">The averages.</param>
    internal abstract double RateScale(Vector<double> m);

    /// <summary>The averages as numbers, of the right count.</summary>
    /// <param name="m">The averages.</param>
    private protected double[] Checked(Vector<double> m)
    {
        ArgumentNullException.ThrowIfNull(m);
        return m.Count == Dimension
            ? m.AsArray() ?? m.ToArray()
            : throw new ArgumentException($"The state has {m.Count} averages; the model has {Dimension}.", nameof(m));
    }
}
