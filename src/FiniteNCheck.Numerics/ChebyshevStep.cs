namespace FiniteNCheck.Numerics;

/// <summary>A step of a <see cref="ChebyshevPropagator"/>; errors in the norm of the system.</summary>
/// <param name="Length">Its length.</param>
/// <param name="Error">A bound of what cutting the series adds to the error.</param>
/// <param name="Rounding">A bound of what rounding adds.</param>
public readonly record struct ChebyshevStep(double Length, double Error, double Rounding);
