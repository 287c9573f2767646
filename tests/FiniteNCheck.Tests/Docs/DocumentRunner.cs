using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using FiniteNCheck.Claims.Ledgers;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Tests.Docs;

/// <summary>
/// Follows a page from top to bottom in a folder of its own, as a reader does: writes the files that
/// it shows, runs its commands in this process, and compares what they print with what the page
/// shows. The working directory is the process's, so that no other test may run beside it.
/// </summary>
internal sealed partial class DocumentRunner : IDisposable
{
    /// <summary>What a page may use without showing it, as in a checkout of the repository.</summary>
    private static readonly string[] Shipped = ["studies", "reference-data"];

    private static readonly TimeSpan TimeUnderWatch = TimeSpan.FromSeconds(1);

    /// <summary>An executable that runs the commands in place of this process, such as the one of <c>scripts/publish</c>.</summary>
    private static readonly string? Executable = Environment.GetEnvironmentVariable("FINITENCHECK_PROGRAM");

    private readonly string before = Directory.GetCurrentDirectory();
    private readonly string folder = Directory.CreateTempSubdirectory("finitencheck-docs-").FullName;
    private readonly List<string> problems = [];
    private readonly DocumentPage page;
    private readonly string? python;

    private DocumentRunner(DocumentPage page, string? python)
    {
        this.page = page;
        this.python = python;
        foreach (string name in Shipped.Where(name => page.Text.Contains(name, StringComparison.Ordinal)))
        {
            Copy(Path.Combine(RepositoryRoot.Path, name), Path.Combine(folder, name));
        }

        Directory.SetCurrentDirectory(folder);
    }

    /// <summary>What does not work on a page, one line each.</summary>
    /// <param name="page">The page.</param>
    /// <param name="python">The interpreter for blocks of Python, or <see langword="null"/> to leave them out.</param>
    public static IReadOnlyList<string> Problems(DocumentPage page, string? python = null)
    {
        using DocumentRunner runner = new(page, python);
        foreach (DocumentBlock block in page.Blocks)
        {
            runner.Follow(block);
        }

        return runner.problems;
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(before);
        Directory.Delete(folder, recursive: true);
    }

    private void Follow(DocumentBlock block)
    {
        switch (block.Language)
        {
            case "sh" when block.Commands.Any(command => command.Words.Contains("--allow-commands", StringComparer.Ordinal))
                && !PythonFactAttribute.IsInstalled:
                // The programs of the pages are in Python.
                break;
            case "sh":
                Compare(block, string.Concat(block.Commands.Select(command => Run(command, block))));
                break;
            case "yaml":
                Write(block);
                break;
            case "csv" or "python" when FileName().Match(block.Text) is { Success: true } named:
                File.WriteAllText(Path.Combine(folder, named.Groups["file"].Value), block.Text);
                break;
            case "python" when python is not null:
                Compare(block, RunPython(block));
                break;
            case "python" or "text" or "":
                break;
            case "csharp":
                // Compiled and run as a separate test.
                break;
            default:
                Report(block, $"no test knows what to do with a block of '{block.Language}'");
                break;
        }
    }

    private void Report(DocumentBlock block, string problem) => problems.Add($"{page.Name}, line {block.Line}: {problem}.");

    private void Compare(DocumentBlock block, string obtained)
    {
        if (block.Output is { } shown && ShownOutput.Difference(shown.Lines, obtained) is { } difference)
        {
            Report(shown, block.Commands.Any(command => command.IsLong) ? "the output of a command that is not run is shown" : difference);
        }
    }

