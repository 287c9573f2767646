using System.Collections.Immutable;
using FiniteNCheck.Files;

namespace FiniteNCheck.Claims.Ledgers;

/// <summary>The ledgers of papers that ship with the program, as files beside it.</summary>
public static class BundledLedgers
{
    private static readonly BundledFolder Folder = new(Path.Combine("studies", "ledgers"));

    /// <summary>Their names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names => Folder.Names;

    /// <summary>The file of a bundled ledger.</summary>
    /// <param name="name">Its name, one of <see cref="Names"/>.</param>
    public static string PathOf(string name) => Folder.PathOf(name);
}
