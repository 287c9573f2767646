namespace FiniteNCheck.Model.StateFunctions;

/// <summary>The von Neumann entropy <c>-tr rho ln rho</c> of the state of all spins, in nats, from 0 to <c>N ln 2</c>.</summary>
public sealed record Entropy : StateFunction
{
    /// <inheritdoc/>
    public override bool DistinguishesBlocks => false;

    /// <inheritdoc/>
    public override string ToString() => "entropy()";
}
