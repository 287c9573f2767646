using System.Collections.Immutable;
using FiniteNCheck.Claims.Correlations;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Claims.Figures;

/// <summary>A point of figure 2.</summary>
public sealed record PhasePoint
{
    /// <summary>The temperature.</summary>
    public required double Temperature { get; init; }

    /// <summary>The transverse field.</summary>
    public required double Field { get; init; }

    /// <summary>Where the flow goes from the stored pattern; <see langword="null"/> where it did not show its end.</summary>
    public required Phase? Phase { get; init; }

    /// <summary>Where the flow goes from overlaps near zero; <see langword="null"/> where it did not show its end.</summary>
    public required Phase? PhaseFromZero { get; init; }

    /// <summary>The overlap <c>o_z</c> reached from the stored pattern, 0 to 1; NaN where no fixed point is reached.</summary>
    public required double Overlap { get; init; }

    /// <summary>The largest real part of an eigenvalue of the Jacobian at the fixed point reached, an inverse time; NaN where none is reached.</summary>
    public required double Eigenvalue { get; init; }

    /// <summary>The same at zero overlap.</summary>
    public required double EigenvalueAtZero { get; init; }

    /// <summary>The largest solution of (B.4); 0 where there is no other.</summary>
    public required double StationaryOverlap { get; init; }

    /// <summary>Whether section 6.2 expects the limit cycle here.</summary>
    public required bool TextCondition { get; init; }

    /// <summary>Whether appendix B.1 expects the limit cycle here.</summary>
    public required bool AppendixCondition { get; init; }

    /// <summary>Whether <see cref="LimitCycleConditions.Corrected"/> expects it.</summary>
    public required bool CorrectedCondition { get; init; }
}

/// <summary>Figure 2 as data: the phases of one pattern over the (T, Omega) plane, from the integrated mean-field flow and its Jacobian.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Points">Its points, in the order of the grid.</param>
public sealed record PhaseDiagram(PlaneGrid Grid, ImmutableArray<PhasePoint> Points)
{
    /// <summary>What a point takes, in seconds of one core.</summary>
    internal const double SecondsPerPoint = 0.035;

    /// <summary>The largest field at which (B.4) has a solution besides zero, at each temperature of the grid: the line <c>beta = 1 + 8 Omega~^2</c>.</summary>
    public ImmutableArray<double> RetrievalBoundary => [.. Grid.Temperatures.Select(RetrievalSolutions.LargestField)];

    /// <summary>The number of points at which a condition and the flow from the stored pattern disagree on the limit cycle.</summary>
    /// <param name="condition">The condition.</param>
    public int Disagreements(Func<PhasePoint, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Points.Count(point => point.Phase is { } phase && condition(point) != (phase == Phase.LimitCycle));
    }

    /// <summary>Computes the diagram.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="work">Threads, cancellation, progress.</param>
    internal static PhaseDiagram Of(PlaneGrid grid, FigureWork work) =>
        new(grid, grid.Map((temperature, field) => At(temperature, field, work.Cancellation), work, "figure 2", SecondsPerPoint));

    /// <summary>One point.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal static PhasePoint At(double temperature, double field, CancellationToken cancellation)
    {
        var flow = new OverlapFlow(temperature, field);
        FixedPoint end = flow.FromPattern(cancellation);
        double stationary = RetrievalSolutions.Of(temperature, field).FirstOrDefault();
        double beta = 1 / temperature;
        double scaled = field / Math.Cosh(beta * stationary);
        return new PhasePoint
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
