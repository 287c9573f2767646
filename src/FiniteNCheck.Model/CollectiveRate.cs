namespace FiniteNCheck.Model;

/// <summary>
/// The real function <c>Gamma(x)</c> of a jump operator <c>J = j Gamma(Delta)</c> (13). The jump rate is <c>Gamma(x)^2</c>, an inverse
/// time.
/// </summary>
public abstract record CollectiveRate
{
    private protected CollectiveRate()
    {
    }

    /// <summary>Whether the function is entire, as Assumption 1 of the paper requires.</summary>
    public abstract bool IsEntire { get; }

    /// <summary>The value <c>Gamma(x)</c>.</summary>
    /// <param name="x">The argument, dimensionless.</param>
    public abstract double Value(double x);
}
