using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>A vector of numbers, which stand for a state, that advances in time, with bounds of its error.</summary>
internal abstract class TimedEvolution
{
    // Asking for the speed of the state costs one application, a step costs fifty or so.
    private const int MinStepsToAsk = 2;

    /// <summary>The time reached.</summary>
    public double Time { get; protected set; }

    /// <summary>The numbers of the state at this time.</summary>
    public abstract double[] Numbers { get; }

    /// <summary>Bound of the error from the integration so far, in trace norm.</summary>
    public double IntegrationError { get; protected set; }

    /// <summary>Bound of the error from rounding so far, that of the initial state included, in trace norm.</summary>
    public double RoundingError { get; protected set; }

    /// <summary>
    /// Bound of the error from elements left out so far, in trace norm; <see langword="null"/> where none are left out.
    /// </summary>
    public abstract double? WindowError { get; }

    /// <summary>Bound of the whole error of the state, in trace norm.</summary>
    public double Error => IntegrationError + (WindowError ?? 0) + RoundingError;

    /// <summary>Accepted steps so far.</summary>
    public long Steps => Propagator.Steps;

    /// <summary>Applications of the generator so far.</summary>
    public long Applications => Propagator.Applications;

    /// <summary>The largest number of real numbers stored at any time so far, guards excluded.</summary>
    public abstract long MaxNumbers { get; }

    /// <summary>How the state is advanced, in words.</summary>
    public virtual string Integrator => "Chebyshev series";

    /// <summary>What advances the state.</summary>
    protected ChebyshevPropagator Propagator { get; } = new();

    /// <summary>Takes one step towards a time and never beyond it.</summary>
    /// <param name="time">The time, later than the one reached.</param>
    /// <param name="cancellationToken">Cancels the step with an <see cref="OperationCanceledException"/>.</param>
    public abstract void StepTowards(double time, CancellationToken cancellationToken);

    /// <summary>Writes everything that the next step depends on.</summary>
    /// <param name="writer">The checkpoint.</param>
    public virtual void Write(CheckpointWriter writer)
    {
        writer.Write(Time);
        writer.Write(IntegrationError);
        writer.Write(RoundingError);
        writer.Write(Propagator.State);
    }

    /// <summary>Restores what <see cref="Write"/> wrote; changes nothing where that fails.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="earliest">The earliest time it can have.</param>
    /// <param name="latest">The latest time it can have.</param>
    /// <exception cref="InvalidDataException">This evolution cannot have written it.</exception>
    public void Read(CheckpointReader reader, double earliest, double latest)
    {
        double time = reader.Number(earliest, latest);
        double error = reader.Number(0, double.MaxValue);
        double rounding = reader.Number(0, double.MaxValue);
        ChebyshevState account = reader.PropagatorState();
        Action restore = ReadState(reader);
        reader.Finish();
        restore();
        (Time, IntegrationError, RoundingError, Propagator.State) = (time, error, rounding, account);
    }

    /// <summary>
    /// Reads the state and everything else beyond the common part, to the end of the checkpoint, and changes nothing yet.
    /// </summary>
    /// <param name="reader">The checkpoint.</param>
    /// <returns>Restores what was read; does not fail.</returns>
    protected abstract Action ReadState(CheckpointReader reader);

    /// <summary>
    /// Leaves the state as it is until a time, if that causes no larger error than the steps it saves: less than the error allowed, or less
    /// than rounding. The error is at most the speed of the state times the time, because that speed never grows in trace norm.
    /// </summary>
    /// <param name="generator">The generator.</param>
    /// <param name="time">The time.</param>
    /// <param name="allowed">Error allowed per unit of time.</param>
    /// <param name="leak">Speed outside the elements that the generator acts on.</param>
    /// <returns>Whether the time was reached that way.</returns>
    protected bool RestsUntil(ILinearSystem generator, double time, double allowed, double leak = 0)
    {
        double length = time - Time;
        if (Steps == 0 || length < MinStepsToAsk * Propagator.NextLength(generator))
        {
            return false;
        }

        double[] state = Numbers;
        double speed = Propagator.Speed(generator, state) + leak;
        double rounding = ChebyshevPropagator.RoundingPerTime(generator, generator.Norm(state));
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

    /// <summary>Advances the time by a step. A step meant to reach a time reaches it exactly.</summary>
    /// <param name="step">The length of the step.</param>
    /// <param name="time">The time headed for.</param>
    protected void Advance(double step, double time) => Time = step == time - Time ? time : Time + step;
}
