namespace FiniteNCheck.Model.StateFunctions;

/// <summary>
/// The even part of <c>G(r1, r, r2; t)</c>, Weyl operators between Weyl operators (36), which approaches its limit like 1/N. It needs runs
/// of its own and is no function of one state.
/// </summary>
/// <param name="Triple">The arguments.</param>
/// <param name="IsImaginary">Whether the imaginary part is meant instead of the real one.</param>
public sealed record WeylFunction(WeylTriple Triple, bool IsImaginary) : StateFunction
{
    /// <inheritdoc/>
    public override bool DistinguishesBlocks => true;

    /// <inheritdoc/>
    public bool Equals(WeylFunction? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{(IsImaginary ? "weylimaginary" : "weyl")}({Quoted(Triple.Text)})";
}
