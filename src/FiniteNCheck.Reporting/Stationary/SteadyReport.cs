using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>The input of the exporters of stationary states.</summary>
/// <param name="Model">The model, its initial state resolved to a <see cref="ProductState"/>.</param>
/// <param name="Results">The stationary states, one per size; one at least.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record SteadyReport(SymmetricModel Model, ImmutableArray<SteadyResult> Results, Provenance Provenance)
{
    /// <summary>The quantities that are read off the states, beside means and covariances.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>The sizes at which the search fell short, one sentence each; empty for sound results.</summary>
    public ImmutableArray<string> Failures => [.. Results.SelectMany(FailuresOf)];

    /// <summary>The value of a quantity in a stationary state.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="result">The state.</param>
    public double ValueOf(Quantity quantity, SteadyResult result)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(result);
        return quantity.Read(Model, result.State, 0).Value;
    }

    /// <summary>What the reader must know about one size.</summary>
    /// <param name="result">The state.</param>
    public ImmutableArray<string> NotesOn(SteadyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. ModelNotes.Collect(Model), .. FailuresOf(result), .. SeveralStates(result)];
    }

    private static IEnumerable<string> SeveralStates(SteadyResult result)
    {
        if (result.IsReachedFromStart)
        {
            string least = result.IsCountExact ? "" : "at least ";
            yield return $"Stationary states: {least}{result.StationaryStates}. This is the one reached from the initial state.";
        }
        else if (!result.IsCountExact)
        {
            yield return "There may be more stationary states: no size of this model is small enough to count them.";
        }
    }

    private static IEnumerable<string> FailuresOf(SteadyResult result)
    {
        if (!result.HasConverged)
        {
            yield return $"At n = {result.N} the residual is {Numeral.Error(result.Residual)}, not below {Numeral.Error(result.Target)}: "
                + $"the state moves by up to {Numeral.Error(result.Residual)} tau in trace norm within a time tau.";
        }

        if (!(Math.Abs(result.Trace - 1) <= 1e-10))
        {
            yield return $"Check failed at n = {result.N}: trace - 1 is {Numeral.Error(result.Trace - 1)}. Do not use these numbers.";
        }
    }
}
