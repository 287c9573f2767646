namespace FiniteNCheck.Verification;

/// <summary>One exact value of one element at one size.</summary>
/// <param name="N">The ladder value.</param>
/// <param name="Spins">The total number of spins.</param>
/// <param name="Value">The exact value.</param>
/// <param name="IntegrationError">What the integrator's error can amount to in this value.</param>
/// <param name="DroppedBecause">Why the point is not used in the fit, or <see langword="null"/> where it is.</param>
public sealed record LadderPoint(int N, int Spins, double Value, double IntegrationError, string? DroppedBecause);
