using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Ledgers;

/// <summary>The ledgers of papers that ship with the program, as files beside it.</summary>
public static class BundledLedgers
{
    private const string Extension = ".yaml";

    /// <summary>Their names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names =>
        !Directory.Exists(Folder)
            ? []
            : [.. Directory.EnumerateFiles(Folder, "*" + Extension).Select(NameOf).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "studies", "ledgers");

    /// <summary>The file of a bundled ledger.</summary>
    /// <param name="name">Its name, one of <see cref="Names"/>.</param>
    public static string PathOf(string name) => Path.Combine(Folder, name + Extension);

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);
}
