using System.Collections.Immutable;

namespace FiniteNCheck.Model.Driving;

/// <summary>A real function of time: a <see cref="FormulaOfTime"/> or <see cref="Steps"/>.</summary>
public abstract record TimeFunction
{
    private protected TimeFunction()
    {
    }

    /// <summary>Whether the function is constant between its <see cref="Breaks"/>.</summary>
    public abstract bool IsStepwise { get; }

    /// <summary>The times after 0 at which the function jumps, increasing.</summary>
    public abstract ImmutableArray<double> Breaks { get; }

    /// <summary>The value at a time; at a break the one after it.</summary>
    /// <param name="time">The time, not negative.</param>
    public abstract double At(double time);
}
