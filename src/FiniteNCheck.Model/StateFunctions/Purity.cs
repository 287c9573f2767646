namespace FiniteNCheck.Model.StateFunctions;

/// <summary>The purity <c>tr rho^2</c> of the state of all spins, from <c>2^-N</c> to 1.</summary>
public sealed record Purity : StateFunction
{
    /// <inheritdoc/>
    public override bool DistinguishesBlocks => false;

    /// <inheritdoc/>
    public override string ToString() => "purity()";
}
