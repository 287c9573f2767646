namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>The flow at a point.</summary>
/// <param name="At">The point.</param>
/// <param name="RateZ"><c>do_z/dt</c>.</param>
/// <param name="RateY"><c>do_y/dt</c>.</param>
public readonly record struct FlowArrow(PortraitPoint At, double RateZ, double RateY)
{
    /// <summary>The norm of the flow.</summary>
    public double Norm => Math.Sqrt((RateZ * RateZ) + (RateY * RateY));
}
