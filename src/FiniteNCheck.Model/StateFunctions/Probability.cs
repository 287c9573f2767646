namespace FiniteNCheck.Model.StateFunctions;

/// <summary>
/// The probability that measuring a block average such as <c>z.all</c> gives a value; 0 for a number that is not among its eigenvalues
/// <c>-1, -1 + 2/N_h, .., 1</c>.
/// </summary>
/// <param name="Observable">The observable, such as <c>z.all</c>.</param>
/// <param name="Value">The value, from -1 to 1.</param>
public sealed record Probability(string Observable, double Value) : StateFunction
{
    /// <inheritdoc/>
    public override bool DistinguishesBlocks => true;

    /// <inheritdoc/>
    public override string ToString() => $"probability({Quoted(Observable)},{Numeral.Exact(Value)})";
}
