namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A fixed point of the flow.</summary>
/// <param name="At">Where.</param>
/// <param name="Eigenvalue">The largest real part of an eigenvalue of the Jacobian, an inverse time; negative: stable.</param>
public readonly record struct FlowFixedPoint(PortraitPoint At, double Eigenvalue);