    /// <summary>
    /// A model, a study, a drift and a diffusion, or a catalogue of reference data: called as its first comment says, or else by its name.
    /// </summary>
    private void Write(DocumentBlock block)
    {
        string file = FileName().Match(block.Text) is { Success: true } named
            ? named.Groups["file"].Value
            : $"{ModelName().Match(block.Text).Groups["name"].Value}.yaml";
        string inFolder = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(inFolder)!);
        File.WriteAllText(inFolder, block.Text);
        try
        {
            Load(inFolder, block);
        }
        catch (InputException exception)
        {
            Report(block, exception.Message);
        }
    }

    private static void Load(string file, DocumentBlock block)
    {
        if (block.Lines.Contains("sets:", StringComparer.Ordinal))
        {
            _ = ReferenceSets.Load(Path.GetDirectoryName(file)!);
        }
        else if (block.Lines.Contains("claims:", StringComparer.Ordinal))
        {
            _ = LedgerReader.Load(file);
        }
        else if (block.Lines.Any(line => line.StartsWith("diffusion:", StringComparison.Ordinal)))
        {
            // Read with the study that names it.
        }
        else if (block.Lines.Any(line => line.StartsWith("predictions:", StringComparison.Ordinal)))
        {
            _ = Study.LoadAll(file);
        }
        else
        {
            _ = ModelFile.LoadAny(file);
        }
    }

    private string Run(DocumentCommand command, DocumentBlock block)
    {
        if (command.Arguments is { } arguments)
        {
            return RunProgram(command, arguments, block);
        }

        switch (command.Words)
        {
            case ["sed", "-i", var expression, var file]
                when Substitution().Match(expression) is { Success: true } change && File.Exists(file):
                string text = File.ReadAllText(file);
                string changed = text.Replace(change.Groups["old"].Value, change.Groups["new"].Value, StringComparison.Ordinal);
                File.WriteAllText(file, changed);
                if (string.Equals(text, changed, StringComparison.Ordinal))
                {
                    Report(block, $"'{change.Groups["old"].Value}' does not stand in {file}");
                }

                break;
            case ["dotnet", "pack" or "tool" or "build" or "test", ..] or [['s', 'c', 'r', 'i', 'p', 't', 's', '/', ..], ..]:
                // Run by .ci/run and scripts; here, what they name must be there.
                IEnumerable<string> paths = command.Words.Where(word => word.Contains('/'));
                foreach (string path in paths.Where(path => !Path.Exists(Path.Combine(RepositoryRoot.Path, path))))
                {
                    Report(block, $"'{path}' does not exist");
                }

                break;
            default:
                Report(block, $"no test knows how to run '{string.Join(' ', command.Words)}'");
                break;
        }

        return "";
    }

    private string RunProgram(DocumentCommand command, string[] arguments, DocumentBlock block)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        // A command that watches a file ends like this alone.
        using CancellationTokenSource interrupt = new();
        if (arguments.Contains("--watch", StringComparer.Ordinal))
        {
            interrupt.CancelAfter(TimeUnderWatch);
        }

        int exit = Executable is not null && !command.IsLong && !arguments.Contains("--watch", StringComparer.Ordinal)
            ? RunExecutable(arguments, output, error)
            : CommandLine.Run(
                arguments, output, error, ConsoleTraits.Redirected, command.IsLong ? new DryBackend() : null, interrupt.Token);
        if (command.IsLong ? exit is ExitCode.BadInput or ExitCode.Fault : exit != command.ExitStatus)
        {
            Report(
                block, $"'{string.Join(' ', command.Words)}' ends with exit status {exit}, and not {command.ExitStatus}: {error}{output}");
        }

        if (command.Target is not { } target)
        {
            return $"{output}{error}";
        }

        File.WriteAllText(target, output.ToString());
        return error.ToString();
    }

    private static int RunExecutable(string[] arguments, StringWriter output, StringWriter error)
    {
        using Process process = Process.Start(new ProcessStartInfo(Executable!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        output.Write(process.StandardOutput.ReadToEnd());
        error.Write(said.GetAwaiter().GetResult());
        process.WaitForExit();
        return process.ExitCode;
    }

    private string RunPython(DocumentBlock block)
    {
        string script = $"line-{block.Line}.py";
        File.WriteAllText(script, block.Text);
        ProcessStartInfo start = new(python!, ["-B", script])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PYTHONPATH"] = Path.Combine(RepositoryRoot.Path, "python");
        start.Environment["FINITENCHECK_PROGRAM"] = Executable ?? Path.Combine(AppContext.BaseDirectory, "finitencheck");
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Report(block, $"Python ends with exit status {process.ExitCode}: {error.GetAwaiter().GetResult()}");
        }

        return output;
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex(@"\A# (?<file>[\w./-]+\.(yaml|csv|py))\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^name: (?<name>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModelName();

    [GeneratedRegex("^s/(?<old>[^/]+)/(?<new>[^/]+)/$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Substitution();
}
