namespace FiniteNCheck.Numerics;

/// <summary>An accepted step of a <see cref="ChebyshevPropagator"/>, with errors in the norm of the system.</summary>
/// <param name="Length">The step length, a time.</param>
/// <param name="Error">A bound of the truncation error.</param>
/// <param name="Rounding">A bound of the rounding error.</param>
public readonly record struct ChebyshevStep(double Length, double Error, double Rounding);
