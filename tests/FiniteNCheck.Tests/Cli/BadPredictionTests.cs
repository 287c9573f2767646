using FiniteNCheck.Tests.Verification.Predictions;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>Bad predictions at the command line: one message, exit status 2, nothing written.</summary>
[Trait("Kind", "Cli")]
public sealed class BadPredictionTests : CliTest
{
    [Theory]
    [InlineData("name: a, formulas: { chj: \"1\" }, expect: confirmed", "Did you mean 'chi'?")]
    [InlineData("name: a, formulas: { chi: \"1/(t - 1)\" }, expect: confirmed", "infinite at t = 1")]
    [InlineData("name: a, formulas: { chi: \"1\" }, bound: \"1/(N - 12)\", expect: confirmed", "n = 8")]
    [InlineData("name: a, values: table.csv, expect: confirmed", "table.csv:2: value: found 'two'")]
    [InlineData("name: a, fluctuations: noise.yaml, expect: confirmed", "noise.yaml:1: drift: found a list of 1")]
    [InlineData("name: a, command: [nonexistent-program], expect: confirmed", "that cannot be run")]
    [InlineData("name: a, scaling: { quantity: chi, exponent: 1, prefactor: 0 }, expect: confirmed", "a prefactor other than 0")]
    public void A_bad_prediction_ends_with_two_and_leaves_nothing(string entry, string says)
    {
        using PredictionFolder folder = new();
        string study = folder.WriteStudy(entry);
        folder.Write("table.csv", "observable,time,value\nchi,1,two\n");
        folder.Write("noise.yaml", "drift: [1]\ndiffusion: {}\n");
        string results = Path.Combine(folder.Path, "results");

        foreach (string[] options in new string[][] { [], ["--run", Path.Combine(folder.Path, "run")] })
        {
            (int exit, string output, string error) = Run(null, ["verify", study, "--allow-commands", "--out", results, .. options]);

            Assert.Equal((2, ""), (exit, output));
            Assert.StartsWith("error: ", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
            Assert.Contains(says, error, StringComparison.Ordinal);
            Assert.False(Path.Exists(results), "something was written");
        }
    }

    [Fact]
    public void A_command_asks_for_an_option()
    {
        using PredictionFolder folder = new();
        string study = folder.WriteStudy("name: a, command: [sh, -c, touch ran], expect: confirmed");

        (int exit, string output, string error) = Run(null, "verify", study, "--out", Path.Combine(folder.Path, "results"));

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--allow-commands", error, StringComparison.Ordinal);
        Assert.Equal(["model.yaml", "study.yaml"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }
}
