using FiniteNCheck.Numerics;

namespace FiniteNCheck.Benchmarks.Integrators;

/// <summary>A linear system that counts how often it is applied, and stops a run that takes too many applications.</summary>
internal sealed class CountingSystem : ILinearSystem
{
    private readonly ILinearSystem inner;
    private readonly long most;

    /// <summary>Counts from 0.</summary>
    /// <param name="inner">The system.</param>
    /// <param name="most">The most applications allowed.</param>
    public CountingSystem(ILinearSystem inner, long most)
    {
        this.inner = inner;
        this.most = most;
    }

    /// <summary>Applications so far.</summary>
    public long Applications { get; private set; }

    /// <inheritdoc/>
    public double DecayBound => inner.DecayBound;

    /// <inheritdoc/>
    public double OscillationBound => inner.OscillationBound;

    /// <inheritdoc/>
    public double Norm(double[] v) => inner.Norm(v);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">More applications than allowed.</exception>
    public void Apply(double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0)
    {
        if (Applications == most)
        {
            throw new OperationCanceledException($"More than {most} applications.");
        }

        Applications++;
        inner.Apply(x, y, ofImage, ofX, ofY, sum, weight);
    }
}
