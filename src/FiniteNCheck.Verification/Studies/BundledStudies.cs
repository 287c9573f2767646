using System.Collections.Immutable;
using FiniteNCheck.Files;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>The studies that ship with the program, as files beside it.</summary>
public static class BundledStudies
{
    private static readonly BundledFolder Folder = new("studies");

    /// <summary>The studies that run when none is named.</summary>
    public static ImmutableArray<string> Default { get; } = ["paramagnetic", "retrieval"];

    /// <summary>The names of all bundled studies, in alphabetical order.</summary>
    public static ImmutableArray<string> Names => Folder.Names;

    /// <summary>Loads a bundled study.</summary>
    /// <param name="name">Its name, one of <see cref="Names"/>.</param>
    /// <param name="changes">What is changed; <see langword="null"/> for nothing.</param>
    /// <exception cref="InputException">There is no such study.</exception>
    public static Study Load(string name, StudyChanges? changes = null) => Study.Load(PathOf(name), changes);

    /// <summary>Loads a bundled study, which may make several: of a sweep, or of the components of a mixture.</summary>
    /// <param name="name">Its name, one of <see cref="Names"/>.</param>
    /// <param name="changes">What is changed; <see langword="null"/> for nothing.</param>
    /// <exception cref="InputException">There is no such study.</exception>
    public static ImmutableArray<Study> LoadAll(string name, StudyChanges? changes = null) => Study.LoadAll(PathOf(name), changes);

    private static string PathOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name, StringComparer.Ordinal)
            ? Folder.PathOf(name)
            : throw new InputException(
                $"study: found '{name}'; allowed: {string.Join(", ", Names)}, or the path of a study file. Name one of these.");
    }

    /// <summary>Loads a bundled study by name, or a study file by path.</summary>
    /// <param name="nameOrPath">The name or the path.</param>
    /// <exception cref="InputException">Neither exists, or the file is invalid.</exception>
    public static Study Find(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return File.Exists(nameOrPath) ? Study.Load(nameOrPath) : Load(nameOrPath);
    }
}
