using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>A checkpoint that is damaged or from another run is reported and not used; only the work saved in it is lost.</summary>
[Trait("Kind", "Unit")]
public sealed class CheckpointDamageTests : IDisposable
{
    private readonly CheckpointFolder folder = new();
    private readonly ITestOutputHelper output;
    private readonly Random random = new((int)(Seed.Value % int.MaxValue));
    private readonly CheckpointCase item = CheckpointCase.Of("small");
    private readonly byte[] sound;

    public CheckpointDamageTests(ITestOutputHelper output)
    {
        this.output = output;
        output.WriteLine(Seed.Description);
        item.StopAfter(3, folder.Settings);
        sound = folder.Bytes;
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Truncated_anywhere()
    {
        IEnumerable<int> lengths = [.. Enumerable.Range(0, 64), .. Enumerable.Range(1, 40).Select(i => sound.Length - i), .. Some(60)];
        foreach (int length in lengths)
        {
            AssertNotUsed(sound[..length], "truncated");
        }

        AssertNotUsed([.. sound, 0], "checksum");
        AssertNotUsed([.. sound, .. sound], "checksum");
    }

    [Fact]
    public void A_flipped_bit_anywhere()
    {
        var map = new CheckpointMap(sound, window: false);
        IEnumerable<int> offsets =
            [.. Enumerable.Range(0, map.OffsetOf("applications") + 8), .. Some(100), .. Enumerable.Range(sound.Length - 32, 32)];
        foreach (int offset in offsets)
        {
            byte[] damaged = [.. sound];
            damaged[offset] ^= (byte)(1 << random.Next(8));
            AssertNotUsed(damaged, offset < 8 ? "no checkpoint" : offset < 16 ? "format version" : "checksum");
        }
    }

    [Theory]
    [InlineData("small", false)]
    [InlineData("small window", true)]
    public void A_forged_length_with_a_checksum_that_fits(string name, bool window)
    {
        var forgedRun = CheckpointCase.Of(name);
        CheckpointCase.Undisturbed whole = CheckpointCase.UndisturbedOf(name);
        folder.Settings.Delete();
        forgedRun.StopAfter((int)whole.Steps / 2, folder.Settings);
        var map = new CheckpointMap(folder.Bytes, window);
        long usual = AllocatedBy(() => forgedRun.Solve(folder.Settings with { Path = $"{folder.Path}.none" }));
        foreach (string length in map.Lengths)
        {
            long value = map.ValueOf(length);
            long[] forgeries = [-1, 0, value - 1, value + 1, int.MaxValue, 1L << 33, long.MaxValue, long.MinValue];
            foreach (long forged in forgeries.Except([value]))
            {
                folder.Bytes = map.With(length, forged);
                folder.Warnings.Clear();
                ExactResult? result = null;
                long allocated = AllocatedBy(() => result = forgedRun.Solve(folder.Settings));
                Assert.True(
                    folder.Warnings is [var only] && only.Contains("not one of this run", StringComparison.Ordinal),
                    $"{length} = {forged}: {string.Join(' ', folder.Warnings)}");
                Assert.Equal(whole.Bits, CheckpointCase.Bits(result!));

                // A chunk for the checksum, and no more than the checkpoint itself before the forgery is detected.
                Assert.InRange(allocated - usual, long.MinValue, 4_000_000 + (2 * folder.Bytes.Length));
            }
        }
    }

    [Fact]
    public void Of_another_identity_or_problem()
    {
        AssertNotUsed(sound, "identity", settings: folder.Settings with { Identity = "another run of the tests" });
        AssertNotUsed(sound, "identity", settings: folder.Settings with { Identity = "A run of the tests" });
        AssertNotUsed(sound, "size", run: item with { N = 2 });
        AssertNotUsed(sound, "times", run: item with { Times = [0.5, 3.5] });
        AssertNotUsed(sound, "times", run: item with { Times = [0.5, 3, 4] });
        AssertNotUsed(sound, "accuracy", run: item with { Options = item.Options with { Tolerance = 1e-11 } });
        AssertNotUsed(sound, "method", run: item with { Options = item.Options with { Method = SolutionMethod.Window } });
        AssertNotUsed(sound, "size", run: item with { Options = item.Options with { MergeBlocks = false } });
    }

    [Fact]
    public void Of_another_version()
    {
        var map = new CheckpointMap(sound, window: false);
        AssertNotUsed(map.With("version", 1), "format version 1, this program reads version 2");
    }

    [Fact]
    public void A_file_that_was_not_used_is_set_aside_and_not_lost()
    {
        Checkpointing other = folder.Settings with { Identity = "another run of the tests", Every = TimeSpan.Zero };
        item.Solve(other);
        Assert.Equal(["run.checkpoint", "run.checkpoint.unused"], folder.Files);
        Assert.Equal(sound, File.ReadAllBytes($"{folder.Path}.unused"));
        string warning = Assert.Single(folder.Warnings);
        Assert.Contains("run.checkpoint.unused", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_in_its_place()
    {
        folder.Settings.Delete();
        Directory.CreateDirectory(folder.Path);
        Assert.Equal(CheckpointCase.UndisturbedOf("small").Bits, CheckpointCase.Bits(item.Solve(folder.Settings)));
        Assert.Contains("cannot be read", Assert.Single(folder.Warnings), StringComparison.Ordinal);
    }

    private void AssertNotUsed(byte[] file, string reason, CheckpointCase? run = null, Checkpointing? settings = null)
    {
        long[] alone = run is null
            ? CheckpointCase.UndisturbedOf("small").Bits
            : CheckpointCase.Bits(Verified.Solve(run.Model, run.N, run.Times, run.Options));
        folder.Bytes = file;
        folder.Warnings.Clear();
        Assert.Equal(alone, CheckpointCase.Bits((run ?? item).Solve(settings ?? folder.Settings)));
        string warning = Assert.Single(folder.Warnings);
        Assert.Contains(reason, warning, StringComparison.Ordinal);
        Assert.Contains("the run starts from t = 0", warning, StringComparison.Ordinal);
        Assert.Equal(file, folder.Bytes);
    }

    private int[] Some(int count)
    {
        int[] offsets = [.. Enumerable.Range(0, count).Select(_ => random.Next(16, sound.Length))];
        output.WriteLine($"at {string.Join(' ', offsets)}");
        return offsets;
    }

    private static long AllocatedBy(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
