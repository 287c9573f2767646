namespace FiniteNCheck.Exact.Evolution;

/// <summary>A step under a generator that depends on time.</summary>
/// <param name="Length">Its length.</param>
/// <param name="Boundary">The time it headed for.</param>
/// <param name="Error">Its integration error, in trace norm.</param>
/// <param name="Rounding">Its rounding error, in trace norm.</param>
internal readonly record struct DrivenStep(double Length, double Boundary, double Error, double Rounding);
