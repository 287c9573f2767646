using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>
/// A model with one block written as two describes the same physics. Checked with the 2^N code, because random models rely on it.
/// </summary>
[Trait("Kind", "CrossCheck")]
public class BlockSplitTests(ITestOutputHelper output)
{
    private static readonly PauliAxis?[] Axes = [null, PauliAxis.X, PauliAxis.Y, PauliAxis.Z];

    [Fact]
    public void Both_parts_have_the_mean_of_the_whole_in_their_own_frame()
    {
        output.WriteLine(Seed.Description);
        IEnumerable<RandomModel> divisible = RandomModels.Draw(Seed.Value + 2, 60).Where(m => m.Spins <= 4 && m.Model.SpinsAt(m.N)[0] > 1);
        foreach ((int i, RandomModel drawn) in divisible.Index())
        {
            var split = new BlockSplit(0, 1, Axes[i % 4], i % 8 >= 4);
            CollectiveModel model = split.Apply(drawn.Model, drawn.N);
            double[] whole = BruteForce.Solve(drawn.Model, drawn.N, 0.8).Mean[0];
            double[] parts = BruteForce.Solve(model, drawn.N, 0.8).Mean[0];
            PauliVector expected = split.Turn(new(whole[0], whole[1], whole[2]));
            double[] moved = [expected.X, expected.Y, expected.Z];
            double[] both = [.. whole, .. moved];
            for (int a = 0; a < both.Length; a++)
            {
                // Two Taylor integrations, each accurate to rounding.
                Assert.Equal(both[a], parts[a], 1e-12);
            }
        }
    }
}
