using System.Diagnostics;
using FiniteNCheck.Benchmarks.Integrators;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Benchmarks;

/// <summary>How many applications of the generator each integrator needs for a given true error.</summary>
internal static class IntegratorTable
{
    private const double End = 1;
    private const int MaxApplications = 1000;
    private static readonly double[] Targets = [1e-6, 1e-9, 1e-12];
    private static readonly IIntegrator[] Integrators =
        [new Chebyshev(), new Taylor(), new Krylov(20), new Krylov(30), new DormandPrince853(), new RungeKuttaChebyshev()];

    /// <summary>Counts and prints.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sizes">Numbers of spins, even.</param>
    public static void Print(TextWriter output, int[] sizes)
    {
        output.WriteLine(
            $"Applications of the generator up to t = {End}: the fewest, over tolerances in decades, "
            + "for which the true error in trace norm is at most the one named.");
        output.WriteLine(
            "In brackets applications and true error when that error itself is asked for as the tolerance. "
            + $"A dash: not within {MaxApplications} applications.");
        foreach (int spins in sizes)
        {
            PrintProblem(output, $"paramagnetic, N = {spins}", Problem.Paramagnetic(spins));
            PrintProblem(output, $"retrieval, N = {spins}", Problem.Retrieval(spins));
        }
    }

    private static void PrintProblem(TextWriter output, string name, Problem problem)
    {
        int threads = Environment.ProcessorCount;
        (StateLayout layout, BandedGenerator generator) = problem.Generator(threads);
        double[] initial = problem.Initial(layout, threads).Numbers;
        double[] reference = (double[])initial.Clone();
        new Chebyshev().Advance(new CountingSystem(generator, long.MaxValue), reference, End, 1e-15);
        output.WriteLine();
        output.WriteLine($"{name}: {layout.Numbers} numbers, decay rates up to {generator.DecayBound:F0}");
        output.WriteLine();
        string targets = string.Join(" | ", Targets.Select(target => $"{target:E0}"));
        output.WriteLine($"| integrator | vectors held | {targets} | seconds for {Targets[1]:E0} |");
        output.WriteLine("|---|---|---" + string.Concat(Enumerable.Repeat("|---", Targets.Length)) + "|");
        foreach (IIntegrator integrator in Integrators)
        {
            Run[] runs = Runs(integrator, generator, initial, reference);
            string cells = string.Join(" | ", Targets.Select(target => Cell(runs, target)));
            output.WriteLine($"| {integrator.Name} | {integrator.VectorsHeld} | {cells} | {Seconds(runs, Targets[1])} |");
            output.Flush();
        }
    }

    private static string Cell(Run[] runs, double target)
    {
        Run[] enough = [.. runs.Where(run => run.Error <= target)];
        string fewest = enough.Length == 0 ? "-" : $"{enough.Min(run => run.Applications)}";
        Run? asked = Array.Find(runs, run => Math.Abs(Math.Log(run.Tolerance / target)) < 0.1);
        return asked is null ? fewest : $"{fewest} ({asked.Applications}: {asked.Error:E0})";
    }

    private static string Seconds(Run[] runs, double target)
    {
        Run? fewest = runs.Where(run => run.Error <= target).MinBy(run => run.Applications);
        return fewest is null ? "-" : $"{fewest.Seconds:F2}";
    }

    // From loose to tight, until the tightest target is met or applications run out.
    private static Run[] Runs(IIntegrator integrator, BandedGenerator generator, double[] initial, double[] reference)
    {
        List<Run> runs = [];
        for (int decades = 1; decades <= 13; decades++)
        {
            double tolerance = Math.Pow(10, -decades);
            CountingSystem system = new(generator, MaxApplications);
            double[] y = (double[])initial.Clone();
            double seconds;
            try
            {
                long start = Stopwatch.GetTimestamp();
                integrator.Advance(system, y, End, tolerance / End);
                seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
            catch (Exception exception) when (exception is OperationCanceledException or ArithmeticException)
            {
                break;
            }

            LinearCombination.AddScaled(y, -1, reference);
            runs.Add(new Run(tolerance, system.Applications, generator.Norm(y), seconds));
            if (runs[^1].Error <= Targets[^1] && tolerance < Targets[^1] * 1.01)
            {
                break;
            }
        }

        return [.. runs];
    }

    private sealed record Run(double Tolerance, long Applications, double Error, double Seconds);
}
