namespace FiniteNCheck.Verification;

/// <summary>One exact value of one element at one size.</summary>
/// <param name="N">The ladder value.</param>
/// <param name="Spins">The total number of spins.</param>
/// <param name="Value">The exact value.</param>
/// <param name="IntegrationError">Bound on the contribution of the integrator's error to this value.</param>
/// <param name="DroppedBecause">Why the point is excluded from the fit, or <see langword="null"/> if it is used.</param>
public sealed record LadderPoint(int N, int Spins, double Value, double IntegrationError, string? DroppedBecause)
{
    /// <summary>The value times a factor.</summary>
    /// <param name="factor">The factor, positive.</param>
    internal LadderPoint Times(double factor) => this with { Value = factor * Value, IntegrationError = factor * IntegrationError };

    /// <summary>The value less a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="error">The bound of its error.</param>
    internal LadderPoint Less(double number, double error) =>
        this with { Value = Value - number, IntegrationError = IntegrationError + error };
}
