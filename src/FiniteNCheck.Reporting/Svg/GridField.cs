using System.Collections.Immutable;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Values on a rectangular grid; NaN where there is none.</summary>
/// <param name="X">The positions along the horizontal axis, increasing.</param>
/// <param name="Y">The positions along the vertical axis, increasing.</param>
/// <param name="Values">The values, the horizontal index outermost.</param>
internal sealed record GridField(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<double> Values)
{
    /// <summary>The value at a grid point.</summary>
    /// <param name="i">Index along the horizontal axis.</param>
    /// <param name="k">Index along the vertical axis.</param>
    public double this[int i, int k] => Values[(i * Y.Length) + k];

    /// <summary>The cell edges along an axis: midpoints between neighbours, and one edge beyond each end.</summary>
    /// <param name="positions">The positions, at least 2.</param>
    public static ImmutableArray<double> Edges(ImmutableArray<double> positions) =>
    [
        positions[0] - ((positions[1] - positions[0]) / 2),
        .. positions.Skip(1).Select((position, i) => (positions[i] + position) / 2),
        positions[^1] + ((positions[^1] - positions[^2]) / 2),
    ];

    /// <summary>An axis that shows all cells.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="positions">The positions.</param>
    public static PlotAxis AxisOf(string label, ImmutableArray<double> positions)
    {
        ImmutableArray<double> edges = Edges(positions);
        return new PlotAxis(label, edges[0], edges[^1]);
    }
}
