using System.Collections.Frozen;
using System.Reflection;

namespace FiniteNCheck.Files;

/// <summary>
/// The bundled files of a program that is a single file: resources <c>bundled/FOLDER/FILE</c> of it, read under the paths that they would
/// have beside it. A program with a folder of its own has none.
/// </summary>
internal static class EmbeddedFiles
{
    private const string Prefix = "bundled/";

    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(() =>
        (Assembly.GetEntryAssembly()?.GetManifestResourceNames() ?? [])
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, name[Prefix.Length..])), StringComparer.Ordinal));

    /// <summary>The paths of the files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<string> In(string folder)
    {
        string full = Path.GetFullPath(folder);
        return Names.Value.Keys.Where(path => string.Equals(Path.GetDirectoryName(path), full, StringComparison.Ordinal));
    }

    /// <summary>Whether there is such a file.</summary>
    /// <param name="path">Its path.</param>
    public static bool Exists(string path) => Names.Value.Count > 0 && Names.Value.ContainsKey(Path.GetFullPath(path));

    /// <summary>Opens a file, or returns <see langword="null"/> if there is none.</summary>
    /// <param name="path">Its path.</param>
    public static Stream? Open(string path) => Exists(path)
        ? Assembly.GetEntryAssembly()!.GetManifestResourceStream(Names.Value[Path.GetFullPath(path)])
        : null;
}
