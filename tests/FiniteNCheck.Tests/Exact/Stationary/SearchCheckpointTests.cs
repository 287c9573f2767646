using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Exact.Evolution.Checkpoints;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Stationary;

/// <summary>A search for a stationary state that was stopped and goes on gives the same bits as one that was not.</summary>
public sealed class SearchCheckpointTests : IDisposable
{
    private readonly CheckpointFolder folder = new();

    public static TheoryData<string> Names =>
        ["the Hamiltonian dominates", "several stationary states", "no preconditioner", "populations"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [Trait("Kind", "Determinism")]
    [MemberData(nameof(Names))]
    public void Stopped_anywhere_it_goes_on(string name)
    {
        Undisturbed whole = Run(name);
        Assert.InRange(whole.Steps, 20, 10_000);
        foreach (int stop in new[] { 1, whole.Steps / 3, 2 * whole.Steps / 3, whole.Steps - 1 })
        {
            folder.Settings.Delete();
            StopAfter(name, stop);
            var seen = new Counter(int.MaxValue, null);
            SteadyResult result = Solve(name, folder.Settings, threads: 2, seen);
            Assert.Equal(whole.Bits, Bits(result));
            Assert.Equal((whole.Method, whole.Factors), (result.Method, result.FactorNumbers));

            // At most a round of fifty steps is done again, or one of three hundred where there is no preconditioner.
            Assert.InRange(seen.Taken, 0, whole.Steps - stop + 305);
            Assert.Empty(folder.Warnings);
        }
    }

    [Theory]
    [Trait("Kind", "Determinism")]
    [MemberData(nameof(Names))]
    public void A_search_that_had_ended_ends_at_once(string name)
    {
        Undisturbed whole = Run(name);
        folder.Bytes = whole.Checkpoint;
        var seen = new Counter(int.MaxValue, null);
        Assert.Equal(whole.Bits, Bits(Solve(name, folder.Settings, threads: 1, seen)));
        Assert.Equal(0, seen.Taken);
        Assert.Equal(whole.Checkpoint, folder.Bytes);
    }

    /// <summary>What a checkpoint holds is used: a state in which one number is off is the state that is reported.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_number_that_is_off_shows()
    {
        Undisturbed whole = Run("populations");
        byte[] forged = [.. whole.Checkpoint];

        // The state, after its length, stands before the count of the bounds, nine of them, and the checksum. Some of its numbers lie
        // between strips.
        int end = forged.Length - 32 - (8 * 10);
        Assert.Equal(9, BitConverter.ToInt64(forged, end));
        int length = Enumerable.Range(1, end / 8).First(count => BitConverter.ToInt64(forged, end - (8 * (count + 1))) == count);
        int at = Enumerable.Range(1, length).Select(i => end - (8 * i)).MaxBy(i => BitConverter.ToDouble(forged, i));
        BitConverter.GetBytes(BitConverter.ToDouble(forged, at) + 1e-3).CopyTo(forged, at);
        folder.Bytes = CheckpointMap.Signed(forged);
        long[] bits = Bits(Solve("populations", folder.Settings));
        Assert.Empty(folder.Warnings);
        Assert.NotEqual(whole.Bits, bits);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void That_of_another_search_is_not_used()
    {
        Undisturbed whole = Run("several stationary states");
        folder.Bytes = Run("populations").Checkpoint;
        Assert.Equal(whole.Bits, Bits(Solve("several stationary states", folder.Settings)));
        Assert.Contains("the run starts from its first step", Assert.Single(folder.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_damaged_one_is_not_used()
    {
        Undisturbed whole = Run("populations");
        foreach (int offset in Enumerable.Range(0, 40).Select(i => i * whole.Checkpoint.Length / 40))
        {
            folder.Bytes = [.. whole.Checkpoint[..offset], (byte)(whole.Checkpoint[offset] ^ 1), .. whole.Checkpoint[(offset + 1)..]];
            folder.Warnings.Clear();
            Assert.Equal(whole.Bits, Bits(Solve("populations", folder.Settings)));
            Assert.Single(folder.Warnings);
        }
    }

    /// <summary>A run to finite times and to the stationary state saves both, each in a file of its own.</summary>
    [Fact]
    [Trait("Kind", "Determinism")]
    public void A_run_to_finite_times_and_beyond_goes_on()
    {
        (CollectiveModel model, int n, ExactOptions options) = Case("the Hamiltonian dominates");
        double[] times = [0.5, 1, double.PositiveInfinity];
        Checkpointing often = folder.Settings with { Every = TimeSpan.Zero };
        long[] whole = CheckpointCase.Bits(Verified.Solve(model, n, times, options));
        ExactResult? result = null;
        int stopped = 0;
        for (int reports = 1; result is null; reports += 15)
        {
            using var source = new CancellationTokenSource();
            try
            {
                result = Verified.Solve(
                    model, n, times, options with { Checkpointing = often }, new Counter(reports, source), source.Token);
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
        }

        Assert.InRange(stopped, 3, 50);
        Assert.Equal(whole, CheckpointCase.Bits(result));
        Assert.Equal(["run.checkpoint", "run.checkpoint.stationary"], folder.Files);
        Assert.True(Checkpointing.ExistsAt(folder.Path));
        folder.Settings.Delete();
        Assert.Empty(folder.Files);
        Assert.False(Checkpointing.ExistsAt(folder.Path));
        Assert.Empty(folder.Warnings);
    }

    private static (CollectiveModel Model, int N, ExactOptions Options) Case(string name)
    {
        CollectiveModel Network(double beta, double omega) => (HopfieldModels.Patterns(1) with { Beta = beta, Omega = omega })
            .Starting(new(0, 0, 0.5), new(0, 0, -0.5));
        (CollectiveModel model, int n) = name switch
        {
            "the Hamiltonian dominates" => (Network(2, 1), 6),
            "several stationary states" => (TestModels.DrivenBath(), 2),
            "no preconditioner" => (TestModels.TiltedAxis(), 8),
            "populations" => (Network(1, 0), 10),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown case."),
        };
        return (model, n, new ExactOptions { Threads = 1, ProveStationary = true });
    }

    private Undisturbed Run(string name)
    {
        (CollectiveModel model, int n, ExactOptions options) = Case(name);
        long[] alone = Bits(SteadySolver.Solve(model, n, options));
        folder.Settings.Delete();
        var seen = new Counter(int.MaxValue, null);
        SteadyResult saved = Solve(name, folder.Settings with { Every = TimeSpan.Zero }, threads: 1, seen);
        Assert.Equal(alone, Bits(saved));
        Undisturbed whole = new(alone, saved.Method, saved.FactorNumbers, seen.Taken, folder.Bytes);
        folder.Settings.Delete();
        return whole;
    }

    private static SteadyResult Solve(
        string name,
        Checkpointing checkpointing,
        int threads = 1,
        IProgress<StationaryProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        (CollectiveModel model, int n, ExactOptions options) = Case(name);
        return SteadySolver.Solve(
            model, n, options with { Threads = threads, Checkpointing = checkpointing }, progress, cancellationToken);
    }

    private void StopAfter(string name, int steps)
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Solve(name, folder.Settings, threads: 1, new Counter(steps, source), source.Token));
    }

    private static long[] Bits(SteadyResult result) =>
    [
        result.Applications,
        .. result.Mean
            .Concat(result.Covariance.Cast<double>())
            .Concat([result.Proven!.Mean, result.Proven.Covariance, result.Residual, result.Error])
            .Select(BitConverter.DoubleToInt64Bits),
    ];

    private sealed record Undisturbed(long[] Bits, string Method, long Factors, int Steps, byte[] Checkpoint);

    /// <summary>Counts the steps of GMRES, and stops a search after some of them.</summary>
    private sealed class Counter(int stopAfter, CancellationTokenSource? source) : IProgress<StationaryProgress>, IProgress<ExactProgress>
    {
        public int Taken { get; private set; }

        public void Report(StationaryProgress value)
        {
            if (value.What.Contains("factorising", StringComparison.Ordinal))
            {
                return;
            }

            Count();
        }

        public void Report(ExactProgress value) => Count();

        private void Count()
        {
            if (++Taken == stopAfter)
            {
                source?.Cancel();
            }
        }
    }
}
