namespace FiniteNCheck.Model.StateFunctions;

/// <summary>
/// A real number that depends on the whole state of the spins, beyond means and covariances. Equal ones have the same text, which is how
/// formulas write them.
/// </summary>
public abstract record StateFunction
{
    private protected StateFunction()
    {
    }

    /// <summary>Whether it tells blocks apart, so that they cannot be merged into one.</summary>
    public abstract bool DistinguishesBlocks { get; }

    /// <summary>A text quoted as formulas quote names.</summary>
    /// <param name="name">The text.</param>
    private protected static string Quoted(string name) => $"'{name}'";
}
