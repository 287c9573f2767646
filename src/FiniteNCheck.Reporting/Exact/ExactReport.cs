using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Reporting.Exact;

/// <summary>The input of the exporters of an exact run.</summary>
/// <param name="Model">The model, its initial state resolved to a <see cref="ProductState"/>.</param>
/// <param name="Result">The result.</param>
/// <param name="Tolerance">The tolerance that was asked for, a trace norm.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record ExactReport(SymmetricModel Model, ExactResult Result, double Tolerance, Provenance Provenance)
{
    /// <summary>The quantities that are read off the states, beside means and covariances.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>The observables that are shown; all of the model unless given.</summary>
    public ObservableSelection Observables { get => field ?? ObservableSelection.All(Model); init; }

    /// <summary>The moments of the observables that are shown.</summary>
    public MomentSeries Moments => Observables.Of(Result.Moments);

    /// <summary>The two-time functions, or <see langword="null"/> where they were not asked for.</summary>
    public TwoTimeSeries? TwoTime { get; init; }

    /// <summary>The Weyl operators between Weyl operators, or <see langword="null"/> where they were not asked for.</summary>
    public WeylSeries? Weyl { get; init; }

    /// <summary>The values of a quantity, one per time, with bounds of their errors.</summary>
    /// <param name="quantity">The quantity.</param>
    public ImmutableArray<Measured> ValuesOf(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return [.. Enumerable.Range(0, Result.Moments.Times.Length).Select(time => quantity.Read(Model, Result, time))];
    }

    /// <summary>
    /// What the reader must know: Assumption 1 not satisfied, checks that failed, a tolerance that rounding kept out
    /// of reach.
    /// </summary>
    public ImmutableArray<string> Notes => [.. ModelNotes.Collect(Model), .. FailedChecks, .. MissedTolerance];

    /// <summary>The checks that failed, one sentence each; empty for a sound run.</summary>
    public ImmutableArray<string> FailedChecks =>
        [.. Result.Checks.SelectMany((checks, index) => Failures(checks, Result.Moments.Times[index]))];

    // The numbers are good to what is stated; the tolerance is a wish that many steps of rounding can exceed.
    private IEnumerable<string> MissedTolerance =>
        Result.Checks[^1].Error is var error && error > Tolerance
            ?
            [
                $"The error is bounded by {Numeral.Of(error, 4)} in trace norm, not the tolerance of "
                    + $"{Numeral.Of(Tolerance, 4)}: rounding over {Result.Steps} steps keeps it out of reach. "
                    + "Shorter times reach it.",
            ]
            : [];

    private IEnumerable<string> Failures(ExactChecks checks, double time) =>
        checks.Failures(Tolerance).Select(failure => $"Check failed at t = {Numeral.Of(time, 4)}: {failure}. Do not use these numbers.");
}
