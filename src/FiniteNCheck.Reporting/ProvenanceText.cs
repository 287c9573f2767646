namespace FiniteNCheck.Reporting;

/// <summary>Provenance in a line.</summary>
internal static class ProvenanceText
{
    private const int CommitDigits = 10;

    /// <summary>The program, its version and the machine: the line that ends every page.</summary>
    /// <param name="provenance">Where a result comes from.</param>
    public static string Source(Provenance provenance)
    {
        string commit = provenance.Commit is { } hash ? $", commit {hash[..Math.Min(CommitDigits, hash.Length)]}" : "";
        return $"{provenance.Program} {provenance.Version}{commit}; {provenance.Runtime}; {provenance.InstructionSet}; "
            + $"{provenance.Threads} thread(s)";
    }

    /// <summary>The comments at the top of a file: how to compute it again, and with which program.</summary>
    /// <param name="provenance">Where a result comes from.</param>
    public static IEnumerable<string> Comments(Provenance provenance) =>
        [ReproduceCommand.Write(provenance), Source(provenance)];

    /// <summary>The program, its version, its commit and all parameters.</summary>
    /// <param name="provenance">Where a result comes from.</param>
    public static string Describe(Provenance provenance)
    {
        IEnumerable<string> parameters = provenance.Parameters.Select(each => $"{each.Name} {each.Value}");
        return $"{provenance.Program} {provenance.Version}, commit {provenance.Commit ?? "unknown"}; {string.Join(", ", parameters)}";
    }
}
