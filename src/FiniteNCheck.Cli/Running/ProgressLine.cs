using FiniteNCheck.Model;

namespace FiniteNCheck.Cli.Running;

/// <summary>
/// Progress on standard error, with the time left. Silent for the first two seconds. On a terminal
/// one line is rewritten; elsewhere a plain line appears every ten seconds. Thread-safe.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TerminalPause = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(10);

    private const int MaxLineLength = 78;

    private readonly Lock _lock = new();
    private readonly TextWriter _error;
    private readonly bool _isTerminal;
    private readonly int _maxLength;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private TimeSpan _next = Silence;
    private int _shown;

    public ProgressLine(RunContext context)
    {
        _error = context.Error;
        _isTerminal = context.Traits.ErrorIsTerminal;
        _maxLength = Math.Clamp(context.Traits.ErrorWidth - 1, 0, MaxLineLength);
        _clock = context.Traits.Clock;
        _start = _clock.GetTimestamp();
    }

    /// <summary>Reports progress.</summary>
    /// <param name="fraction">Fraction of the work done, 0 to 1.</param>
    /// <param name="what">What is being done.</param>
    public void Report(double fraction, string what)
    {
        lock (_lock)
        {
            TimeSpan elapsed = _clock.GetElapsedTime(_start);
            if (elapsed < _next)
            {
                return;
            }

            _next = elapsed + (_isTerminal ? TerminalPause : PlainPause);
            Show(what, $": {100 * Math.Clamp(fraction, 0, 1):F0} %, {Left(elapsed, fraction)}");
        }
    }

    /// <summary>Removes the line from a terminal.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isTerminal && _shown > 0)
            {
                _error.Write($"\r{new string(' ', _shown)}\r");
                _shown = 0;
            }
        }
    }

    private static string Left(TimeSpan elapsed, double fraction)
    {
        if (fraction <= 0)
        {
            return "time left unknown";
        }

        double seconds = Math.Max(0, elapsed.TotalSeconds * (1 - fraction) / fraction);
        string left = Numeral.Duration(seconds);
        return seconds < 1 ? $"{left} left" : $"about {left} left";
    }

    private void Show(string what, string howFar)
    {
        if (!_isTerminal)
        {
            _error.WriteLine(what + howFar);
            return;
        }

        // A line longer than the terminal would scroll instead of being rewritten: the description is truncated, never the numbers.
        string text = what[..Math.Clamp(_maxLength - howFar.Length, 0, what.Length)] + howFar;
        text = text[..Math.Min(text.Length, _maxLength)];
        _error.Write($"\r{text.PadRight(_shown)}");
        _error.Flush();
        _shown = text.Length;
    }
}
