namespace FiniteNCheck.Verification.Quantities;

/// <summary>A number with a bound of its error.</summary>
/// <param name="Value">The number; NaN where it is undefined.</param>
/// <param name="Error">The bound, non-negative.</param>
public readonly record struct Measured(double Value, double Error)
{
    /// <summary>Whether number and bound are finite.</summary>
    public bool IsFinite => double.IsFinite(Value) && double.IsFinite(Error);
}
