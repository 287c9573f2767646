using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact;

/// <summary>A state on its way through time, and what its numbers are good for.</summary>
internal abstract class Evolution
{
    /// <summary>The time reached.</summary>
    public double Time { get; protected set; }

    /// <summary>The layout of the state at this time.</summary>
    public abstract StateLayout Layout { get; }

    /// <summary>The state at this time.</summary>
    public abstract double[] State { get; }

    /// <summary>A bound of what the integration has added to the error, in trace norm.</summary>
    public double IntegrationError { get; protected set; }

    /// <summary>A bound of what elements left out have added to the error, in trace norm; <see langword="null"/> where none are left out.</summary>
    public abstract double? WindowError { get; }

    /// <summary>Steps so far.</summary>
    public abstract long Steps { get; }

    /// <summary>The most real numbers held at any time so far.</summary>
    public abstract long MostNumbers { get; }

    /// <summary>Takes one step towards a time, at most there.</summary>
    /// <param name="time">The time, later than the one reached.</param>
    /// <param name="cancellationToken">Ends the step with an <see cref="OperationCanceledException"/>.</param>
    public abstract void StepTowards(double time, CancellationToken cancellationToken);

    /// <summary>Moves the time on, exactly to the end where a step was meant to reach it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="time">The time headed for.</param>
    protected void MoveOn(double step, double time) => Time = step == time - Time ? time : Time + step;
}
