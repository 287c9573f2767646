using System.Diagnostics;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>The program as a separate process: streams, signals, exit statuses.</summary>
[Trait("Kind", "Cli")]
public sealed class ProcessTests : CliTest
{
    /// <summary>A hang is a failure, not a wait: far longer than any of these runs takes.</summary>
    private const int PatienceMs = 120_000;

    [Fact]
    public void Help_goes_to_standard_output_as_plain_text()
    {
        (int exit, string output, string error) = RunToEnd("--help");
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("finitencheck: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Bad_usage_ends_with_two_and_a_message_on_standard_error()
    {
        (int exit, string output, string error) = RunToEnd("exact", ModelPath, "--n", "0", "--times", "1");
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("error: --n is '0'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Redirected_results_are_plain_text_and_standard_error_is_empty()
    {
        (int exit, string output, string error) = RunToEnd("exact", Model("two-large-spins"), "--n", "2", "--times", "0.1");
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("Exact moments of two-large-spins at n = 2", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData("INT", 1)]
    [InlineData("TERM", 1)]
    [InlineData("TERM", 3)] // Slurm and the script of a job both send it.
    public async Task A_signal_ends_a_long_run_with_130_and_no_file(string signal, int times)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string results = Path.Combine(Folder, "results");

        // A run far longer than the test: the end comes from the signal or not at all.
        using Process process = ProgramProcess.Start(
            "exact", Model("two-large-spins"), "--n", "60", "--times", "1000", "--memory-limit", "100GB", "--out", results);

        // The first progress line proves that the run is under way; it comes after two seconds.
        string? firstLine = await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromMilliseconds(PatienceMs));
        Assert.StartsWith("exact, n = 60", firstLine, StringComparison.Ordinal);
        ProgramProcess.Signal(process, signal, times);

        bool ended = process.WaitForExit(PatienceMs);
        if (!ended)
        {
            process.Kill();
        }

        Assert.True(ended, "the signal did not end the run");
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.Contains("Interrupted", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(results));
    }

    [Fact]
    public void Memory_that_runs_out_is_said_and_leaves_no_file()
    {
        // The limit allows 8 GB, the run needs 1 GB, and the runtime grants an eighth of that.
        string results = Path.Combine(Folder, "results");
        (int exit, string output, string error) = RunWithLittleMemory("--memory-limit", "8GB", "--out", results);
        Assert.Equal((4, ""), (exit, output));
        Assert.StartsWith("error: The memory ran out, and no file was written", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(results));
    }

    [Fact]
    public void A_run_that_exceeds_what_the_runtime_may_use_is_refused()
    {
        (int exit, string output, string error) = RunWithLittleMemory();
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("of the 134 MB here", error, StringComparison.Ordinal);
    }

    /// <summary>MathNet would ask this variable, and fail where the library is not there.</summary>
    [Fact]
    public void No_environment_variable_chooses_the_linear_algebra()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process process = ProgramProcess.StartCommand(
            "env", "MathNetNumericsLAProvider=MKL", "dotnet", "exec", ProgramProcess.Path, "doctor");
        (int exit, string output, string error) = ProgramProcess.End(process);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains(FiniteNCheck.Numerics.LinearAlgebra.Provider, output, StringComparison.Ordinal);
    }

    private static string Model(string name) => Path.Combine(AppContext.BaseDirectory, "studies", "models", $"{name}.yaml");

    private static (int Exit, string Output, string Error) RunWithLittleMemory(params string[] more)
    {
        using Process process = ProgramProcess.StartCommand(
            "env",
            [
                "DOTNET_GCHeapHardLimit=0x8000000",
                "dotnet",
                "exec",
                ProgramProcess.Path,
                "exact",
                Model("two-large-spins"),
                "--n",
                "400",
                "--times",
                "0.01",
                "--method",
                "full",
                .. more,
            ]);
        return ProgramProcess.End(process);
    }

    private static (int Exit, string Output, string Error) RunToEnd(params string[] args)
    {
        using Process process = ProgramProcess.Start(args);
        return ProgramProcess.End(process);
    }
}
