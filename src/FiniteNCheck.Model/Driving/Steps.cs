using System.Collections.Immutable;

namespace FiniteNCheck.Model.Driving;

/// <summary>A function of time that is constant between jumps.</summary>
/// <param name="From">The times from which the values hold: 0, then increasing.</param>
/// <param name="Values">The values.</param>
public sealed record Steps(ImmutableArray<double> From, ImmutableArray<double> Values) : TimeFunction
{
    /// <inheritdoc/>
    public override bool IsStepwise => true;

    /// <inheritdoc/>
    public override ImmutableArray<double> Breaks => From[1..];

    /// <inheritdoc/>
    public override double At(double time)
    {
        int step = 0;
        while (step + 1 < From.Length && From[step + 1] <= time)
        {
            step++;
        }

        return Values[step];
    }

    /// <summary>Equality by times and values.</summary>
    /// <param name="other">The other function.</param>
    public bool Equals(Steps? other) =>
        other is not null && From.AsSpan().SequenceEqual(other.From.AsSpan()) && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => From.Concat(Values).Aggregate(From.Length, HashCode.Combine);
}
