namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A point of the plane of overlaps.</summary>
/// <param name="Z">The overlap <c>o_z</c>.</param>
/// <param name="Y">The overlap <c>o_y</c>.</param>
public readonly record struct PortraitPoint(double Z, double Y);
