using System.Collections.Immutable;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>Figures as data; each is <see langword="null"/> where it was not asked for.</summary>
public sealed record FigureSet
{
    /// <summary>What was asked for.</summary>
    public required FigureRequest Request { get; init; }

    /// <summary>Figure 2.</summary>
    public PhaseDiagram? PhaseDiagram { get; init; }

    /// <summary>Figure 3.</summary>
    public CorrelationFigure? Correlations { get; init; }

    /// <summary>Figure B1(a).</summary>
    public LimitCycleMap? LimitCycle { get; init; }

    /// <summary>Figure B1(b).</summary>
    public ImmutableArray<Portrait> Portraits { get; init; } = [];

    /// <summary>Computes figures.</summary>
    /// <param name="request">Which, and how.</param>
    /// <param name="progress">Receives the progress of the run, or <see langword="null"/>.</param>
    /// <param name="cancellation">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The exact counterpart at a size cannot be run here.</exception>
    /// <exception cref="IOException">An exact solution could not be kept.</exception>
    public static FigureSet Compute(
        FigureRequest request,
        IProgress<FigureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var work = new FigureWork(request.Run.Study.Threads, progress, cancellation);
        bool phases = request.Figures.Contains(PaperFigure.PhaseDiagram);
        bool correlations = request.Figures.Contains(PaperFigure.Correlations);
        bool cycle = request.Figures.Contains(PaperFigure.LimitCycle);
        ImmutableArray<(int Spins, PlaneGrid Grid)> sizes = correlations
            ?
            [
                .. request.FiniteSizes.Select(spins =>
                    (spins, Ranges.Correlations(request.FiniteGrid ?? FigureRequest.UsualFiniteGrid(spins)))),
            ]
            : [];
        work.Plan(
            request.Grid.Count
                * ((phases ? PhaseDiagram.SecondsPerPoint : 0) + (correlations ? CorrelationFigure.SecondsPerPoint : 0)));
        work.Plan(
            cycle ? (request.Grid.Count * LimitCycleMap.SecondsPerPoint) + (Portrait.Fields.Length * Portrait.Seconds) : 0);
        work.Plan(sizes.Sum(size => size.Grid.Count * FiniteCorrelations.SecondsPerPlan));
        ImmutableArray<ImmutableArray<FiniteCorrelations.Planned>> plans = FiniteCorrelations.Plan(sizes, request.Run.Study, work);
        PointsRun exact = new([.. plans.SelectMany(plan => plan).Select(point => point.Solution).OfType<RunPoint>()], request.Run);
        double seconds = exact.Missing.Sum(point => point.Seconds);
        work.Plan(seconds);
        request.Run.Directory?.Describe(exact.Points);
        exact.Compute(work.PartOf(seconds), cancellation);
        return new FigureSet
        {
            Request = request,
            PhaseDiagram = phases ? PhaseDiagram.Compute(Ranges.Phases(request.Grid), work) : null,
            Correlations = correlations
                ? CorrelationFigure.ComputeLimit(Ranges.Correlations(request.Grid), work) with
                {
                    FiniteSizes = [.. sizes.Zip(plans, (size, plan) => FiniteCorrelations.Read(size.Grid, plan, exact))],
                }
                : null,
            LimitCycle = cycle ? LimitCycleMap.Compute(Ranges.Phases(request.Grid), work) : null,
            Portraits = cycle ? [.. Portrait.Fields.Select(field => PortraitOf(field, work))] : [],
        };
    }

    private static Portrait PortraitOf(double field, FigureWork work)
    {
        var portrait = Portrait.Compute(Portrait.PaperTemperature, field, work.Cancellation);
        work.Done("figure B1(b)", Portrait.Seconds);
        return portrait;
    }

    /// <summary>The parts of the (T, Omega) plane that the maps show.</summary>
    private static class Ranges
    {
        /// <summary>All phases: figures 2 and B1(a).</summary>
        public static PlaneGrid Phases(GridSize size) => PlaneGrid.Between((0.1, 1.2), (0, 1.1), size);

        /// <summary>Retrieval and paramagnetic phase up to the limit cycle: figure 3.</summary>
        public static PlaneGrid Correlations(GridSize size) => PlaneGrid.Between((0.3, 1.18), (0, 0.44), size);
    }
}
