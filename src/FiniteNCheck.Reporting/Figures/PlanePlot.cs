using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>What the pictures over the (T, Omega) plane share.</summary>
internal static class PlanePlot
{
    /// <summary>Values at the points of a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="values">The values, in the order of the grid.</param>
    public static GridField Field(PlaneGrid grid, IEnumerable<double> values) => new(grid.Temperatures, grid.Fields, [.. values]);

    /// <summary>The axes of a grid; temperatures are in units of the couplings (52), fields in units of the jump rate at zero overlap.</summary>
    /// <param name="grid">The grid.</param>
    public static (PlotAxis X, PlotAxis Y) Axes(PlaneGrid grid) => (
        GridField.AxisOf("temperature T = 1/β (energy of a coupling)", grid.Temperatures),
        GridField.AxisOf("transverse field Ω (inverse time)", grid.Fields));

    /// <summary>Contours at every second limit of a scale; none on a grid too coarse to draw them.</summary>
    /// <param name="field">The values.</param>
    /// <param name="scale">The scale.</param>
    public static ContourLayer Contours(GridField field, ColorScale scale)
    {
        const int Coarse = 12;
        bool drawn = Math.Min(field.X.Length, field.Y.Length) >= Coarse;
        return new ContourLayer(
            field,
            drawn ? [.. scale.Limits.Skip(1).SkipLast(1).Where((_, i) => i % 2 == 1 || scale.Classes < 6).Select(limit => (limit, ColorScale.TextOf(limit)))] : []);
    }
}
