using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>The evolution of the full density matrix under a generator that depends on time.</summary>
internal sealed class DrivenEvolution : StateEvolution
{
    /// <summary>States held beside those of the propagator.</summary>
    public const int VectorsHeld = DrivenSteps.VectorsHeld;

    private readonly DrivenSteps steps;
    private DensityMatrix state;

    /// <summary>Prepares the initial state of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="graph">Its sectors.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="errorPerTime">Error allowed per unit of time, in trace norm.</param>
    /// <param name="end">The end of the run.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    public DrivenEvolution(
        CollectiveSystem system,
        SectorGraph graph,
        Representation representation,
        double errorPerTime,
        double end,
        int threads,
        CancellationToken cancellationToken)
    {
        var layout = new StateLayout(graph, representation);
        var generator = new DrivenGenerator(layout, system, threads, cancellationToken);
        StartMatrix start = InitialDensity.Of(system, graph.Vertices[0]);
        state = start.Fill(layout, threads);
        RoundingError = start.Rounding;
        steps = new DrivenSteps(generator, Propagator, [.. system.TimeFunctions], errorPerTime, end);
    }

    /// <inheritdoc/>
    public override DensityMatrix State => state;

    /// <inheritdoc/>
    public override double? WindowError => null;

    /// <inheritdoc/>
    public override long MaxNumbers => state.Layout.Numbers;

    /// <summary>The estimated error of the Magnus steps so far, in trace norm; part of the integration error.</summary>
    public double MagnusError => steps.MagnusError;

    /// <summary>Magnus steps so far; 0 where pieces are constant.</summary>
    public long MagnusSteps => steps.MagnusSteps;

    /// <inheritdoc/>
    public override string Integrator => steps.Integrator;

    /// <inheritdoc/>
    public override void StepTowards(double time, CancellationToken cancellationToken)
    {
        DrivenStep step = steps.StepTowards(state.Numbers, Time, time, cancellationToken);
        IntegrationError += step.Error;
        RoundingError += step.Rounding;
        Advance(step.Length, step.Boundary);
    }

    /// <inheritdoc/>
    public override void Write(CheckpointWriter writer)
    {
        base.Write(writer);
        steps.Write(writer);
        writer.Write(state.Numbers.AsSpan());
    }

    /// <inheritdoc/>
    protected override Action ReadState(CheckpointReader reader)
    {
        Action restoreSteps = steps.Read(reader);
        double[] saved = reader.Numbers(state.Layout.Length);
        return () =>
        {
            restoreSteps();
            state = state with { Numbers = saved };
        };
    }
}
