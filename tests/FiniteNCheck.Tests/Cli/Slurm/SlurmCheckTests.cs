using System.Diagnostics;
using FiniteNCheck.Cli;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Slurm;

/// <summary>The whole way on a real Slurm: <c>scripts/slurm-check</c> with the program that is under test.</summary>
[Trait("Kind", "CrossCheck")]
[Trait("Speed", "Slow")]
public sealed class SlurmCheckTests
{
    /// <summary>A hang is a failure, not a wait: far longer than the script takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    [SlurmFact]
    public void A_sweep_in_which_everything_goes_wrong_comes_out_as_without_a_cluster()
    {
        ProcessStartInfo start = new(
            Path.Combine(RepositoryRoot.Path, "scripts", "slurm-check"), ["dotnet", typeof(CommandLine).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process script = Process.Start(start) ?? throw new InvalidOperationException("The script did not start.");
        Task<string> error = script.StandardError.ReadToEndAsync();
        Task<string> output = script.StandardOutput.ReadToEndAsync();
        if (!script.WaitForExit(Patience))
        {
            script.Kill(entireProcessTree: true);
            Assert.Fail("the script did not end");
        }

        Assert.True(script.ExitCode == 0, output.Result + error.Result);
        Assert.Contains("passed: 40 points", output.Result, StringComparison.Ordinal);
    }
}
