using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>
/// Compares the headers of two files of the project's own sets. They must agree on what was computed, not on how and by which version.
/// </summary>
internal static class ReferenceHeaderComparison
{
    /// <summary>
    /// Rounding of a fixed point on another machine: a few operations on numbers of order one, amplified little, since the flow contracts.
    /// </summary>
    private const double InitialTolerance = 1e-12;

    private static readonly ImmutableArray<string> Compared = ["model", "drift", "n", "times", "tolerance"];

    /// <summary>Lists the differences.</summary>
    /// <param name="expected">The stored file.</param>
    /// <param name="received">The fresh one.</param>
    public static IEnumerable<string> Problems(ReferenceFile expected, ReferenceFile received)
    {
        if (received.Origin is not { } fresh || expected.Origin is not { } stored || expected.Kind != received.Kind)
        {
            (string file, string set) = (ReferenceFileText.Name(expected.Kind), ReferenceFileText.Name(received.Kind));
            return received.Kind == ReferenceKind.Table || expected.Kind == received.Kind
                ? []
                : [$"The file is of kind {file}, the set of kind {set}."];
        }

        return ReferenceFileText.OriginKeys(expected.Kind)
            .Where(key => Compared.Contains(key, StringComparer.Ordinal))
            .Select(key => (Key: key, Stored: ReferenceFileText.Value(stored, key), Fresh: ReferenceFileText.Value(fresh, key)))
            .Where(pair => !string.Equals(pair.Stored, pair.Fresh, StringComparison.Ordinal))
            .Select(pair => $"The header says '{pair.Key}: {pair.Stored}', the set now '{pair.Key}: {pair.Fresh}'.")
            .Concat(SetProblems(expected, received))
            .Concat(InitialProblems(stored.Initial, fresh.Initial))
            .Concat(ToleranceProblems(expected.Table, received.Table));
    }

    private static IEnumerable<string> SetProblems(ReferenceFile expected, ReferenceFile received) =>
        string.Equals(expected.Set, received.Set, StringComparison.Ordinal)
            ? []
            : [$"The file holds the set {expected.Set}, not {received.Set}."];

    private static IEnumerable<string> InitialProblems(ImmutableArray<PauliVector> stored, ImmutableArray<PauliVector> fresh) =>
        stored.Length == fresh.Length && stored.Zip(fresh).All(pair => (pair.First + (-1 * pair.Second)).Norm <= InitialTolerance)
            ? []
            : ["The initial state of the header is not the one that the model gives now."];

    private static IEnumerable<string> ToleranceProblems(ReferenceTable stored, ReferenceTable fresh) =>
        stored.Columns
            .Where(column =>
                fresh.IndexOf(column.Name) is >= 0 and var index
                && (fresh.Columns[index].Absolute != column.Absolute || fresh.Columns[index].Relative != column.Relative))
            .Select(column => $"The tolerances of column {column.Name} are not those of the set.")
            .Take(1);
}
