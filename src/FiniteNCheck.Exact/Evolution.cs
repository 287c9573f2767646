using FiniteNCheck.Exact.Checkpoints;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>A state on its way through time, and what its numbers are good for.</summary>
internal abstract class Evolution
{
    // An application more for each step of fifty or so.
    private const int StepsWorthASpeed = 2;

    /// <summary>The time reached.</summary>
    public double Time { get; protected set; }

    /// <summary>The layout of the state at this time.</summary>
    public abstract StateLayout Layout { get; }

    /// <summary>The state at this time.</summary>
    public abstract double[] State { get; }

    /// <summary>A bound of what the integration has added to the error, in trace norm.</summary>
    public double IntegrationError { get; protected set; }

    /// <summary>A bound of what rounding has added to the error, that of the first state included, in trace norm.</summary>
    public double RoundingError { get; protected set; }

    /// <summary>A bound of what elements left out have added to the error, in trace norm; <see langword="null"/> where none are left out.</summary>
    public abstract double? WindowError { get; }

    /// <summary>Steps so far.</summary>
    public long Steps => Propagator.Steps;

    /// <summary>Applications of the generator so far.</summary>
    public long Applications => Propagator.Applications;

    /// <summary>The most real numbers held at any time so far.</summary>
    public abstract long MostNumbers { get; }

    /// <summary>Takes one step towards a time, at most there.</summary>
    /// <param name="time">The time, later than the one reached.</param>
    /// <param name="cancellationToken">Ends the step with an <see cref="OperationCanceledException"/>.</param>
    public abstract void StepTowards(double time, CancellationToken cancellationToken);

    /// <summary>Writes all that the next step depends on.</summary>
    /// <param name="writer">Receives it.</param>
    public virtual void Write(CheckpointWriter writer)
    {
        writer.Write(Time);
        writer.Write(IntegrationError);
        writer.Write(RoundingError);
        writer.Write(Propagator.State.Reach);
        writer.Write(Propagator.State.Ceiling);
        writer.Write(Propagator.State.Steps);
        writer.Write(Propagator.State.RejectedSteps);
        writer.Write(Propagator.State.Applications);
    }

    /// <summary>Takes up what <see cref="Write"/> wrote; stays as it was where that fails.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="earliest">The earliest time it can be of.</param>
    /// <param name="latest">The latest time it can be of.</param>
    /// <exception cref="InvalidDataException">It is not what this evolution can have written.</exception>
    public void Read(CheckpointReader reader, double earliest, double latest)
    {
        double time = reader.Number(earliest, latest);
        double error = reader.Number(0, double.MaxValue);
        double rounding = reader.Number(0, double.MaxValue);
        var account = new ChebyshevState(
            reader.Number(double.Epsilon, double.MaxValue), reader.Number(double.Epsilon, double.MaxValue), reader.Whole(0), reader.Whole(0), reader.Whole(0));
        Action take = ReadState(reader);
        reader.Finish();
        take();
        (Time, IntegrationError, RoundingError, Propagator.State) = (time, error, rounding, account);
    }

    /// <summary>What advances the state.</summary>
    protected ChebyshevPropagator Propagator { get; } = new();

    /// <summary>Reads the state and what else there is beside the common account, to the end of the checkpoint, and changes nothing yet.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <returns>What takes it up; does not fail.</returns>
    protected abstract Action ReadState(CheckpointReader reader);

    /// <summary>What rounding leaves in a product state: its elements are off by some epsilon times the number of spins.</summary>
    /// <param name="spins">The spins of each block.</param>
    protected static double RoundingOfStart(IEnumerable<int> spins) => 2 * 2.220446049250313e-16 * spins.Sum(count => (double)count);

    /// <summary>
    /// Leaves the state as it is until a time, where so many steps would be taken that it is worth asking and it moves by no more than their errors would: by less than
    /// is allowed, or by less than rounding. The speed of the state in trace norm never grows.
    /// </summary>
    /// <param name="generator">The generator.</param>
    /// <param name="time">The time.</param>
    /// <param name="allowed">Allowed error per unit of time.</param>
    /// <param name="leak">Speed outside what the generator acts on.</param>
    protected bool RestsUntil(ILinearSystem generator, double time, double allowed, double leak = 0)
    {
        double length = time - Time;
        if (Steps == 0 || length < StepsWorthASpeed * Propagator.NextLength(generator))
        {
            return false;
        }

        double speed = Propagator.Speed(generator, State) + leak;
        double rounding = ChebyshevPropagator.RoundingPerTime(generator, generator.Norm(State));
        if (!(speed <= Math.Max(allowed, rounding)))
        {
            return false;
        }

        double error = Math.Min(speed, allowed) * length;
        IntegrationError += error;
        RoundingError += (speed * length) - error;
        Time = time;
        return true;
    }

    /// <summary>Moves the time on, exactly to the end where a step was meant to reach it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="time">The time headed for.</param>
    protected void MoveOn(double step, double time) => Time = step == time - Time ? time : Time + step;
}
