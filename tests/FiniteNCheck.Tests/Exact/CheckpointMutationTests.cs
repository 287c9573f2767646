using FiniteNCheck.Exact;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>A checkpoint in which one account is not what it was is noticed when the resumed run is compared with the undisturbed one.</summary>
[Trait("Kind", "Mutation")]
public sealed class CheckpointMutationTests : IDisposable
{
    private readonly CheckpointFolder folder = new();

    /// <summary>Every account, and whether the result tells that it is off; the others tell in the last checkpoint alone.</summary>
    public static TheoryData<string, string, bool> Accounts => new()
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
    [MemberData(nameof(Accounts))]
    public void One_account_is_off(string name, string account, bool inResult)
    {
        (CheckpointMap map, CheckpointCase item) = Stopped(name);
        folder.Bytes = account switch
        {
            "steps" or "rejected" or "applications" or "margin" => map.With(account, map.ValueOf(account) + 1),
            "most numbers" => map.With(account, map.ValueOf(account) + 1_000_000),

            // To where they bind: the next cut is due after 8 steps, the step is bound by its longest length and not by its reach.
            "steps since cut" => map.With(account, 7),
            "reach" when name.StartsWith("window", StringComparison.Ordinal) => map.With(account, _ => 0.5),
            "ceiling" => map.With(account, _ => 10),
            "longest step" => map.With(account, _ => 0.03),
            "leak" => map.With(account, _ => 1.4e-12),
            "cut at" => map.With(account, _ => 0),
            "threshold" => map.With(account, threshold => threshold * 1.5),
            "time" or "reach" or "error" or "dropped" or "leaked" => map.With(account, value => value * (1 - 1e-3)),
            _ => throw new ArgumentOutOfRangeException(nameof(account), account, "Unknown account."),
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
        int place = map.PlaceOf("state length") + 8;
        int largest = Enumerable.Range(0, (bytes.Length - 32 - place) / 8).MaxBy(i => BitConverter.ToDouble(bytes, place + (8 * i)));
        bytes[place + (8 * largest)] ^= 1 << 4;
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

        // Where much is to come: a step at full reach in one, a cut of the window in the others.
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
