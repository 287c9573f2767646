namespace FiniteNCheck.Verification.Reference;

/// <summary>The comparison of one number with the stored one.</summary>
/// <param name="Row">The row, by its keys: <c>n = 5, time = 0.5</c>.</param>
/// <param name="Column">The column.</param>
/// <param name="Expected">The stored number.</param>
/// <param name="Obtained">The fresh number.</param>
/// <param name="Allowance">The largest difference allowed: absolute tolerance + relative tolerance times <c>|expected|</c>.</param>
public sealed record ReferenceDifference(string Row, string Column, double Expected, double Obtained, double Allowance)
{
    /// <summary><c>obtained - expected</c>.</summary>
    public double Difference => Obtained - Expected;

    /// <summary>
    /// <c>|difference|</c> in units of the allowance; infinite if the fresh number is not finite, or if no difference is allowed.
    /// </summary>
    public double Ratio => Difference == 0 ? 0
        : double.IsNaN(Difference) || Allowance == 0 ? double.PositiveInfinity
        : Math.Abs(Difference) / Allowance;

    /// <summary>Whether the two agree.</summary>
    public bool Agrees => Ratio <= 1;
}
