using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>The input of the exporters of slow modes.</summary>
/// <param name="Model">The model.</param>
/// <param name="Modes">The number of modes asked for.</param>
/// <param name="Results">The modes, one result per size; one at least.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record GapReport(SymmetricModel Model, int Modes, ImmutableArray<GapResult> Results, Provenance Provenance)
{
    /// <summary>The sizes at which the search fell short, one sentence each; empty for sound results.</summary>
    public ImmutableArray<string> Failures => [.. Results.SelectMany(FailuresOf)];

    /// <summary>What the reader must know about one size.</summary>
    /// <param name="result">The modes.</param>
    public ImmutableArray<string> NotesOn(GapResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. ModelNotes.Collect(Model), .. Merged(result), .. Zeros(result), .. FailuresOf(result)];
    }

    private static IEnumerable<string> Merged(GapResult result) => result.HasMergedBlocks
        ? ["Equivalent blocks are merged: modes that tell them apart are left out."]
        : [];

    private static IEnumerable<string> Zeros(GapResult result) => result.Zeros == 1
        ? []
        :
        [
            $"At n = {result.N} {result.Zeros} eigenvalues cannot be told from zero: there is more than one stationary state, or modes "
                + "decay more slowly than the residuals resolve. They are left out.",
        ];

    private IEnumerable<string> FailuresOf(GapResult result)
    {
        if (result.Eigenvalues.Length < Modes)
        {
            yield return $"At n = {result.N} only {result.Eigenvalues.Length} of {Modes} modes were found.";
        }

        if (!result.HasConverged)
        {
            yield return $"At n = {result.N} the search ended before the residuals came down: see the errors of the eigenvalues.";
        }

        int unknown = result.Errors.Count(double.IsInfinity);
        if (unknown > 0)
        {
            yield return $"At n = {result.N} no left eigenvector was found for {unknown} of {result.Errors.Length} modes: their errors are "
                + "not known.";
        }
    }
}
