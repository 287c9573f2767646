using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Benchmarks;

/// <summary>What a sweep of small points gains from a second worker, and the overhead of each point.</summary>
internal static class SweepTable
{
    // Until the runtime has compiled everything in its final form, which it does on another core.
    private const int WarmingRounds = 5;
    private const int Rounds = 9;
    private const int Cells = 24;
    private const int IdleCells = 100;

    /// <summary>Prints the table; one and two workers take turns, so that both see the same machine.</summary>
    /// <param name="output">Where to.</param>
    public static void Print(TextWriter output)
    {
        ImmutableArray<Study> studies = Sweep(Cells, [20, 24, 28, 32]);
        for (int i = 0; i < WarmingRounds; i++)
        {
            _ = Seconds(studies, 2, new StudySolvers());
        }

        (double One, double Two, double Latency, double Throughput)[] rounds =
        [
            .. Enumerable.Range(0, Rounds).Select(_ => (
                Seconds(studies, 1, new StudySolvers()), Seconds(studies, 2, new StudySolvers()), Gain(Latency), Gain(Throughput))),
        ];
        output.WriteLine($"{studies.Length * 4} points, one thread each, in a run directory, {Environment.ProcessorCount} cores");
        output.WriteLine("                                   loops that share nothing, bound by");
        output.WriteLine("one worker   two workers   ratio   latency   arithmetic units");
        foreach ((double one, double two, double latency, double throughput) in rounds)
        {
            output.WriteLine($"{one,8:F2} s   {two,9:F2} s   {one / two,5:F2}   {latency,7:F2}   {throughput,16:F2}");
        }

        output.WriteLine(
            $"median ratio {Median(rounds.Select(round => round.One / round.Two)):F2}; "
            + $"loops: {Median(rounds.Select(round => round.Latency)):F2} and {Median(rounds.Select(round => round.Throughput)):F2}");

        // Solvers that return at once: names, locks, files and flushes remain.
        ImmutableArray<Study> idle = Sweep(IdleCells, [4, 5, 6, 7]);
        ExactResult made = ExactSolver.Solve(idle[0].Model, 32, idle[0].Times);
        StudySolvers instant = new() { Exact = (_, n, _, _, _, _) => made with { N = n } };
        _ = Seconds(idle, 1, instant);
        double perPoint = Median(Enumerable.Range(0, Rounds).Select(_ => Seconds(idle, 1, instant))) / (4 * IdleCells);
        output.WriteLine(
            $"beside its computation a point takes {1000 * perPoint:F2} ms "
            + $"(median of {Rounds} runs of {4 * IdleCells} points, flushed to the disk of the temporary folder)");
    }

    private static ImmutableArray<Study> Sweep(int cells, ImmutableArray<int> ladder) =>
    [
        .. Enumerable.Range(0, cells).Select(i => new Study
        {
            Name = $"cell {i}",
            Cell = new SweepCell("sweep", [new SweepParameter("field", i)]),
            Model = new HopfieldNetwork
            {
                Patterns = HopfieldNetwork.AllColumns(1),
                Temperature = 2,
                TransverseField = 0.1 + (0.2 * i / cells),
            }
                .ToModel("network", new ProductState([new PauliVector(0, 0, 0.5), new PauliVector(0, 0, -0.5)])),
            Ladder = ladder,
            Times = [1],
            Predictions = [new ExpectedPrediction(Prediction.MeanField, Verdict.Confirmed)],
        }),
    ];

    /// <summary>Seconds that the points of studies take, planning apart, in a new run directory.</summary>
    private static double Seconds(ImmutableArray<Study> studies, int jobs, StudySolvers solvers)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-benchmark-");
        try
        {
            var options = new RunOptions
            {
                Jobs = jobs,
                Study = new StudyOptions { Threads = jobs },
                Directory = RunDirectory.Open(Path.Combine(folder.FullName, "run")),
            };
            StudiesRun run = new(studies, options, solvers);
            long start = Stopwatch.GetTimestamp();
            run.Compute();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The gain from a second thread when each runs a loop of its own and shares only what the cores share.</summary>
    private static double Gain(Action loop)
    {
        double Seconds(int threads)
        {
            long start = Stopwatch.GetTimestamp();
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => loop());
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return 2 * Seconds(1) / Seconds(2);
    }

    /// <summary>Each step waits for the last: two such threads run at full speed even where the two cores are halves of one.</summary>
    private static void Latency()
    {
        double x = 0.1;
        for (int i = 0; i < 100_000_000; i++)
        {
            x = (3.9 * x) * (1 - x);
        }

        GC.KeepAlive(x);
    }

    /// <summary>
    /// Eight independent chains of vector multiplications keep the arithmetic units busy and leave nothing for the other half of the
    /// core.
    /// </summary>
    private static void Throughput()
    {
        Vector<double> factor = new(0.999);
        Vector<double> a = new(0.1), b = new(0.2), c = new(0.3), d = new(0.4), e = new(0.5), f = new(0.6), g = new(0.7), h = new(0.8);
        for (int i = 0; i < 100_000_000; i++)
        {
            a = Vector.FusedMultiplyAdd(a, factor, factor);
            b = Vector.FusedMultiplyAdd(b, factor, factor);
            c = Vector.FusedMultiplyAdd(c, factor, factor);
            d = Vector.FusedMultiplyAdd(d, factor, factor);
            e = Vector.FusedMultiplyAdd(e, factor, factor);
            f = Vector.FusedMultiplyAdd(f, factor, factor);
            g = Vector.FusedMultiplyAdd(g, factor, factor);
            h = Vector.FusedMultiplyAdd(h, factor, factor);
        }

        GC.KeepAlive(Vector.Sum(a + b + c + d + e + f + g + h));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
