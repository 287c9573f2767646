using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>A flow in a square of the plane: arrows, curves, and fixed points.</summary>
public sealed record FlowPanel : FigurePanel
{
    /// <summary>Both axes reach from minus this to this.</summary>
    public required double Reach { get; init; }

    /// <summary>Points with the flow at them.</summary>
    public required ImmutableArray<(double X, double Y, double AlongX, double AlongY)> Arrows { get; init; }

    /// <summary>Curves, the first at the bottom.</summary>
    public required ImmutableArray<FlowCurve> Curves { get; init; }

    /// <summary>Marks on top of the curves.</summary>
    public required ImmutableArray<PanelMarks> Marks { get; init; }
}
