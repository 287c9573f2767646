using System.Collections.Immutable;

namespace FiniteNCheck.Files;

/// <summary>
/// YAML files that ship in a folder beside the program or, if it is a single file, inside it, called by their names without extension.
/// </summary>
/// <param name="folder">The folder, relative to that of the program.</param>
public sealed class BundledFolder(string folder)
{
    private const string Extension = ".yaml";

    /// <summary>The names, in alphabetical order; none where the folder is missing.</summary>
    public ImmutableArray<string> Names =>
        [
            .. EmbeddedFiles.In(Location)
                .Concat(Directory.Exists(Location) ? Directory.EnumerateFiles(Location) : [])
                .Where(file => string.Equals(Path.GetExtension(file), Extension, StringComparison.Ordinal))
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private string Location => Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>The path of a file.</summary>
    /// <param name="name">Its name, one of <see cref="Names"/>.</param>
    public string PathOf(string name) => Path.Combine(Location, name + Extension);
}
