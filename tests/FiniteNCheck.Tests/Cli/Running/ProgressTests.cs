using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Reporting.Text;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Running;

/// <summary>Progress on standard error, under a clock that the test turns by hand.</summary>
[Trait("Kind", "Cli")]
public sealed class ProgressTests
{
    [Fact]
    public void The_first_two_seconds_are_silent()
    {
        Assert.Equal("", Written(isTerminal: true, (0.5, 0.1), (1.9, 0.5)));
        Assert.Equal("", Written(isTerminal: false, (0.5, 0.1), (1.9, 0.5)));
    }

    [Fact]
    public void Redirected_progress_is_a_line_every_ten_seconds_with_time_left()
    {
        string[] lines = Written(isTerminal: false, (3, 0.25), (5, 0.3), (12.9, 0.4), (13, 0.5), (30, 1))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["work: 25 %, about 9 s left", "work: 50 %, about 13 s left", "work: 100 %, under 1 s left"], lines);
    }

    [Fact]
    public void A_terminal_line_is_rewritten_and_removed_at_the_end()
    {
        string text = Written(isTerminal: true, (3, 0.25), (3.1, 0.26), (4, 0.5));
        string first = "work: 25 %, about 9 s left";
        string second = "work: 50 %, about 4 s left";
        Assert.Equal($"\r{first}\r{second}\r{new string(' ', second.Length)}\r", text);
    }

    [Fact]
    public void A_long_line_loses_words_but_not_the_time_left()
    {
        string text = Written(isTerminal: true, new string('w', 100), (3, 0.25));
        string line = text.Split('\r')[1];
        Assert.Equal(78, line.Length);
        Assert.EndsWith("w: 25 %, about 9 s left", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(79)]
    [InlineData(200)]
    public void A_line_is_shorter_than_the_terminal_that_it_is_rewritten_on(int width)
    {
        string text = Written(isTerminal: true, new string('w', 100), width, (3, 0.25));
        string line = text.Split('\r')[1];
        Assert.Equal(Math.Clamp(width - 1, 0, 78), line.Length);
        Assert.Equal(width >= 40, line.EndsWith(": 25 %, about 9 s left", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_waits_are_told_in_minutes_and_hours()
    {
        Assert.Contains("about 33 min left", Written(isTerminal: false, (20, 0.01)), StringComparison.Ordinal);
        Assert.Contains("about 10 h left", Written(isTerminal: false, (36, 0.001)), StringComparison.Ordinal);
        Assert.Contains("time left unknown", Written(isTerminal: false, (20, 0)), StringComparison.Ordinal);
    }

    private static string Written(bool isTerminal, params (double Seconds, double Fraction)[] reports) =>
        Written(isTerminal, "work", reports);

    private static string Written(bool isTerminal, string what, params (double Seconds, double Fraction)[] reports) =>
        Written(isTerminal, what, 100, reports);

    private static string Written(bool isTerminal, string what, int width, params (double Seconds, double Fraction)[] reports)
    {
        using StringWriter error = new();
        HandClock clock = new();
        ConsoleTraits traits = new(TextStyle.Plain, isTerminal, clock) { ErrorWidth = width };
        using (ProgressLine line = new(new RunContext(TextWriter.Null, error, traits, new FakeBackend(), default)))
        {
            foreach ((double seconds, double fraction) in reports)
            {
                clock.Now = TimeSpan.FromSeconds(seconds);
                line.Report(fraction, what);
            }
        }

        return error.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private sealed class HandClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long GetTimestamp() => Now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
