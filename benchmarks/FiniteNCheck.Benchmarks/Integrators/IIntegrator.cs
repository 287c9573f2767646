namespace FiniteNCheck.Benchmarks.Integrators;

/// <summary>A way to advance <c>dy/dt = L y</c>, with its own choice of steps.</summary>
internal interface IIntegrator
{
    /// <summary>What it is called in tables.</summary>
    string Name { get; }

    /// <summary>Number of vectors of the system's length that a run holds, the state included.</summary>
    int VectorsHeld { get; }

    /// <summary>Advances a state from time 0.</summary>
    /// <param name="system">The problem; counts the applications of <c>L</c>.</param>
    /// <param name="y">The state; advanced.</param>
    /// <param name="time">The time to reach, positive.</param>
    /// <param name="errorPerTime">Error to aim for per unit of time, in the norm of the system.</param>
    void Advance(CountingSystem system, double[] y, double time, double errorPerTime);
}
