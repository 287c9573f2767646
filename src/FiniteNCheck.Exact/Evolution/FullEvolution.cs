using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>The evolution of the full density matrix.</summary>
internal sealed class FullEvolution : StateEvolution
{
    private readonly ILinearSystem generator;
    private readonly double errorPerTime;
    private readonly int threads;
    private DensityMatrix state;

    /// <summary>Prepares the initial state of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="operators">The operators of the generator.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="errorPerTime">Error allowed per unit of time, in trace norm.</param>
    /// <param name="threads">The number of threads.</param>
    public FullEvolution(
        CollectiveSystem system, SectorOperators operators, Representation representation, double errorPerTime, int threads)
    {
        this.errorPerTime = errorPerTime;
        this.threads = threads;
        var layout = new StateLayout(operators.Graph, representation);
        generator = operators.IsBanded
            ? new BandedGenerator(layout, operators, threads)
            : new TiltedGenerator(layout, operators, threads);
        StartMatrix start = InitialDensity.Of(system, operators.Graph.Vertices[0]);
        state = start.Fill(layout, threads);
        RoundingError = start.Rounding;
    }

    private FullEvolution(FullEvolution prepared, StartMatrix start)
    {
        (generator, errorPerTime, threads) = (prepared.generator, prepared.errorPerTime, prepared.threads);
        state = start.Fill(prepared.state.Layout, threads);
        RoundingError = start.Rounding;
    }

    /// <inheritdoc/>
    public override DensityMatrix State => state;

    /// <inheritdoc/>
    public override double? WindowError => null;

    /// <inheritdoc/>
    public override long MaxNumbers => state.Layout.Numbers;

    /// <summary>
    /// Prepares the evolution of another matrix under the same generator. Both take their steps one after the other, not at the same time.
    /// </summary>
    /// <param name="start">The matrix, of a trace norm of at most 1.</param>
    public FullEvolution From(StartMatrix start) => new(this, start);

    /// <inheritdoc/>
    public override void StepTowards(double time, CancellationToken cancellationToken)
    {
        if (RestsUntil(generator, time, errorPerTime))
        {
            return;
        }

        ChebyshevStep step = Propagator.Step(generator, state.Numbers, time - Time, errorPerTime, cancellationToken);
        IntegrationError += step.Error;
        RoundingError += step.Rounding;
        Advance(step.Length, time);
    }

    /// <inheritdoc/>
    public override void Write(CheckpointWriter writer)
    {
        base.Write(writer);
        writer.Write(state.Numbers.AsSpan());
    }

    /// <inheritdoc/>
    protected override Action ReadState(CheckpointReader reader)
    {
        double[] saved = reader.Numbers(state.Layout.Length);
        return () => state = state with { Numbers = saved };
    }
}
