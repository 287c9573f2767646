using System.Collections.Immutable;

namespace FiniteNCheck.Model.Driving;

/// <summary>A real function of time: a <see cref="FormulaOfTime"/> or <see cref="Steps"/>.</summary>
public abstract record TimeFunction
{
    /// <summary>The largest magnitude of a value, as of any number of a model.</summary>
    public const double MaxMagnitude = 1e50;

    private protected TimeFunction()
    {
    }

    /// <summary>Whether the function is constant between its <see cref="Breaks"/>.</summary>
    public abstract bool IsStepwise { get; }

    /// <summary>The times after 0 at which the function jumps, increasing.</summary>
    public abstract ImmutableArray<double> Breaks { get; }

    /// <summary>Whether a value is finite and not too large.</summary>
    /// <param name="value">The value.</param>
    public static bool IsUsable(double value) => Math.Abs(value) <= MaxMagnitude;

    /// <summary>The value at a time; at a break the one after it.</summary>
    /// <param name="time">The time, not negative.</param>
    public abstract double At(double time);

    /// <summary>Steps held at their value at one time; a formula as it is.</summary>
    /// <param name="time">A time between the breaks.</param>
    public TimeFunction HeldAt(double time) => this is Steps ? new Steps([0], [At(time)]) : this;
}
