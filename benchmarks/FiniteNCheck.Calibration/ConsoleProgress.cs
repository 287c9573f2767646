using System.Diagnostics;
using System.Globalization;

namespace FiniteNCheck.Calibration;

/// <summary>Reports on standard error, every few seconds, how many trials are done and how long the rest may take.</summary>
/// <param name="count">The number of trials.</param>
internal sealed class ConsoleProgress(int count) : IProgress<int>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private TimeSpan last;

    /// <inheritdoc/>
    public void Report(int value)
    {
        lock (gate)
        {
            if (watch.Elapsed - last > Pause || value == count)
            {
                last = watch.Elapsed;
                TimeSpan left = watch.Elapsed * ((double)(count - value) / Math.Max(1, value));
                Console.Error.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{value} of {count} models, {left.TotalSeconds:F0} s left"));
            }
        }
    }
}
