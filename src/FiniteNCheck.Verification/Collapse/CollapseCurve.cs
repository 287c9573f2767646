using System.Collections.Immutable;

namespace FiniteNCheck.Verification.Collapse;

/// <summary>A quantity over a sweep at one size, scaled.</summary>
/// <param name="Spins">The size N.</param>
/// <param name="Points">The parameter, <c>x = (g - g_c) N^b</c> and <c>y = q N^-a</c>, by increasing parameter.</param>
/// <param name="Spread">
/// The largest distance from the curve of the largest size where both have points, over that curve's whole change there; NaN for the
/// largest size and where they share no range.
/// </param>
public sealed record CollapseCurve(int Spins, ImmutableArray<(double Parameter, double X, double Y)> Points, double Spread);
