namespace FiniteNCheck.Model.StateFunctions;

/// <summary>
/// The logarithmic negativity <c>ln ||rho^(T_B)||_1</c> of the spins of two blocks, in nats, the others traced out; 0 for separable states
/// (G. Vidal and R. F. Werner, Phys. Rev. A 65, 032314 (2002), with the natural logarithm).
/// </summary>
/// <param name="First">The name of one block.</param>
/// <param name="Second">The name of the other block, whose spins are transposed.</param>
public sealed record LogarithmicNegativity(string First, string Second) : StateFunction
{
    /// <inheritdoc/>
    public override bool DistinguishesBlocks => true;

    /// <inheritdoc/>
    public override string ToString() => $"lognegativity({Quoted(First)},{Quoted(Second)})";
}
