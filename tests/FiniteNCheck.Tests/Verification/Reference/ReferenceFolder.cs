using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>The project's reference data: the originals in the repository, or a copy that a test may modify.</summary>
public sealed class ReferenceFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finitencheck-reference-").FullName;

    public static ReferenceSets Stored { get; } = ReferenceSets.Load(Path.Combine(RepositoryRoot.Path, "reference-data"));

    /// <summary>A copy of the catalogue, the models and the verified files.</summary>
    public ReferenceSets Copy()
    {
        Directory.CreateDirectory(Path.Combine(folder, "models"));
        string[] patterns = ["*.yaml", "*.verified.csv", "models/*.yaml"];
        foreach (string file in patterns.SelectMany(pattern => Directory.GetFiles(Stored.Folder, pattern)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetRelativePath(Stored.Folder, file)), overwrite: true);
        }

        return ReferenceSets.Load(folder);
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
