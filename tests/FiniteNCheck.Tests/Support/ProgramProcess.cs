using System.Diagnostics;
using FiniteNCheck.Cli;

namespace FiniteNCheck.Tests.Support;

/// <summary>The program as a process of its own.</summary>
internal static class ProgramProcess
{
    /// <summary>The program, which the build puts beside the tests with its runtime configuration.</summary>
    public static string Path => typeof(CommandLine).Assembly.Location;

    /// <summary>Starts the program with its streams redirected.</summary>
    /// <param name="args">Its arguments.</param>
    public static Process Start(params string[] args) => StartCommand("dotnet", ["exec", Path, .. args]);

    /// <summary>Starts any command with its streams redirected.</summary>
    /// <param name="command">The command.</param>
    /// <param name="args">Its arguments.</param>
    public static Process StartCommand(string command, params string[] args)
    {
        ProcessStartInfo start = new(command, args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
    }

    /// <summary>Waits for the end of a process; one that does not come is a failure.</summary>
    /// <param name="process">The process.</param>
    /// <returns>Exit status, standard output, standard error.</returns>
    public static (int Exit, string Output, string Error) End(Process process)
    {
        // Far longer than any of these runs takes: a hang is a failure, not a wait.
        const int PatienceMs = 240_000;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(PatienceMs))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end in {PatienceMs / 1000} s.");
        }

        return (process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="process">To which process.</param>
    /// <param name="signal">The signal: KILL, TERM, INT.</param>
    /// <param name="times">How often, one right after the other.</param>
    public static void Signal(Process process, string signal, int times = 1)
    {
        string command = $"kill -{signal} {process.Id}";
        using Process kill = StartCommand("sh", "-c", string.Join("; ", Enumerable.Repeat(command, times)));
        kill.WaitForExit();
    }
}
