using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Program;
using FiniteNCheck.Exact.Occupation.State;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Occupation.Evolution;

/// <summary>The evolution of a state in the occupation basis.</summary>
internal sealed class OccupationEvolution : TimedEvolution
{
    private readonly double errorPerTime;
    private readonly DrivenSteps? driven;
    private double[] numbers;

    /// <summary>Prepares the initial state.</summary>
    /// <param name="space">The reduced system.</param>
    /// <param name="errorPerTime">Error allowed per unit of time, in trace norm.</param>
    /// <param name="end">The end of the run.</param>
    /// <param name="threads">The number of threads.</param>
    public OccupationEvolution(OccupationSpace space, double errorPerTime, double end, int threads)
    {
        this.errorPerTime = errorPerTime;
        Layout = space.Layout();
        Generator = space.Generator(Layout, threads);
        var start = new OccupationStart(space.System, Layout, space.Amplitudes);
        numbers = start.Fill(Generator.RowCounts, Generator.ColumnCounts, threads);
        StartNorm = Generator.Norm(numbers);
        RoundingError = (start.RelativeRounding * StartNorm) + start.Error;
        TimeFunction[] functions = [.. space.Parts.Select(part => part.Drive).OfType<TimeFunction>()];
        driven = functions.Length == 0 ? null : new DrivenSteps(Generator, Propagator, functions, errorPerTime, end);
    }

    /// <summary>Where the numbers lie.</summary>
    public OccupationLayout Layout { get; }

    /// <summary>The generator.</summary>
    public OccupationGenerator Generator { get; }

    /// <summary>The bound B of the trace norm of the initial state, which is 1.</summary>
    public double StartNorm { get; }

    /// <inheritdoc/>
    public override double[] Numbers => numbers;

    /// <inheritdoc/>
    public override double? WindowError => null;

    /// <inheritdoc/>
    public override long MaxNumbers => Layout.Numbers;

    /// <inheritdoc/>
    public override string Integrator => driven?.Integrator ?? base.Integrator;

    /// <inheritdoc/>
    public override void StepTowards(double time, CancellationToken cancellationToken)
    {
        if (driven?.StepTowards(numbers, Time, time, cancellationToken) is { } taken)
        {
            IntegrationError += taken.Error;
            RoundingError += taken.Rounding;
            Advance(taken.Length, taken.Boundary);
            return;
        }

        if (RestsUntil(Generator, time, errorPerTime))
        {
            return;
        }

        ChebyshevStep step = Propagator.Step(Generator, numbers, time - Time, errorPerTime, cancellationToken);
        IntegrationError += step.Error;
        RoundingError += step.Rounding;
        Advance(step.Length, time);
    }

    /// <inheritdoc/>
    public override void Write(CheckpointWriter writer)
    {
        base.Write(writer);
        driven?.Write(writer);
        writer.Write(numbers.AsSpan());
    }

    /// <inheritdoc/>
    protected override Action ReadState(CheckpointReader reader)
    {
        Action? restoreSteps = driven?.Read(reader);
        double[] saved = reader.Numbers(Layout.Length);
        return () =>
        {
            restoreSteps?.Invoke();
            numbers = saved;
        };
    }
}
