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
    private DensityMatrix state;

    /// <summary>Prepares the product state of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="operators">The operators of the generator.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="errorPerTime">Error allowed per unit of time, in trace norm.</param>
    /// <param name="threads">The number of threads.</param>
    public FullEvolution(
        CollectiveSystem system, SectorOperators operators, Representation representation, double errorPerTime, int threads)
    {
        this.errorPerTime = errorPerTime;
        var layout = new StateLayout(operators.Graph, representation);
        generator = operators.IsBanded
            ? new BandedGenerator(layout, operators, threads)
            : new TiltedGenerator(layout, operators, threads);
        state = new InitialDensity(system).Fill(layout, threads);
        RoundingError = InitialRounding(system.Spins);
    }

    /// <inheritdoc/>
    public override DensityMatrix State => state;

    /// <inheritdoc/>
    public override double? WindowError => null;

    /// <inheritdoc/>
    public override long MaxNumbers => state.Layout.Numbers;

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
