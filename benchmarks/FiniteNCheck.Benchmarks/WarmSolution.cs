using System.Diagnostics;
using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;

namespace FiniteNCheck.Benchmarks;

/// <summary>From the model file to means and covariances, again and again in one process: what a caller of the library waits for.</summary>
internal static class WarmSolution
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    /// <summary>Measures and prints the first and the best time in seconds.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="file">The model file.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="tolerance">The accuracy asked for.</param>
    /// <param name="times">Times of output.</param>
    public static void Print(TextWriter output, string file, int n, double tolerance, double[] times)
    {
        var options = new ExactOptions { Tolerance = tolerance };
        double first = double.NaN;
        double best = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Duration)
        {
            long begin = Stopwatch.GetTimestamp();
            ExactSolver.Solve(ModelFile.Load(file), n, times, options);
            double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            first = double.IsNaN(first) ? seconds : first;
            best = Math.Min(best, seconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {first:F4} s, best {best:F4} s"));
    }
}
