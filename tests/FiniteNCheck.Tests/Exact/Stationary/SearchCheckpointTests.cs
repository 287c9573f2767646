using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Exact.Evolution.Checkpoints;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Stationary;

/// <summary>
/// A search for a stationary state or for slow modes that was stopped and goes on gives the same bits as one that was not.
/// </summary>
public sealed class SearchCheckpointTests : IDisposable
{
    private readonly CheckpointFolder folder = new();

    public static TheoryData<string> Names =>
    [
        "the Hamiltonian dominates", "several stationary states", "no preconditioner", "populations",
        "pairs of slow modes", "copies of slow modes",
    ];

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
            using var seen = new StepCounter();
            Found found = Solve(name, folder.Settings, threads: 2, seen);
            Assert.Equal(whole.Found.Bits, found.Bits);
            Assert.Equal(whole.Found.Method, found.Method);
            Assert.InRange(seen.Taken, 0, whole.Steps - stop + LostSteps(name));
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
        using var seen = new StepCounter();
        Assert.Equal(whole.Found.Bits, Solve(name, folder.Settings, threads: 1, seen).Bits);
        Assert.Equal(0, seen.Taken);
        Assert.Equal(whole.Checkpoint, folder.Bytes);
    }

    /// <summary>What a checkpoint holds is used: where one number of the state or of a mode is off, so is what is reported.</summary>
    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("populations")]
    [InlineData("pairs of slow modes")]
    public void A_number_that_is_off_shows(string name)
    {
        Undisturbed whole = Run(name);
        byte[] forged = [.. whole.Checkpoint];

        (int from, int count) = AreModes(name) ? FirstVectorOf(forged) : StateOf(forged);

        // Some of the numbers lie between strips.
        int at = Enumerable.Range(0, count).Select(i => from + (8 * i)).MaxBy(i => Math.Abs(BitConverter.ToDouble(forged, i)));
        BitConverter.GetBytes(BitConverter.ToDouble(forged, at) + 1e-3).CopyTo(forged, at);
        folder.Bytes = CheckpointMap.Signed(forged);
        Found found = Solve(name, folder.Settings);
        Assert.Empty(folder.Warnings);
        Assert.NotEqual(whole.Found.Bits, found.Bits);
    }

    /// <summary>Lengths and counts that no search can have written are refused, whatever the checksum says.</summary>
    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("populations")]
    [InlineData("pairs of slow modes")]
    public void One_that_is_forged_is_not_used(string name)
    {
        Undisturbed whole = Run(name);
        int refused = 0;
        for (int at = BodyOf(whole.Checkpoint); at < whole.Checkpoint.Length - 32; at += 8)
        {
            long number = BitConverter.ToInt64(whole.Checkpoint, at);
            if (number is <= 0 or > int.MaxValue)
            {
                continue;
            }

            foreach (long other in new[] { -1, 0, number + 1, long.MaxValue })
            {
                byte[] forged = [.. whole.Checkpoint];
                BitConverter.GetBytes(other).CopyTo(forged, at);
                folder.Bytes = CheckpointMap.Signed(forged);
                folder.Warnings.Clear();
                Found found = Solve(name, folder.Settings);
                refused += folder.Warnings.Count;
                Assert.True(folder.Warnings.Count == 0 || found.Bits.SequenceEqual(whole.Found.Bits));
            }
        }

        Assert.InRange(refused, 12, int.MaxValue);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("several stationary states", "populations")]
    [InlineData("copies of slow modes", "pairs of slow modes")]
    public void That_of_another_search_is_not_used(string name, string other)
    {
        Undisturbed whole = Run(name);
        folder.Bytes = Run(other).Checkpoint;
        Assert.Equal(whole.Found.Bits, Solve(name, folder.Settings).Bits);
        Assert.Contains("the run starts from its first step", Assert.Single(folder.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("populations")]
    [InlineData("pairs of slow modes")]
    public void A_damaged_one_is_not_used(string name)
    {
        Undisturbed whole = Run(name);
        foreach (int offset in Enumerable.Range(0, 40).Select(i => i * whole.Checkpoint.Length / 40))
        {
            folder.Bytes = [.. whole.Checkpoint[..offset], (byte)(whole.Checkpoint[offset] ^ 1), .. whole.Checkpoint[(offset + 1)..]];
            folder.Warnings.Clear();
            Assert.Equal(whole.Found.Bits, Solve(name, folder.Settings).Bits);
            Assert.Single(folder.Warnings);
        }
    }

    /// <summary>A run to finite times, to the stationary state and with a gap saves all three, each in a file of its own.</summary>
    [Fact]
    [Trait("Kind", "Determinism")]
    public void A_run_to_finite_times_and_beyond_goes_on()
    {
        CollectiveModel model = Network(2, 1);
        double[] times = [0.5, 1, double.PositiveInfinity];
        ExactOptions options = new() { Threads = 1, Functions = [new Purity(), new SlowestMode(IsFrequency: true)] };
        Checkpointing often = folder.Settings with { Every = TimeSpan.Zero };
        long[] whole = CheckpointCase.Bits(Verified.Solve(model, 6, times, options));
        ExactResult? result = null;
        int stopped = 0;
        for (int steps = 1; result is null; steps += 15)
        {
            using var counter = new StepCounter(steps);
            try
            {
                result = Verified.Solve(model, 6, times, options with { Checkpointing = often }, counter, counter.Token);
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
        }

        Assert.InRange(stopped, 3, 50);
        Assert.Equal(whole, CheckpointCase.Bits(result));
        Assert.Equal(["run.checkpoint", "run.checkpoint.gap", "run.checkpoint.stationary"], folder.Files);
        Assert.True(Checkpointing.ExistsAt(folder.Path));
        folder.Settings.Delete();
        Assert.Empty(folder.Files);
        Assert.False(Checkpointing.ExistsAt(folder.Path));
        Assert.Empty(folder.Warnings);
    }

    private static CollectiveModel Network(double beta, double omega) => (HopfieldModels.Patterns(1) with { Beta = beta, Omega = omega })
        .Starting(new(0, 0, 0.5), new(0, 0, -0.5));

    private Undisturbed Run(string name)
    {
        Found alone = Solve(name, null);
        folder.Settings.Delete();
        using var seen = new StepCounter();
        Found saved = Solve(name, folder.Settings with { Every = TimeSpan.Zero }, threads: 1, seen);
        Assert.Equal(alone.Bits, saved.Bits);
        Undisturbed whole = new(saved, seen.Taken, folder.Bytes);
        folder.Settings.Delete();
        return whole;
    }

    private static Found Solve(
        string name,
        Checkpointing? checkpointing,
        int threads = 1,
        IProgress<StationaryProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ExactOptions options = new()
        {
            Threads = threads,
            Checkpointing = checkpointing,
            ProveStationary = true,
            MergeBlocks = !AreModes(name),
        };
        Found State(CollectiveModel model, int n) => Of(SteadySolver.Solve(model, n, options, progress, cancellationToken));

        // As if every system were too large for full matrices.
        Found Modes(CollectiveModel model, int n, int modes) =>
            Of(GapSolver.SolveWith(model, n, modes, options, 0, progress, cancellationToken));
        return name switch
        {
            "the Hamiltonian dominates" => State(Network(2, 1), 6),
            "several stationary states" => State(TestModels.DrivenBath(), 2),
            "no preconditioner" => State(TestModels.TiltedAxis(), 8),
            "populations" => State(Network(1, 0), 10),
            "pairs of slow modes" => Modes(
                (HopfieldModels.Rotated(1) with { Beta = 2, Omega = 1 }).Starting(new PauliVector(0, 0, 0.5)), 4, 1),
            "copies of slow modes" => Modes(TestModels.TwoDecays(), 3, 5),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown case."),
        };
    }

    private static bool AreModes(string name) => name.EndsWith("modes", StringComparison.Ordinal);

    // Steps that are taken again: at most a round of fifty, or one of three hundred where there is no preconditioner. Exponentials are
    // saved one by one.
    private static int LostSteps(string name) => AreModes(name) ? 0 : 305;

    private void StopAfter(string name, int steps)
    {
        using var counter = new StepCounter(steps);
        Assert.ThrowsAny<OperationCanceledException>(() => Solve(name, folder.Settings, threads: 1, counter, counter.Token));
    }

    // Where the identity and the problem end.
    private static int BodyOf(byte[] checkpoint)
    {
        int at = 16;
        for (int text = 0; text < 2; text++)
        {
            at += 8 + (int)BitConverter.ToInt64(checkpoint, at);
        }

        return at;
    }

    // The state, after its length, stands before the count of the bounds, nine of them, and the checksum.
    private static (int From, int Count) StateOf(byte[] checkpoint)
    {
        int end = checkpoint.Length - 32 - (8 * 10);
        Assert.Equal(9, BitConverter.ToInt64(checkpoint, end));
        int count = Enumerable.Range(1, end / 8).First(count => BitConverter.ToInt64(checkpoint, end - (8 * (count + 1))) == count);
        return (end - (8 * count), count);
    }

    // The number of searches; steps, restarts, end, residual, moduli and vectors of the first one.
    private static (int From, int Count) FirstVectorOf(byte[] checkpoint)
    {
        int moduli = BodyOf(checkpoint) + 40;
        int length = moduli + (8 * (2 + (int)BitConverter.ToInt64(checkpoint, moduli)));
        return (length + 8, (int)BitConverter.ToInt64(checkpoint, length));
    }

    private static Found Of(SteadyResult result) => new(
        [
            result.Applications,
            result.FactorNumbers,
            .. Bits([
                .. result.Mean, .. result.Covariance.Cast<double>(),
                result.Proven!.Mean, result.Proven.Covariance, result.Residual, result.Error,
            ]),
        ],
        result.Method);

    private static Found Of(GapResult result) => new(
        [
            result.Applications,
            result.Zeros,
            .. Bits([
                .. result.Eigenvalues.SelectMany(value => new[] { value.Real, value.Imaginary }),
                .. result.Residuals, .. result.Conditions, .. result.Errors,
            ]),
        ],
        result.Method);

    private static IEnumerable<long> Bits(IEnumerable<double> numbers) => numbers.Select(BitConverter.DoubleToInt64Bits);

    private sealed record Found(long[] Bits, string Method);

    private sealed record Undisturbed(Found Found, int Steps, byte[] Checkpoint);
}
