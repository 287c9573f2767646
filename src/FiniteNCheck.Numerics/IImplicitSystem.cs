namespace FiniteNCheck.Numerics;

/// <summary>An autonomous system <c>dy/dt = f(y)</c> that an implicit method can solve.</summary>
public interface IImplicitSystem
{
    /// <summary>The number of unknowns.</summary>
    int Dimension { get; }

    /// <summary>The right-hand side <c>f(y)</c>.</summary>
    /// <param name="y">The state.</param>
    /// <param name="derivative">Receives <c>f(y)</c>.</param>
    void Evaluate(ReadOnlySpan<double> y, Span<double> derivative);

    /// <summary>The linearisation of <c>f</c> at a state.</summary>
    /// <param name="y">The state.</param>
    ILinearisation Linearise(ReadOnlySpan<double> y);
}
