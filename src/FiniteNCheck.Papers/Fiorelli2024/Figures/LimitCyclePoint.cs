using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A point of figure B1(a).</summary>
/// <param name="Temperature">The temperature.</param>
/// <param name="Field">The transverse field.</param>
/// <param name="Phase">Where the flow goes from overlaps near zero; <see langword="null"/> where it did not show its end.</param>
/// <param name="Mean">The long-time average of <c>o_z</c>; NaN where the end is not known.</param>
/// <param name="Deviation">
/// The standard deviation <c>o_sd</c> of <c>o_z</c> at long times; 0 at a fixed point, NaN where the end is not
/// known.
/// </param>
/// <param name="Period">The period of the cycle; NaN where there is none.</param>
public sealed record LimitCyclePoint(double Temperature, double Field, Phase? Phase, double Mean, double Deviation, double Period);
