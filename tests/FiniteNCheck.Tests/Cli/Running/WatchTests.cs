using System.Diagnostics;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Reporting.Text;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Running;

/// <summary><c>theory --watch</c> with real files and the real theory.</summary>
[Trait("Kind", "Cli")]
public sealed class WatchTests : CliTest
{
    /// <summary>A save is seen in less than a second; a run that does not see it fails and does not hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_saved_model_is_computed_again_until_the_run_is_interrupted()
    {
        Replace(Model("first"));
        await using Watch watch = new(ModelPath, ConsoleTraits.Redirected);
        await watch.Shows("Theory for first");

        // As most editors save: a new file in place of the old one.
        Replace(Model("second"));
        await watch.Shows("Theory for second");

        // As others do: the same file written again.
        await File.WriteAllTextAsync(ModelPath, Model("third"));
        await watch.Shows("Theory for third");

        Assert.Equal(130, await watch.Interrupt());
        Assert.Matches(@"^\[\d\d:\d\d:\d\d\] .*model.yaml\n", watch.Error);
        Assert.Contains("Interrupted", watch.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("error:", watch.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', watch.Output);
    }

    [Fact]
    public async Task A_file_that_is_broken_for_the_moment_gives_its_error_and_the_watch_goes_on()
    {
        Replace("name: broken\n");
        await using Watch watch = new(ModelPath, ConsoleTraits.Redirected);
        await watch.Says("error: ", "blocks: found no such key");
        File.Delete(ModelPath);
        await watch.Says("does not exist");
        Replace(Model("mended"));
        await watch.Shows("Theory for mended");
        Assert.Equal(130, await watch.Interrupt());
        Assert.Equal(2, watch.Error.Split("error: ").Length - 1);
    }

    [Fact]
    public async Task A_file_that_is_not_saved_is_not_computed_again()
    {
        Replace(Model("only"));
        await using Watch watch = new(ModelPath, ConsoleTraits.Redirected);
        await watch.Shows("Theory for only");
        await Task.Delay(TimeSpan.FromSeconds(1));
        await watch.Interrupt();
        Assert.Equal(2, watch.Output.Split("Theory for only").Length);
    }

    [Fact]
    public async Task A_terminal_is_cleared_before_each_run()
    {
        Replace(Model("only"));
        await using Watch watch = new(
            ModelPath, new ConsoleTraits(TextStyle.Plain, ErrorIsTerminal: false, TimeProvider.System) { OutputCanBeCleared = true });
        await watch.Shows("Theory for only");
        await watch.Interrupt();
        Assert.StartsWith("\u001b[2J\u001b[HTheory for only", watch.Output, StringComparison.Ordinal);
    }

    private static string Model(string name) => $$"""
        name: {{name}}
        blocks: [{ name: all, share: 1 }]
        jumps: [{ block: all, operator: lower, rate: { polynomial: [0.5] } }]
        initial: { all: [0, 0, 1] }

        """;

    private void Replace(string text)
    {
        string fresh = Path.Combine(Folder, "fresh");
        File.WriteAllText(fresh, text);
        File.Move(fresh, ModelPath, overwrite: true);
    }

    /// <summary>A watch running in a task, and its output so far.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private readonly CancellationTokenSource _interrupt = new();
        private readonly StringWriter _output = new() { NewLine = "\n" };
        private readonly StringWriter _error = new() { NewLine = "\n" };
        private readonly TextWriter _safeOutput;
        private readonly TextWriter _safeError;
        private readonly Task<int> _run;

        public Watch(string path, ConsoleTraits traits)
        {
            _safeOutput = TextWriter.Synchronized(_output);
            _safeError = TextWriter.Synchronized(_error);
            _run = Task.Run(() =>
                CommandLine.Run(
                    ["theory", path, "--times", "1", "--watch"], _safeOutput, _safeError, traits, new Backend(), _interrupt.Token));
        }

        public string Output => Read(_safeOutput, _output);

        public string Error => Read(_safeError, _error);

        public Task Shows(string text) => Until(() => Output.Contains(text, StringComparison.Ordinal), text);

        public Task Says(params string[] texts) =>
            Until(() => Array.TrueForAll(texts, text => Error.Contains(text, StringComparison.Ordinal)), string.Join(", ", texts));

        public async Task<int> Interrupt()
        {
            await _interrupt.CancelAsync();
            return await _run.WaitAsync(Patience);
        }

        public async ValueTask DisposeAsync()
        {
            await Interrupt();
            _interrupt.Dispose();
            await _safeOutput.DisposeAsync();
            await _safeError.DisposeAsync();
        }

        /// <summary>A synchronised writer holds its own lock while it writes.</summary>
        private static string Read(TextWriter safe, StringWriter text)
        {
            lock (safe)
            {
                return text.ToString();
            }
        }

        private async Task Until(Func<bool> happened, string what)
        {
            long start = Stopwatch.GetTimestamp();
            while (!happened())
            {
                Assert.True(Stopwatch.GetElapsedTime(start) < Patience && !_run.IsCompleted, $"not seen: {what}\n{Output}\n{Error}");
                await Task.Delay(20);
            }
        }
    }
}
