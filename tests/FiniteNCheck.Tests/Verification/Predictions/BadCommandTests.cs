using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Hardening;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Predictions;

/// <summary>Bad commands, and bad programs of C#. The commands are scripts of a shell.</summary>
[Trait("Kind", "Unit")]
public sealed class BadCommandTests : IDisposable
{
    private const string Start = "study 'mine', prediction 'a': found ";

    private readonly PredictionFolder folder = new();

    [Theory]
    [InlineData("nonexistent-program", "No such file")]
    [InlineData("./script.sh", "whether it may be executed")]
    public void A_program_that_cannot_run_is_refused(string program, string says)
    {
        folder.WriteStudy($"name: a, command: [{program}], expect: confirmed");
        folder.Write("script.sh", "exit 0\n");

        AssertRefused($"the command '{program}' that cannot be run", OperatingSystem.IsWindows() ? "" : says);
    }

    [Fact]
    public void A_command_runs_only_where_commands_are_allowed()
    {
        folder.WriteStudy("name: a, command: [sh, -c, touch ran], expect: confirmed");

        string message = folder.Refusal(allowCommands: false);

        Assert.Contains(PredictionFolder.PlaceOf("") + Start + "the command 'sh -c touch ran'", message, StringComparison.Ordinal);
        Assert.Contains("allowed: commands with --allow-commands only", message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "ran")), "it ran");
    }

    [UnixTheory]
    [InlineData("echo 'KeyError: no beta' >&2; exit 3", "ending with exit status 3 (it says: KeyError: no beta)")]
    [InlineData("i=0; while [ $i -lt 500 ]; do echo line $i >&2; i=$((i+1)); done; exit 1", "line 498\\nline 499)")]
    [InlineData("printf '\\033[31mred\\n' >&2; exit 1", "(it says: \\u001b[31mred)")]
    [InlineData("kill -9 $$", "ending with exit status 137")]
    [InlineData("echo hello; echo world", "writing 'hello\\nworld'", "one JSON document { \"values\": { quantity: [number or")]
    [InlineData("true", "writing nothing")]
    [InlineData("printf '\\377\\376'", "writing ")]
    [InlineData("echo '[1, 2]'", "writing '[1, 2]'")]
    [InlineData("echo '{}'", "writing '{}'")]
    [InlineData("echo '{\"values\": {\"chi\": 1}}'", "writing ")]
    [InlineData("echo '{\"values\": {\"chi\": [\"1\", \"2\"]}}'", "writing ")]
    [InlineData("echo '{\"values\": {\"chi\": [NaN, 2]}}'", "number or null per time")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 2], \"chi\": [1, 2]}}'", "writing ")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 2]}} done'", "writing ")]
    [InlineData("echo '{\"values\": {}}'", "no values")]
    [InlineData("echo '{\"values\": {\"chi\": [null, null]}}'", "no values", "at one time or more")]
    [InlineData("echo '{\"values\": {\"chj\": [1, 2]}}'", "values of the unknown quantity 'chj'", "Did you mean 'chi'?")]
    [InlineData("echo '{\"values\": {\"chi\": [1]}}'", "1 value of chi", "2, one per time")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 2, 3]}}'", "3 values of chi")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 1e999]}}'", "values of chi that are not finite")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 1e60]}}'", "a number beyond 1E+50 for chi")]
    [InlineData("echo '{\"values\": {\"x.all,z.all\": [0, 0], \"z.all,x.all\": [0, 0]}}'", "values of x.all,z.all twice")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 2]}, \"errors\": {\"chi\": [1]}}'", "1 error of chi")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 2]}, \"errors\": {\"chi\": [-1, 0]}}'", "a negative error of chi")]
    [InlineData("echo '{\"values\": {\"chi\": [1, 2]}, \"errors\": {\"z.all\": [1, 1]}}'", "errors of z.all without values")]
    [InlineData("yes 0123456789012345678901234567890123456789", "more than 16 MiB of output")]
    public void A_bad_program_is_refused(string script, params string[] says)
    {
        WriteScript(script);
        AssertRefused(says);
    }

    [UnixTheory]
    [InlineData("echo waiting >&2; sleep 100")]
    [InlineData("trap '' TERM INT; echo waiting >&2; while :; do sleep 1; done")]
    [InlineData("while :; do echo waiting >&2; done")]
    public void A_program_that_hangs_is_stopped(string script)
    {
        WriteScript(script, ", time-limit: 1");
        AssertRefused("still running after 1 s (it says: ", "waiting", "a longer 'time-limit'");
    }

    [UnixTheory]
    [InlineData("exec 0<&-; echo '{\"values\": {\"chi\": [1, 2]}}'")]
    [InlineData("printf '\\357\\273\\277{\"values\": {\"chi\": [null, 2]}, \"errors\": null}'")]
    [InlineData("echo '{\"values\": {\"z.all,x.all\": [0, 0]}, \"errors\": {\"z.all,x.all\": [null, 0.1]}, \"remark\": \"mine\"}'")]
    public void An_odd_program_is_understood(string script)
    {
        WriteScript(script);
        Assert.NotEmpty(folder.Judge().Elements);
    }

    [UnixFact]
    public void A_sweep_names_the_cell_that_failed()
    {
        WriteScript("grep -q '\"beta\":0.5' && exit 1; echo '{\"values\":{\"chi\":[1,2]}}'", more: PredictionFolder.Sweep);

        Assert.Contains("study 'mine at beta = 0.5', prediction 'a': found ", folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_delegate_that_fails_is_named()
    {
        Assert.EndsWith(
            "study 'curie-weiss', prediction 'mine': found ArithmeticException (beta = 1); allowed: a program that returns values. "
            + "Correct the program.",
            RefusalOf((_, _) => throw new ArithmeticException("beta = 1")),
            StringComparison.Ordinal);
        Assert.Contains("found nothing; allowed: a table of values", RefusalOf((_, _) => null!), StringComparison.Ordinal);
        Assert.Contains("found no values", RefusalOf((_, _) => new PredictedValues(null!)), StringComparison.Ordinal);
        Assert.Contains(
            "found 0 values of z.all",
            RefusalOf((_, _) => new PredictedValues(new Dictionary<string, IReadOnlyList<double?>> { ["z.all"] = null! })),
            StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string RefusalOf(Func<PredictionRequest, CancellationToken, PredictedValues> program)
    {
        Study study = new()
        {
            Model = ModelFile.Load(Path.Combine(folder.Path, "model.yaml")),
            Ladder = [8, 12, 16, 24],
            Times = [1],
            Predictions = [new(new ProgramPrediction("mine", program))],
        };
        return Assert.Throws<InputException>(() => StudyRunner.Run(study)).Message;
    }

    private void WriteScript(string script, string limit = "", string more = "")
    {
        folder.WriteStudy($"name: a, command: [sh, script.sh]{limit}, expect: confirmed", more);
        folder.Write("script.sh", script + "\n");
    }

    private void AssertRefused(params string[] says)
    {
        string message = folder.Refusal();
        Assert.Contains(PredictionFolder.PlaceOf("") + Start, message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
