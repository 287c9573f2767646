using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// The arguments of <c>omega(W(r1) e^(t1 L)[W_t1(ra) e^((t2-t1)L)[W_t2(rb)] W_t1(rc)] W(r2))</c>: Weyl operators
/// <c>W(q) = exp(i q.F)</c> at time 0 on both sides of those of a triple, which stand at two later times. Every F subtracts the averages
/// at its own time (27).
/// </summary>
/// <param name="Left"><c>r1</c>: one number per observable, in the order of <see cref="SymmetricModel.ObservableNames"/>.</param>
/// <param name="Inner">The triple <c>ra; rb; rc</c>.</param>
/// <param name="Right"><c>r2</c>, as <paramref name="Left"/>.</param>
/// <param name="Time"><c>t1</c>, the time of ra and rc; finite, not negative.</param>
public sealed record NestedWeyl(ImmutableArray<double> Left, WeylTriple Inner, ImmutableArray<double> Right, double Time)
{
    /// <summary>
    /// The arguments with left and right exchanged: the function at <c>-r1, -ra, -rb, -rc, -r2</c> is the complex conjugate of that at
    /// these.
    /// </summary>
    public NestedWeyl Exchanged => new(Right, Inner.Exchanged, Left, Time);

    /// <summary>The outer arguments beside those of the innermost operator.</summary>
    public WeylTriple Outer => new(Left, Inner.Inner, Right);

    /// <summary>Checks that the arguments fit a model and the times t2.</summary>
    /// <param name="model">The model.</param>
    /// <param name="times">The times t2, at least one, strictly increasing.</param>
    /// <exception cref="InputException">
    /// A list has a wrong length, a component is too large or no number, or a time is too early.
    /// </exception>
    public void Check(CollectiveModel model, IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        Outer.Check(model);
        Inner.Check(model);
        OutputTimes.Check(times);
        if (!(Time >= 0 && Time <= times[0]))
        {
            throw new InputException(
                $"the earlier of both inner times is {Numeral.Exact(Time)}: expected a number from 0 to the first of the later times, "
                + $"{Numeral.Exact(times[0])}. Give one in that range.");
        }
    }
}
