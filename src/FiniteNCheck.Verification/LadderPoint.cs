namespace FiniteNCheck.Verification;

/// <summary>One exact value of one element at one size.</summary>
/// <param name="N">The ladder value.</param>
/// <param name="Spins">The total number of spins.</param>
/// <param name="Value">The exact value.</param>
/// <param name="IntegrationError">Bound on the contribution of the integrator's error to this value.</param>
/// <param name="DroppedBecause">Why the point is excluded from the fit, or <see langword="null"/> if it is used.</param>
public sealed record LadderPoint(int N, int Spins, double Value, double IntegrationError, string? DroppedBecause);
