using FiniteNCheck.Exact.Evolution;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>A folder for the checkpoint of one run, and the warnings of the run.</summary>
internal sealed class CheckpointFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-checkpoint-");

    public CheckpointFolder() => Settings = new Checkpointing
    {
        Path = System.IO.Path.Combine(folder.FullName, "run.checkpoint"),
        Identity = "a run of the tests",
        Warn = Warnings.Add,
    };

    public Checkpointing Settings { get; }

    public string Path => Settings.Path;

    public List<string> Warnings { get; } = [];

    /// <summary>The names of the files in the folder, in order.</summary>
    public string[] Files => [.. folder.GetFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public byte[] Bytes
    {
        get => File.ReadAllBytes(Path);
        set => File.WriteAllBytes(Path, value);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
