using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>A density matrix in sectors that advances in time.</summary>
internal abstract class StateEvolution : TimedEvolution
{
    /// <summary>The state at this time. Its layout may change from one step to the next.</summary>
    public abstract DensityMatrix State { get; }

    /// <inheritdoc/>
    public override double[] Numbers => State.Numbers;
}
