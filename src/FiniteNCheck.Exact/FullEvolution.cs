using FiniteNCheck.Exact.Checkpoints;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>The evolution of a state that is held in full.</summary>
internal sealed class FullEvolution : Evolution
{
    private readonly ILinearSystem generator;
    private readonly double errorPerTime;
    private double[] state;

    /// <summary>Prepares the product state of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="operators">What the generator is.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="errorPerTime">Error per unit of time, in trace norm.</param>
    /// <param name="threads">The number of threads.</param>
    public FullEvolution(CollectiveSystem system, SectorOperators operators, Representation representation, double errorPerTime, int threads)
    {
        this.errorPerTime = errorPerTime;
        Layout = new StateLayout(operators.Graph, representation);
        generator = operators.IsBanded
            ? new BandedGenerator(Layout, operators, threads)
            : new TiltedGenerator(Layout, operators, threads);
        state = new InitialDensity(system).Write(Layout, threads);
        RoundingError = RoundingOfStart(system.Spins);
    }

    /// <inheritdoc/>
    public override StateLayout Layout { get; }

    /// <inheritdoc/>
    public override double[] State => state;

    /// <inheritdoc/>
    public override double? WindowError => null;

    /// <inheritdoc/>
    public override long MostNumbers => Layout.Numbers;

    /// <inheritdoc/>
    public override void StepTowards(double time, CancellationToken cancellationToken)
    {
        if (RestsUntil(generator, time, errorPerTime))
        {
            return;
        }

        ChebyshevStep step = Propagator.Step(generator, state, time - Time, errorPerTime, cancellationToken);
        IntegrationError += step.Error;
        RoundingError += step.Rounding;
        MoveOn(step.Length, time);
    }

    /// <inheritdoc/>
    public override void Write(CheckpointWriter writer)
    {
        base.Write(writer);
        writer.Write(state.AsSpan());
    }

    /// <inheritdoc/>
    protected override Action ReadState(CheckpointReader reader)
    {
        double[] saved = reader.Numbers(Layout.Length);
        return () => state = saved;
    }
}
