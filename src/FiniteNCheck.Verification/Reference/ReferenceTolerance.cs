namespace FiniteNCheck.Verification.Reference;

/// <summary>Tolerances of recomputed numbers; the reasons are in <c>docs/reference-data.md</c>.</summary>
/// <param name="Mean">Absolute, for means.</param>
/// <param name="Covariance">Absolute, for elements of the covariance.</param>
/// <param name="CovarianceRelative">Relative, for elements of the covariance; 0 for none.</param>
/// <param name="Quantity">Absolute, for quantities of the user's own; 0 where the set has none.</param>
public sealed record ReferenceTolerance(double Mean, double Covariance, double CovarianceRelative = 0, double Quantity = 0);
