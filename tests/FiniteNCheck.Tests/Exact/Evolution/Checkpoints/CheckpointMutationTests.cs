using FiniteNCheck.Exact;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>A change of any number in a checkpoint shows when the resumed run is compared with the uninterrupted one.</summary>
[Trait("Kind", "Mutation")]
public sealed class CheckpointMutationTests : IDisposable
{
    private readonly CheckpointFolder folder = new();

    /// <summary>Every number, and whether a change of it shows in the result; the others show only in the last checkpoint.</summary>
    public static TheoryData<string, string, bool> Numbers => new()
    {
        { "full, real", "time", true },
        { "full, real", "error", true },
        { "full, real", "reach", true },
        { "full, real", "ceiling", true },
        { "full, real", "steps", true },
        { "full, real", "rejected", false },
        { "full, real", "applications", false },
        { "window, real", "time", true },
        { "window, real", "error", true },
        { "window, real", "reach", true },
        { "window, real", "ceiling", false },
        { "window, real", "steps", true },
        { "window, real", "rejected", false },
        { "window, real", "applications", false },
        { "window, real", "threshold", true },
        { "window, real", "cut at", true },
        { "window, real", "dropped", true },
        { "window, real", "leaked", true },
        { "window, real", "longest step", true },
        { "window, real", "leak", true },
        { "window, real", "margin", true },
        { "window, real", "steps since cut", true },
        { "window, real", "most numbers", true },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Numbers))]
    public void One_account_is_off(string name, string number, bool inResult)
    {
        (CheckpointMap map, CheckpointCase item) = Stopped(name);
        folder.Bytes = number switch
        {
            "steps" or "rejected" or "applications" or "margin" => map.With(number, map.ValueOf(number) + 1),
            "most numbers" => map.With(number, map.ValueOf(number) + 1_000_000),

            // To values that matter: the next cut is due after 8 steps, and the window limits the step, not its reach.
            "steps since cut" => map.With(number, 7),
            "reach" when name.StartsWith("window", StringComparison.Ordinal) => map.With(number, _ => 0.5),
            "ceiling" => map.With(number, _ => 10),
            "longest step" => map.With(number, _ => 0.03),
            "leak" => map.With(number, _ => 1.4e-12),
            "cut at" => map.With(number, _ => 0),
            "threshold" => map.With(number, threshold => threshold * 1.5),
            "time" or "reach" or "error" or "dropped" or "leaked" => map.With(number, value => value * (1 - 1e-3)),
            _ => throw new ArgumentOutOfRangeException(nameof(number), number, "Unknown number."),
        };
        AssertNoticed(name, item, inResult);
    }

    [Theory]
    [InlineData("full, real")]
    [InlineData("window, real")]
    public void One_bit_of_the_state_is_off(string name)
    {
        (CheckpointMap map, CheckpointCase item) = Stopped(name);
        byte[] bytes = folder.Bytes;
        int offset = map.OffsetOf("state length") + 8;
        int largest = Enumerable.Range(0, (bytes.Length - 32 - offset) / 8).MaxBy(i => BitConverter.ToDouble(bytes, offset + (8 * i)));
        bytes[offset + (8 * largest)] ^= 1 << 4;
        folder.Bytes = CheckpointMap.Signed(bytes);
        AssertNoticed(name, item, inResult: true);
    }

    [Fact]
    public void Without_the_ranges_of_the_cached_terms()
    {
        const string Name = "window, populations";
        (CheckpointMap map, CheckpointCase item) = Stopped(Name);
        byte[] none = map.With("ranges length", 0);
        folder.Bytes = CheckpointMap.Signed([.. none.AsSpan(0, map.RangesFrom + 8), .. none.AsSpan(map.RangesTo)]);
        AssertNoticed(Name, item, inResult: true);
    }

    [Fact]
    public void An_untouched_checkpoint_passes()
    {
        (_, CheckpointCase item) = Stopped("window, populations");
        Assert.Equal(CheckpointCase.UndisturbedOf("window, populations").Bits, CheckpointCase.Bits(item.Solve(folder.Settings)));
    }

    private (CheckpointMap Map, CheckpointCase Item) Stopped(string name)
    {
        var item = CheckpointCase.Of(name);

        // Well before the end: a step at full reach is still to come in one case, a cut of the window in the others.
        item.StopAfter(name is "full, real" ? 6 : 23, folder.Settings);
        return (new CheckpointMap(folder.Bytes, item.Options.Method == SolutionMethod.Window), item);
    }

    private void AssertNoticed(string name, CheckpointCase item, bool inResult)
    {
        CheckpointCase.Undisturbed whole = CheckpointCase.UndisturbedOf(name);

        ExactResult result = item.Solve(folder.Settings);
        Assert.Empty(folder.Warnings);
        Assert.NotEqual(whole.Checkpoint, folder.Bytes);
        Assert.Equal(inResult, !whole.Bits.SequenceEqual(CheckpointCase.Bits(result)));
    }
}
