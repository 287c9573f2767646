using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>The evolution of a state that is held in full.</summary>
internal sealed class FullEvolution : Evolution
{
    private readonly ILinearSystem generator;
    private readonly ChebyshevPropagator propagator = new();
    private readonly double errorPerTime;

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
        State = new InitialDensity(system).Write(Layout, threads);
    }

    /// <inheritdoc/>
    public override StateLayout Layout { get; }

    /// <inheritdoc/>
    public override double[] State { get; }

    /// <inheritdoc/>
    public override double? WindowError => null;

    /// <inheritdoc/>
    public override long Steps => propagator.Steps;

    /// <inheritdoc/>
    public override long MostNumbers => Layout.Numbers;

    /// <inheritdoc/>
    public override void StepTowards(double time, CancellationToken cancellationToken)
    {
        (double step, double error) = propagator.Step(generator, State, time - Time, errorPerTime, cancellationToken);
        IntegrationError += error;
        MoveOn(step, time);
    }
}
