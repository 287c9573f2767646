using System.Diagnostics;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Windows;
using FiniteNCheck.Exact.Generator;

namespace FiniteNCheck.Benchmarks;

/// <summary>Generator against copy, growth of the window, and window against full, in one run.</summary>
internal static class SideBySideTable
{
    private const double Tolerance = 1e-6;
    private const double End = 1;
    private static readonly int Threads = Environment.ProcessorCount;

    /// <summary>Measures and prints.</summary>
    /// <param name="output">Where to.</param>
    public static void Print(TextWriter output)
    {
        output.WriteLine($"{Threads} threads, best of repetitions; 16 bytes moved per stored number, by copy and generator alike");
        output.WriteLine();
        output.WriteLine(
            "| state | numbers | copy, ns per number | generator, ns per number | copy, GB/s | generator, GB/s "
            + "| generator's speed in % of the copy's |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        PrintGenerator(output, "one block of 200, real", Problem.Retrieval(200));
        PrintGenerator(output, "one block of 600, real", Problem.Retrieval(600));
        PrintGenerator(output, "two blocks of 20, complex", Problem.TwoBlocks(20));
        output.WriteLine();
        PrintWindow(output, [200, 400, 1000, 2000]);
        output.WriteLine();
        PrintBounds(output, [100, 200, 400]);
    }

    private static void PrintGenerator(TextWriter output, string name, Problem problem)
    {
        (StateLayout layout, BandedGenerator generator) = problem.Generator(Threads);
        double[] from = problem.Initial(layout, Threads).Numbers;
        double[] to = new double[from.Length];
        (double copy, double apply) = (double.PositiveInfinity, double.PositiveInfinity);
        long start = Stopwatch.GetTimestamp();

        // In turns, so that whatever else the machine does hits both.
        for (int i = 0; i < 20 || Stopwatch.GetElapsedTime(start).TotalSeconds < 4; i++)
        {
            copy = Math.Min(copy, Seconds(() => ParallelCopy.Run(from, to, Threads)));
            apply = Math.Min(apply, Seconds(() => generator.Apply(from, to)));
        }

        double perNumber = 1e9 / layout.Numbers;
        output.WriteLine(
            $"| {name} | {layout.Numbers} | {copy * perNumber:F3} | {apply * perNumber:F3} | {16 / (copy * perNumber):F1} "
            + $"| {16 / (apply * perNumber):F1} | {100 * copy / apply:F0} % |");
    }

    private static void PrintWindow(TextWriter output, int[] sizes)
    {
        output.WriteLine($"Window, retrieval, tolerance {Tolerance:E0}, t = {End}");
        output.WriteLine();
        output.WriteLine("| N | numbers held at most | of the full state | seconds, best of 3 | steps |");
        output.WriteLine("|---|---|---|---|---|");
        double[] numbers = new double[sizes.Length];
        double[] seconds = new double[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            var problem = Problem.Retrieval(sizes[i]);
            WindowedEvolution? window = null;
            seconds[i] = Enumerable.Range(0, 3).Min(_ => Seconds(() => window = Advance(problem.Window(Tolerance, End, Threads))));
            numbers[i] = window!.MaxNumbers;
            double full = problem.System.Spins.Aggregate(0.5, (size, spins) => size * (spins + 1.0) * (spins + 2.0) * (spins + 3.0) / 6);
            output.WriteLine($"| {sizes[i]} | {numbers[i]} | {100 * numbers[i] / full:G2} % | {seconds[i]:F2} | {window.Steps} |");
        }

        output.WriteLine();
        output.WriteLine(
            $"Fitted growth: numbers as N^{Exponent(sizes, numbers):F2}, time as N^{Exponent(sizes, seconds):F2} (full: numbers as N^3).");
    }

    private static void PrintBounds(TextWriter output, int[] sizes)
    {
        output.WriteLine(
            $"Window against full, retrieval, tolerance {Tolerance:E0}, t = {End}; true error: sum of the moduli of the difference");
        output.WriteLine();
        output.WriteLine(
            "| N | true error | bound | window, numbers | full, numbers | window, s, best of 3 | full at the same tolerance, s |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (int spins in sizes)
        {
            var problem = Problem.Retrieval(spins);
            WindowedEvolution? window = null;
            double windowTime = Enumerable.Range(0, 3).Min(_ => Seconds(() => window = Advance(problem.Window(Tolerance, End, Threads))));
            double fullTime = Seconds(() => Advance(problem.Full(Tolerance / End, Threads)));
            FullEvolution full = Advance(problem.Full(1e-13 / End, Threads));
            double bound = window!.IntegrationError + window.WindowError!.Value;
            output.WriteLine(
                $"| {spins} | {Difference(full, window):E1} | {bound:E1} | {window.MaxNumbers} | {full.MaxNumbers} "
                + $"| {windowTime:F2} | {fullTime:F2} |");
        }
    }

    private static T Advance<T>(T evolution)
        where T : StateEvolution
    {
        while (evolution.Time < End)
        {
            evolution.StepTowards(End, CancellationToken.None);
        }

        return evolution;
    }

    private static double Difference(FullEvolution full, WindowedEvolution window)
    {
        double sum = 0;
        foreach (Strip strip in full.State.Layout.Strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                Complex difference = full.State[strip, i] - window.State[strip.Sector, strip.Row + i, strip.Column + i];
                sum += (strip.IsDiagonal ? 1 : 2) * difference.Magnitude;
            }
        }

        return sum;
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // Slope of the least-squares line through the logarithms.
    private static double Exponent(int[] sizes, double[] values)
    {
        double[] x = [.. sizes.Select(size => Math.Log(size))];
        double[] y = [.. values.Select(value => Math.Log(value))];
        double meanX = x.Average();
        double meanY = y.Average();
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
