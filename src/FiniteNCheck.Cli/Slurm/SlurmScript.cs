using System.Globalization;
using FiniteNCheck.Cli.Resources;
using FiniteNCheck.Reporting;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>The files of a submission: a script for each array, the lists of points of its tasks, and the merge script.</summary>
internal static class SlurmScript
{
    /// <summary>The name of the merge script.</summary>
    public const string Merge = "merge.sh";

    /// <summary>The folder with a list of points for each task.</summary>
    public const string Tasks = "tasks";

    /// <summary>The folder of the logs.</summary>
    public const string Logs = "logs";

    /// <summary>The folder of the report.</summary>
    public const string Results = "results";

    /// <summary>The default run directory.</summary>
    public const string Run = "run";
    private const int MaxNameLength = 40;

    /// <summary>The files and folders that a submission writes.</summary>
    /// <param name="ownRun">Whether the run directory is one of them.</param>
    public static IEnumerable<string> Names(bool ownRun) =>
        ["array-1.sh", Merge, Tasks, Logs, Results, .. ownRun ? [Run] : Array.Empty<string>()];

    /// <summary>Renders all files of a submission.</summary>
    public static IEnumerable<ResultFile> FilesOf(SlurmJob job) =>
    [
        .. job.Arrays.Select(array => ResultFile.OfText(array.Script, ArrayText(job, array))),
        ResultFile.OfText(Merge, MergeText(job)),
        .. job.Arrays
            .SelectMany(array => array.Tasks)
            .Select(task => ResultFile.OfText($"{Tasks}/{task.Number}", string.Concat(task.Points.Select(point => $"{point.Id}\n")))),
    ];

    /// <summary>Renders the script of an array.</summary>
    public static string ArrayText(SlurmJob job, SlurmArray array)
    {
        string[] retry = job.Retry ? ["--retry"] : [];
        string verify = ShellWord.Join([.. Verify(job), .. retry, "--long", "--jobs", $"{array.Cpus}", "--points"]);
        string lists = ShellWord.Quote(Path.Combine(job.Folder, Tasks));
        return Fill(
            "array",
            job,
            new(StringComparer.Ordinal)
            {
                ["NAME"] = NameOf(job),
                ["INDICES"] = $"{array.Tasks[0].Number}-{array.Tasks[^1].Number}",
                ["CPUS"] = $"{array.Cpus}",
                ["MEBIBYTES"] = $"{array.Mebibytes}",
                ["MINUTES"] = $"{array.Minutes}",
                ["LOG"] = Directive(Path.Combine(job.Folder, Logs)) + "/%a.log",
                ["VERIFY"] = $"{verify} {lists}/\"$SLURM_ARRAY_TASK_ID\" --memory-limit \"${{memory}}MiB\"",
                ["MEMORY"] = $"memory=$((${{SLURM_MEM_PER_NODE:-{array.Mebibytes}}} - {SlurmArray.RuntimeMebibytes}))",
            });
    }

    /// <summary>Renders the merge script.</summary>
    public static string MergeText(SlurmJob job)
    {
        string results = Path.Combine(job.Folder, Results);
        return Fill("merge", job, new(StringComparer.Ordinal)
        {
            ["NAME"] = $"{NameOf(job)}-merge",
            ["CPUS"] = $"{job.Cpus}",
            ["LOG"] = Directive(Path.Combine(job.Folder, Logs)) + "/merge.log",
            ["RESULTS"] = ShellWord.Quote(results),
            ["VERIFY"] = ShellWord.Join([.. Verify(job), "--jobs", "0", "--out", results]),
        });
    }

    /// <summary>The name of the jobs: that of the study, without characters that are awkward in tables or file names.</summary>
    public static string NameOf(SlurmJob job)
    {
        string study = Path.GetFileNameWithoutExtension(job.Studies[0]);
        string clean = string.Concat(study.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')).Trim('-', '.');
        string more = job.Studies.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"-and-{job.Studies.Length - 1}-more") : "";
        return $"{(clean.Length == 0 ? "study" : clean[..Math.Min(clean.Length, MaxNameLength)])}{more}";
    }

    private static IEnumerable<string> Verify(SlurmJob job) =>
    [
        .. job.Program,
        "verify",
        .. job.Studies,
        .. job.Large ? ["--large"] : Array.Empty<string>(),
        .. job.Method is { } method ? ["--method", method.ToString().ToLowerInvariant()] : Array.Empty<string>(),
        .. job.AllowCommands ? ["--allow-commands"] : Array.Empty<string>(),
        "--run",
        job.Run,
        "--threads",
        $"{job.Cpus}",
    ];

    /// <summary>
    /// Escapes a path inside the double quotes of an <c>sbatch</c> directive; a percent sign is doubled, since it would start a pattern.
    /// </summary>
    private static string Directive(string path) =>
        path.Replace("%", "%%", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>Fills in a template; the line of further options is dropped if there are none.</summary>
    private static string Fill(string template, SlurmJob job, Dictionary<string, string> values)
    {
        string[] lines = EmbeddedText.Read($"Slurm/{template}.sh").ReplaceLineEndings("\n").Split('\n');
        values["OPTIONS"] = job.Options;
        return string.Join(
            '\n',
            lines
                .Where(line => job.Options.Length > 0 || !line.Contains("@OPTIONS@", StringComparison.Ordinal))
                .Select(line => Replace(line, values)));
    }

    /// <summary>
    /// Replaces the only placeholder of a line. There is at most one, so a value that looks like a placeholder is left alone.
    /// </summary>
    private static string Replace(string line, Dictionary<string, string> values) =>
        values.FirstOrDefault(value => line.Contains($"@{value.Key}@", StringComparison.Ordinal)) is { Key: not null } found
            ? line.Replace($"@{found.Key}@", found.Value, StringComparison.Ordinal)
            : line;
}
