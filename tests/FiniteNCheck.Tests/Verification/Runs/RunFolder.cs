using System.Collections.Immutable;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Tests.Verification.Runs;

/// <summary>A run directory for one test, with studies whose exact values are given functions.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-run-");

    /// <summary>The run directory.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "run");

    /// <summary>What was warned of.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The files of finished points.</summary>
    public string[] Points => Directory.GetFiles(System.IO.Path.Combine(Path, "points"), "*.json");

    /// <summary>Every file with its bytes, locks and the plan aside.</summary>
    public Dictionary<string, byte[]> Contents =>
        Points.ToDictionary(file => System.IO.Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);

    /// <summary>Opens the run directory.</summary>
    /// <param name="change">Changes the options.</param>
    public RunOptions Open(Func<RunOptions, RunOptions>? change = null)
    {
        RunOptions options = new() { Jobs = 2, Directory = RunDirectory.Open(Path, Note), Warn = Note };
        return change?.Invoke(options) ?? options;
    }

    /// <summary>Plans the study of a fake, computes what is missing and judges.</summary>
    /// <param name="fakes">The fake.</param>
    /// <param name="change">Changes the options.</param>
    public ImmutableArray<StudyFinding> Run(Fakes fakes, Func<RunOptions, RunOptions>? change = null)
    {
        StudiesRun run = new([fakes.Study], Open(change), fakes.Solvers());
        run.Compute();
        return run.Judge();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Note(string warning)
    {
        lock (Warnings)
        {
            Warnings.Add(warning);
        }
    }
}
