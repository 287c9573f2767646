using System.Diagnostics;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>The 2^N witness in Python on the small rows of one set; <c>scripts/witness-table</c> runs all witnesses on all sets.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class WitnessTests
{
    /// <summary>Up to three spins: a second or two, with every term of a general jump along a tilted axis.</summary>
    private static readonly string[] SmallRows = ["--max-spins", "3"];

    [WitnessFact]
    public void The_brute_force_witness_agrees_with_the_tilted_axes()
    {
        (int exit, string output) = Run(SmallRows);
        Assert.True(exit == 0, output);
        Assert.Contains("tilted-axes  brute-force  agrees: 8 of ", output, StringComparison.Ordinal);
    }

    [WitnessFact]
    public void With_a_rate_moved_by_a_millionth_it_disagrees()
    {
        (int exit, string output) = Run([.. SmallRows, "--perturb", "rate:1e-6"]);
        Assert.True(exit == 1, output);
        Assert.Contains("DISAGREES", output, StringComparison.Ordinal);
    }

    private static (int Exit, string Output) Run(string[] options)
    {
        string script = Path.Combine(RepositoryRoot.Path, "scripts", "witness_brute_force.py");
        string set = Path.Combine(RepositoryRoot.Path, "reference-data", "tilted-axes.verified.csv");
        ProcessStartInfo start = new(WitnessFactAttribute.Python!, ["-B", script, .. options, set])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
