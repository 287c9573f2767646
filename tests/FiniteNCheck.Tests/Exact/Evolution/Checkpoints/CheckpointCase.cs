using System.Collections.Concurrent;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>A run for each way in which a state is held and advanced, and the same run uninterrupted.</summary>
internal sealed record CheckpointCase(CollectiveModel Model, int N, double[] Times, ExactOptions Options)
{
    private static readonly ConcurrentDictionary<string, Lazy<Undisturbed>> Known = new(StringComparer.Ordinal);

    public static TheoryData<string> Names =>
        ["full, real", "full, complex", "full, populations", "tilted", "window, real", "window, two blocks", "window, populations"];

    public static CheckpointCase Of(string name) => name switch
    {
        "small" => new(TestModels.TwoLargeSpins(), 1, [0.5, 3, 20, 60, 200], new ExactOptions { Threads = 1 }),
        "full, real" => Unmerged(TestModels.TwoLargeSpins(), 6, [0.4, 3, 20, 60], Representation.Real),
        "full, complex" => Unmerged(TestModels.TwoLargeSpins(), 4, [0.4, 3, 20, 60], Representation.Complex),
        "full, populations" =>
            Unmerged(NamedCases.All["one pattern, zero field, z start"].Model, 12, [0, 0.4, 3, 20, 60], Representation.Auto),
        "tilted" => new(NamedCases.All["three blocks of different sizes"].Model, 2, [1, 8, 30], new ExactOptions()),
        "window, real" => Window(Stored("p1-retrieval.yaml"), 50, [0.1, 0.2, 4]),
        "window, two blocks" => Window(Stored("p2-two-blocks.yaml"), 6, [.. Enumerable.Range(1, 12).Select(i => 0.1 * i)]),

        // The state moves so far that the bound of the decay rates depends on where it came from.
        "window, populations" => Window(
            (HopfieldModels.Patterns(1) with { Omega = 0, Beta = 2 }).Starting(new(0, 0, 0.6), new(0, 0, -0.6)), 500, [0.1, 0.2, 2]),
        "small window" => Window(
            (HopfieldModels.Patterns(1) with { Omega = 0, Beta = 2 }).Starting(new(0, 0, 0.6), new(0, 0, -0.6)), 60, [0.1, 0.2, 2]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown case."),
    };

    /// <summary>The bits of a run without checkpoints, and the checkpoint left by a run that saves after every step.</summary>
    public static Undisturbed UndisturbedOf(string name) => Known.GetOrAdd(name, _ => new(() =>
    {
        CheckpointCase item = Of(name);
        using var folder = new CheckpointFolder();
        ExactResult alone = Verified.Solve(item.Model, item.N, item.Times, item.Options with { Threads = 1 });
        ExactResult saved = item.Solve(folder.Settings with { Every = TimeSpan.Zero });
        Assert.Equal(Bits(alone), Bits(saved));
        return new Undisturbed(Bits(alone), alone.Steps, folder.Bytes);
    })).Value;

    public ExactResult Solve(
        Checkpointing checkpointing,
        int threads = 1,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Verified.Solve(Model, N, Times, Options with { Threads = threads, Checkpointing = checkpointing }, progress, cancellationToken);

    /// <summary>Runs until a number of steps have been taken in this run, and asserts that it ended there.</summary>
    public void StopAfter(int steps, Checkpointing checkpointing, int threads = 1)
    {
        using var counter = new StepCounter(steps);
        Assert.Throws<OperationCanceledException>(() => Solve(checkpointing, threads, counter, counter.Token));
    }

    /// <summary>Everything that a result contains, bit by bit.</summary>
    public static long[] Bits(ExactResult result) =>
    [
        result.Steps,
        result.StateSize,
        .. result.Moments.Times.Select(BitConverter.DoubleToInt64Bits),
        .. result.Moments.Mean.SelectMany(mean => mean).Select(BitConverter.DoubleToInt64Bits),
        .. result.Moments.Covariance.SelectMany(covariance => covariance.Cast<double>()).Select(BitConverter.DoubleToInt64Bits),
        .. result.Checks.SelectMany(check => new[] { check.Trace, check.Hermiticity, check.IntegrationError, check.WindowError ?? -1 })
            .Select(BitConverter.DoubleToInt64Bits),
        .. result.Checks.SelectMany(check => check.SmallestEigenvalues).Select(BitConverter.DoubleToInt64Bits),
        .. result.Functions.SelectMany(series => series.Values.Concat(series.Errors)).Select(BitConverter.DoubleToInt64Bits),
    ];

    private static CheckpointCase Unmerged(CollectiveModel model, int n, double[] times, Representation representation) =>
        new(model, n, times, new ExactOptions { Representation = representation, MergeBlocks = false });

    // Verified requires eigenvalues above -1e-10, and windows have that tolerance.
    private static CheckpointCase Window(CollectiveModel model, int n, double[] times) =>
        new(model, n, times, new ExactOptions { Method = SolutionMethod.Window, Tolerance = 1e-10 });

    private static CollectiveModel Stored(string file) =>
        LimitTheory.ResolveInitialState(ModelFile.Load(Path.Combine(RepositoryRoot.Path, "reference-data", "models", file)));

    public sealed record Undisturbed(long[] Bits, long Steps, byte[] Checkpoint);
}
