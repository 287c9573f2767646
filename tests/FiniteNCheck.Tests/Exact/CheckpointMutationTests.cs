using FiniteNCheck.Exact;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>A checkpoint in which one account is not what it was is noticed when the resumed run is compared with the undisturbed one.</summary>
[Trait("Kind", "Mutation")]
public sealed class CheckpointMutationTests : IDisposable
{
    private readonly CheckpointFolder folder = new();

    /// <summary>Every account, off by little, and whether the moments and checks already tell; the others tell in the counts or the last checkpoint.</summary>
    public static TheoryData<string, string, bool> Accounts => new()
    {
        { "full, real", "time", true },
        { "full, real", "error", true },
        { "full, real", "reach", true },
        { "full, real", "ceiling", true },
        { "full, real", "steps", true },
        { "full, real", "rejected", false },
        { "full, real", "applications", false },
        { "window, populations", "time", true },
        { "window, populations", "error", true },
        { "window, populations", "reach", true },
        { "window, populations", "ceiling", true },
        { "window, populations", "steps", true },
        { "window, populations", "rejected", false },
        { "window, populations", "applications", false },
        { "window, populations", "threshold", true },
        { "window, populations", "cut at", true },
        { "window, populations", "dropped", true },
        { "window, populations", "leaked", true },
        { "window, populations", "longest step", true },
        { "window, populations", "leak", true },
        { "window, populations", "margin", true },
        { "window, populations", "steps since cut", true },
        { "window, populations", "most numbers", true },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Accounts))]
    public void One_account_is_off(string name, string account, bool inResult)
    {
        (CheckpointMap map, CheckpointCase item) = Half(name);
        folder.Bytes = account switch
        {
            "steps" or "rejected" or "applications" or "margin" or "steps since cut" => map.With(account, map.ValueOf(account) + 1),
            "most numbers" => map.With(account, map.ValueOf(account) + 1_000_000),

            // At first the one is infinite and the other out of reach: to where they bind.
            "longest step" => map.With(account, _ => 1e-3),
            "ceiling" => map.With(account, _ => 10),
            "leak" => map.With(account, leak => leak * 2),
            "threshold" => map.With(account, threshold => threshold * 1.5),
            "time" or "reach" or "error" or "dropped" or "leaked" or "cut at" => map.With(account, value => value * (1 - 1e-3)),
            _ => throw new ArgumentOutOfRangeException(nameof(account), account, "Unknown account."),
        };
        AssertNoticed(name, item, inResult);
    }

    [Theory]
    [InlineData("full, real")]
    [InlineData("window, populations")]
    public void One_bit_of_the_state_is_off(string name)
    {
        (CheckpointMap map, CheckpointCase item) = Half(name);
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
        (CheckpointMap map, CheckpointCase item) = Half(Name);
        byte[] none = map.With("ranges length", 0);
        folder.Bytes = CheckpointMap.Signed([.. none.AsSpan(0, map.RangesFrom + 8), .. none.AsSpan(map.RangesTo)]);
        AssertNoticed(Name, item, inResult: true);
    }

    [Fact]
    public void An_untouched_checkpoint_passes()
    {
        (_, CheckpointCase item) = Half("window, populations");
        Assert.Equal(CheckpointCase.UndisturbedOf("window, populations").Bits, CheckpointCase.Bits(item.Solve(folder.Settings)));
    }

    private (CheckpointMap Map, CheckpointCase Item) Half(string name)
    {
        var item = CheckpointCase.Of(name);
        item.StopAfter((int)CheckpointCase.UndisturbedOf(name).Steps / 2, folder.Settings);
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
