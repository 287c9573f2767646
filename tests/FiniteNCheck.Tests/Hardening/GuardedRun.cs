using System.Diagnostics;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>Runs the program on damaged files in a temporary folder, and reports what it must not have done.</summary>
internal sealed class GuardedRun : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("finitencheck-fuzz-").FullName;
    private readonly string _input;
    private readonly string _output;
    private readonly IBackend? _backend;
    private readonly int _inputs;

    /// <summary>Prepares the folder.</summary>
    /// <param name="backend">What computes; <see langword="null"/> for the real thing.</param>
    public GuardedRun(IBackend? backend = null)
    {
        _backend = backend;
        _input = Path.Combine(_root, "in");
        _output = Path.Combine(_root, "out");
        string models = Directory.CreateDirectory(Path.Combine(_input, "models")).FullName;
        foreach (string model in Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "studies", "models"), "*.yaml"))
        {
            File.Copy(model, Path.Combine(models, Path.GetFileName(model)));
        }

        File.WriteAllText(Damaged, "");
        _inputs = Entries(_input);
    }

    /// <summary>
    /// When a run is interrupted; most of them early, so that many files can be tried, while some are given time to compute.
    /// </summary>
    public Func<MutatedFile, TimeSpan> Until { get; init; } = file => TimeSpan.FromMilliseconds(file.Number % 50 == 0 ? 200 : 5);

    /// <summary>How long reading, checking, and ending after the interruption may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A machine that is busy with other things can hold up any run; not every one of these.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The folder, in which only the input and the output directory may be.</summary>
    public string Root => _root;

    private string Damaged => Path.Combine(_input, "damaged.yaml");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>What is wrong with a run on a file; empty where nothing is.</summary>
    /// <param name="file">The file.</param>
    public string FaultOf(MutatedFile file)
    {
        File.WriteAllBytes(Damaged, file.Content);
        string[] args = Arguments(file);
        TimeSpan until = Until(file);
        TimeSpan shortest = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < Tries && shortest > Limit; attempt++)
        {
            using StringWriter output = new();
            using StringWriter error = new();
            using CancellationTokenSource interruption = new(until);
            Stopwatch clock = Stopwatch.StartNew();
            TimeSpan? interrupted = null;
            using CancellationTokenRegistration registration = interruption.Token.Register(() => interrupted = clock.Elapsed);
            int exit = CommandLine.Run(args, output, error, ConsoleTraits.Redirected, _backend, interruption.Token);

            // On a busy machine the interruption comes late; what ends by itself has computed until then.
            TimeSpan due = exit == ExitCode.BadInput ? until : interrupted ?? clock.Elapsed;
            TimeSpan overdue = clock.Elapsed - due;
            shortest = overdue < shortest ? overdue : shortest;
            if (FaultOf(exit, output.ToString(), error.ToString(), interruption.IsCancellationRequested) is { Length: > 0 } fault)
            {
                return $"{string.Join(' ', args)}: exit {exit}: {fault}";
            }
        }

        return shortest <= Limit ? "" : $"{string.Join(' ', args)}: ended {shortest.TotalSeconds:F1} s late";
    }

    private string FaultOf(int exit, string output, string error, bool interrupted)
    {
        bool wrote = Directory.Exists(_output);
        if (wrote)
        {
            Directory.Delete(_output, recursive: true);
        }

        string[] elsewhere =
        [
            .. Directory.GetFileSystemEntries(_root).Where(entry => !string.Equals(entry, _input, StringComparison.Ordinal)),
        ];
        string[] errors = [.. error.Split('\n').Where(line => line.StartsWith("error:", StringComparison.Ordinal))];
        return exit switch
        {
            _ when elsewhere.Length > 0 || Entries(_input) != _inputs =>
                $"files outside of the output directory: {string.Join(", ", elsewhere)}",
            ExitCode.BadInput when wrote || output.Length > 0 => "something was written although the input is refused",
            ExitCode.BadInput when errors.Length != 1 || error.Count(letter => letter == '\n') != 1 => $"not one line: {error}",
            ExitCode.BadInput or ExitCode.Success or ExitCode.Unexpected or ExitCode.Inconclusive => "",
            ExitCode.Interrupted when interrupted && !wrote => "",
            _ => error,
        };
    }

    private string[] Arguments(MutatedFile file) => (file.IsStudy, file.Number % 10) switch
    {
        (true, _) => ["verify", Damaged, "--threads", "1", "--out", _output],
        (false, < 6) => ["exact", Damaged, "--n", "2", "--times", "0.1", "--threads", "1", "--estimate"],
        (false, 6 or 7) => ["exact", Damaged, "--n", "2", "--times", "0.01", "--threads", "1", "--format", "json"],
        (false, 8) => ["exact", Damaged, "--n", "2", "--times", "0.01", "--threads", "1", "--out", _output],
        _ => ["theory", Damaged, "--times", "0.01", "--format", "json"],
    };

    private static int Entries(string folder) => Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Length;
}
