namespace FiniteNCheck.Claims.Judges;

/// <summary>Both sides of an inequality at one point.</summary>
/// <param name="Point">The name of the point in evidence.</param>
/// <param name="N">The number of spins, or <see langword="null"/> where the inequality does not depend on it.</param>
/// <param name="Left">The bounded side, not negative.</param>
/// <param name="Right">The bound.</param>
public sealed record Bound(string Point, int? N, double Left, double Right)
{
    /// <summary>The ratio of both sides: 1 if the bound is attained, 0 if both sides vanish.</summary>
    public double Ratio => Left == 0 ? 0 : Left / Right;
}
