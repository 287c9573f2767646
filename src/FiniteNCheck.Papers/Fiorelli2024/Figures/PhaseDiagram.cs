using System.Collections.Immutable;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// Figure 2 as data: the phases of one pattern over the (T, Omega) plane, from the integrated mean-field flow and its
/// Jacobian.
/// </summary>
/// <param name="Grid">The grid.</param>
/// <param name="Points">Its points, in the order of the grid.</param>
public sealed record PhaseDiagram(PlaneGrid Grid, ImmutableArray<PhaseDiagramPoint> Points)
{
    /// <summary>The cost of a point, in seconds of one core.</summary>
    internal const double SecondsPerPoint = 0.035;

    /// <summary>
    /// The largest field at which (B.4) has a solution besides zero, at each temperature of the grid: the line
    /// <c>beta = 1 + 8 Omega~^2</c>.
    /// </summary>
    public ImmutableArray<double> RetrievalBoundary => [.. Grid.Temperatures.Select(RetrievalSolutions.MaxField)];

    /// <summary>The number of points at which a condition and the flow from the stored pattern disagree on the limit cycle.</summary>
    /// <param name="condition">The condition.</param>
    public int Disagreements(Func<PhaseDiagramPoint, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Points.Count(point => point.Phase is { } phase && condition(point) != (phase == Phase.LimitCycle));
    }

    /// <summary>Computes the diagram.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="work">Threads, cancellation, progress.</param>
    internal static PhaseDiagram Compute(PlaneGrid grid, FigureWork work) =>
        new(grid, grid.Map((temperature, field) => At(temperature, field, work.Cancellation), work, "figure 2", SecondsPerPoint));

    /// <summary>One point.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal static PhaseDiagramPoint At(double temperature, double field, CancellationToken cancellation)
    {
        var flow = new OverlapFlow(temperature, field);
        FixedPoint end = flow.FromPattern(cancellation);
        double stationary = RetrievalSolutions.Find(temperature, field).FirstOrDefault();
        double beta = 1 / temperature;
        double scaled = field / Math.Cosh(beta * stationary);
        return new PhaseDiagramPoint
        {
            Temperature = temperature,
            Field = field,
            Phase = OverlapFlow.PhaseOf(end),
            PhaseFromZero = OverlapFlow.PhaseOf(flow.FromNearZero(cancellation)),
            Overlap = end.Point?[2] ?? double.NaN,
            Eigenvalue = end.Point is { } point ? flow.Abscissa(point[2], point[1]) : double.NaN,
            EigenvalueAtZero = flow.Abscissa(0, 0),
            StationaryOverlap = stationary,
            TextCondition = LimitCycleConditions.OfText(beta, field, scaled),
            AppendixCondition = LimitCycleConditions.OfAppendix(beta, field, scaled),
            CorrectedCondition = LimitCycleConditions.Corrected(beta, field, scaled),
        };
    }
}
