namespace FiniteNCheck.Exact.State;

/// <summary>Proven bounds of the errors of moments, where the error of the state itself is not known.</summary>
/// <param name="Mean">Of every mean; infinite where nothing was proven.</param>
/// <param name="Covariance">Of every element of the covariance; infinite where nothing was proven.</param>
public sealed record MomentBounds(double Mean, double Covariance);
