namespace FiniteNCheck.Claims.Judges;

/// <summary>Both sides of an inequality at one point.</summary>
/// <param name="Point">What the point is called in evidence.</param>
/// <param name="N">The number of spins, or <see langword="null"/> where the inequality does not depend on it.</param>
/// <param name="Left">The side that must not be larger, not negative.</param>
/// <param name="Right">The bound.</param>
public sealed record Bound(string Point, int? N, double Left, double Right)
{
    /// <summary>How much of the bound is used: 1 for a bound that is reached. Zero where both sides vanish.</summary>
    public double Ratio => Left == 0 ? 0 : Left / Right;
}
