namespace FiniteNCheck.Numerics;

/// <summary>An initial value problem <c>dy/dt = f(t, y)</c> together with the norm in which its error is measured.</summary>
public interface IOdeSystem
{
    /// <summary>The number of components of <c>y</c>.</summary>
    int Length { get; }

    /// <summary>Writes <c>f(t, y)</c> to <paramref name="derivative"/>.</summary>
    /// <param name="t">The time.</param>
    /// <param name="y">The state; not changed.</param>
    /// <param name="derivative">Receives the derivative; another array than <paramref name="y"/>.</param>
    void Evaluate(double t, double[] y, double[] derivative);

    /// <summary>The norm of a vector of the state space, in which tolerances are stated.</summary>
    /// <param name="v">The vector.</param>
    double Norm(double[] v);
}
