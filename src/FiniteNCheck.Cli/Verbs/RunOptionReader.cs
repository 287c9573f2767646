using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Verbs;

/// <summary>Reads the options of a run: jobs, memory, and the run directory with its own options.</summary>
internal static class RunOptionReader
{
    private const int MaxInterval = 86_400;

    // Room for almost two million points.
    private const int MaxFileSize = 1 << 26;

    /// <summary>Reads the options of a run; opens the run directory, and creates it if it does not exist.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="context">Receives the warnings.</param>
    /// <exception cref="InputException">An option is invalid, or the directory cannot be used.</exception>
    public static RunOptions Read(OptionReader options, RunContext context)
    {
        int? jobs = options.Whole(Options.Jobs, 0, OptionReader.MaxThreads);
        ImmutableHashSet<string>? only = options.Raw(Options.Points) is { } file ? ReadPoints(file) : null;
        bool retry = options.Has(Options.Retry);
        int? interval = options.Whole(Options.Checkpoint, 0, MaxInterval);
        StudyOptions study = new()
        {
            Threads = options.Threads(),
            MemoryLimit = options.MemoryLimit(),
            AllowLong = options.Has(Options.Long),
            AllowCommands = options.Has(Options.AllowCommands),
            Method = options.StudyMethod(),
        };
        if (options.Raw(Options.Run) is null && WithoutRun(jobs, only, retry, interval) is { } option)
        {
            throw new InputException($"{option.Name} is about a run directory, and there is none: give --run DIR, or leave it out.");
        }

        void Warn(string message)
        {
            lock (context.Error)
            {
                context.Error.WriteLine($"warning: {message}");
            }
        }

        return new RunOptions
        {
            Study = study,
            Jobs = jobs,
            Only = only,
            RetryFailed = retry,
            CheckpointInterval = interval is { } seconds ? TimeSpan.FromSeconds(seconds) : RunOptions.DefaultCheckpointInterval,
            Directory = options.Raw(Options.Run) is { } path ? RunDirectory.Open(path, Warn) : null,
            Warn = Warn,
        };
    }

    private static Option? WithoutRun(int? jobs, ImmutableHashSet<string>? only, bool retry, int? interval) =>
        jobs == 0 ? Options.Jobs
        : only is not null ? Options.Points
        : retry ? Options.Retry
        : interval is not null ? Options.Checkpoint
        : null;

    private static ImmutableHashSet<string> ReadPoints(string file)
    {
        try
        {
            byte[] bytes = InputBytes.Read(file, MaxFileSize);
            if (bytes.Length > MaxFileSize)
            {
                throw new InputException(
                    $"--points is '{file}', which is larger than {MaxFileSize >> 20} MiB: "
                    + "give a file with the id of a point on each line.");
            }

            string[] ids = Encoding.UTF8
                .GetString(bytes)
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return Array.Find(ids, id => !RunPlan.IsId(id)) is { } wrong
                    ? throw new InputException(
                        $"--points is '{file}', where '{(wrong.Length > 40 ? wrong[..40] : wrong)}' is not the id of a point: "
                        + "allowed are 32 hexadecimal digits per line. 'finitencheck slurm' writes such files.")
                : ids.Length == 0
                    ? throw new InputException(
                        $"--points is '{file}', which names no point: give a file with the id of a point on each line.")
                : [.. ids];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new InputException(
                $"--points is '{file}', which cannot be read ({exception.Message}): give a file with the id of a point on each line.",
                exception);
        }
    }
}
