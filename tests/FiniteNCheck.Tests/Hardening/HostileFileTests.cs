using System.Diagnostics;
using FiniteNCheck.Tests.Cli;
using Xunit;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>Paths that are not files, or lead elsewhere: one line and exit status 2, at once.</summary>
[Trait("Kind", "Cli")]
public sealed class HostileFileTests : CliTest
{
    private const string Model =
        """
        name: m
        blocks: [{ name: all, share: 1 }]
        jumps: [{ block: all, operator: lower, rate: { polynomial: [0.7] } }]
        initial: { all: [0, 0.3, 0.6] }
        """;

    private const string Study =
        """
        name: NAME
        model: model.yaml
        ladder: [2, 3, 4, 5]
        times: [0.01]
        predictions: [{ prediction: mean-field, expect: confirmed }]
        """;

    private string Out => Path.Combine(Folder, "out");

    [UnixFact]
    public void A_pipe_that_nobody_writes_to_is_refused()
    {
        string pipe = Path.Combine(Folder, "pipe");
        using Process mkfifo = Process.Start("mkfifo", pipe);
        mkfifo.WaitForExit();
        Refused("does not end within 2 s", "theory", pipe, "--times", "1");
        Refused("cannot be read", "report", pipe, "--out", Out);
    }

    [UnixFact]
    public void A_link_to_a_pipe_is_refused()
    {
        string pipe = Path.Combine(Folder, "pipe");
        using Process mkfifo = Process.Start("mkfifo", pipe);
        mkfifo.WaitForExit();
        File.CreateSymbolicLink(Path.Combine(Folder, "link"), pipe);
        Refused("does not end within 2 s", "exact", Path.Combine(Folder, "link"), "--n", "2", "--times", "1");
    }

    [UnixFact]
    public void Devices_without_end_are_refused()
    {
        Refused("more than 1 MB", "theory", "/dev/zero", "--times", "1");
        Refused("an empty file", "theory", "/dev/null", "--times", "1");
    }

    [UnixFact]
    public void A_link_in_the_output_directory_is_not_followed()
    {
        string outside = Directory.CreateDirectory(Path.Combine(Folder, "outside")).FullName;
        Directory.CreateDirectory(Out);
        Directory.CreateSymbolicLink(Path.Combine(Out, "schemas"), outside);
        Refused("is a link, which is not followed", "init", "my-model", "--out", Out);
        Assert.Empty(Directory.GetFileSystemEntries(outside));
        Assert.Single(Directory.GetFileSystemEntries(Out));
    }

    [Theory]
    [InlineData(300, 1)]
    [InlineData(200, 30)]
    public void A_directory_whose_name_is_too_long_is_refused_before_anything_runs(int length, int depth)
    {
        FakeBackend backend = new();
        string path = Path.Combine([Folder, .. Enumerable.Repeat(new string('y', length), depth)]);
        (int exit, _, string error) = Run(backend, "theory", ModelPath, "--times", "1", "--out", path);
        Assert.Equal((2, false), (exit, backend.Ran));
        Assert.Contains("nothing can be written", error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("a\\b/c")]
    [InlineData("..")]
    [InlineData("NUL")]
    [InlineData("\u00e9\u4e2d")]
    public void A_name_stays_in_the_output_directory(string name) => Writes(name);

    [Fact]
    public void The_longest_name_makes_file_names_that_can_be_written() => Writes(new string('x', 200));

    [Fact]
    public void A_message_stays_on_one_line_whatever_a_file_is_called() =>
        Refused("a\\u000ab", "theory", Path.Combine(Folder, "a\nb"), "--times", "1");

    [Theory]
    [InlineData("1e-320,1")]
    [InlineData("1e300")]
    public void Times_that_no_unit_of_time_needs_are_refused(string times)
    {
        File.WriteAllText(ModelPath, Model);
        Refused("a time is 0, or a number from 1e-50 to 1e50", "exact", ModelPath, "--n", "2", "--times", times);
    }

    [Fact]
    public void A_run_of_centuries_is_refused()
    {
        File.WriteAllText(ModelPath, Model);
        Refused("years", "exact", ModelPath, "--n", "2", "--times", "1e30");
    }

    [Fact]
    public void A_long_anchor_is_quoted_in_part()
    {
        File.WriteAllText(ModelPath, $"name: &{new string('a', 100_000)} x\n");
        Assert.InRange(Refused("the anchor", "theory", ModelPath, "--times", "1").Length, 1, 1000);
    }

    private void Writes(string name)
    {
        File.WriteAllText(ModelPath, Model);
        string study = Path.Combine(Folder, "study.yaml");
        File.WriteAllText(study, Study.Replace("NAME", $"'{name}'", StringComparison.Ordinal));
        (int exit, _, string error) = RunForReal("verify", study, "--out", Out);
        Assert.True(exit is 0 or 1 or 3, $"exit {exit}: {error}");
        Assert.Equal(
            ["model.yaml", "out", "study.yaml"],
            Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Out, "verify-figures")));
    }

    private static string Refused(string part, params string[] args)
    {
        (int exit, string output, string error) = RunForReal(args);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
        return error;
    }

    private static (int Exit, string Output, string Error) RunForReal(params string[] args) => Run(null, args);
}
