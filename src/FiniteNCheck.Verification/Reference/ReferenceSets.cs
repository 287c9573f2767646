using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>A folder of reference data: the catalogue <c>sets.yaml</c>, the model files and one <c>*.verified.csv</c> per set.</summary>
public sealed class ReferenceSets
{
    /// <summary>The name of the catalogue in the folder.</summary>
    public const string Catalogue = "sets.yaml";

    private ReferenceSets(string folder, ImmutableArray<ReferenceSet> all)
    {
        Folder = folder;
        All = all;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The sets in the order of the catalogue.</summary>
    public ImmutableArray<ReferenceSet> All { get; }

    /// <summary>The sets that are recomputed by default.</summary>
    public ImmutableArray<ReferenceSet> Quick => [.. All.Where(set => set.IsQuick)];

    /// <summary>Reads the catalogue of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">There is no catalogue, or it is invalid.</exception>
    public static ReferenceSets Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new ReferenceSets(folder, ReferenceSetsReader.Load(Path.Combine(folder, Catalogue)));
    }

    /// <summary>A set by its name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">There is no such set.</exception>
    public ReferenceSet Find(string name) =>
        All.FirstOrDefault(set => string.Equals(set.Name, name, StringComparison.Ordinal))
        ?? throw new InputException(
            $"SET '{name}' is not in {Path.Combine(Folder, Catalogue)}: allowed are {string.Join(", ", All.Select(set => set.Name))}.");

    /// <summary>The path of the trusted file of a set.</summary>
    /// <param name="set">The set.</param>
    public string VerifiedPath(ReferenceSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Path.Combine(Folder, set.Name + ReferenceFile.VerifiedSuffix);
    }

    /// <summary>The path of the file of a set that waits to be accepted.</summary>
    /// <param name="set">The set.</param>
    public string ReceivedPath(ReferenceSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Path.Combine(Folder, set.Name + ReferenceFile.ReceivedSuffix);
    }

    /// <summary>Compares fresh numbers with the trusted ones; on a mismatch, writes the fresh ones beside them.</summary>
    /// <param name="set">The set.</param>
    /// <param name="received">The fresh numbers.</param>
    /// <exception cref="InputException">The trusted file is missing or damaged.</exception>
    public ReferenceComparison Compare(ReferenceSet set, ReferenceFile received) =>
        ReferenceComparer.Compare(VerifiedPath(set), received);

    /// <summary>Makes the received file of a set the trusted one. Nothing else in the program changes a trusted file.</summary>
    /// <param name="set">The set.</param>
    /// <returns>
    /// How the accepted numbers differ from those they replace; <see langword="null"/> if there were none, or damaged ones.
    /// </returns>
    /// <exception cref="InputException">There is no received file, or it is damaged or belongs to another set.</exception>
    public ReferenceComparison? Accept(ReferenceSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        string received = ReceivedPath(set);
        if (!File.Exists(received))
        {
            throw new InputException(
                $"There is nothing to accept for set '{set.Name}': no {received}. "
                + $"Run 'finitencheck reference regenerate {set.Name}' first.");
        }

        ReferenceFile fresh = ReferenceFile.Read(received);
        if (!string.Equals(fresh.Set, set.Name, StringComparison.Ordinal))
        {
            throw new InputException(
                $"{received} holds the set '{fresh.Set}', not '{set.Name}'. Run 'finitencheck reference regenerate {set.Name}'.");
        }

        ReferenceComparison? change = Change(VerifiedPath(set), fresh);
        File.Move(received, VerifiedPath(set), overwrite: true);
        return change;
    }

    private static ReferenceComparison? Change(string verified, ReferenceFile fresh)
    {
        try
        {
            return File.Exists(verified) ? ReferenceComparer.Compare(verified, ReferenceFile.Read(verified), fresh) : null;
        }
        catch (InputException)
        {
            // Accepting is the way to repair a damaged file.
            return null;
        }
    }
}
