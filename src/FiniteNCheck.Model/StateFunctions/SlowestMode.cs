namespace FiniteNCheck.Model.StateFunctions;

/// <summary>
/// The slowest mode of the generator at finite N, among all permutation-symmetric matrices: its decay rate, the gap, or its frequency, both
/// inverse times. It is no function of the state and the same at all times.
/// </summary>
/// <param name="IsFrequency">Whether the frequency is meant, at least 0, instead of the decay rate, positive.</param>
public sealed record SlowestMode(bool IsFrequency) : StateFunction
{
    /// <inheritdoc/>
    public override bool DistinguishesBlocks => false;

    /// <inheritdoc/>
    public override string ToString() => IsFrequency ? "gapfrequency()" : "gap()";
}
