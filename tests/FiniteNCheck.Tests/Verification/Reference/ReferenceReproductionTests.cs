using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>Generating a set twice gives the same file, and equivalent forms of one network agree.</summary>
public sealed class ReferenceReproductionTests
{
    [Theory]
    [Trait("Kind", "Determinism")]
    [InlineData("p1-limit-cycle")]
    [InlineData("p2-two-blocks")]
    [InlineData("tilted-axes")]
    [InlineData("unequal-blocks")]
    [InlineData("p2-two-blocks-limit-full")]
    [InlineData("gibbs-p2")]
    public void One_thread_or_two_the_file_is_the_same_bit_for_bit(string name)
    {
        ReferenceSets sets = ReferenceFolder.Stored;
        ReferenceSet set = sets.Find(name);
        string one = ReferenceGenerator.Generate(sets, set, threads: 1).ToText();
        Assert.Equal(one, ReferenceGenerator.Generate(sets, set, threads: 2).ToText());
        Assert.Equal(one, ReferenceGenerator.Generate(sets, set, threads: 1).ToText());
    }

    [Theory]
    [Trait("Kind", "Invariant")]
    [InlineData(1)]
    [InlineData(2)]
    public void Four_blocks_and_two_rotated_blocks_are_one_network(int n)
    {
        ReferenceTable four = Read("p2-four-blocks");
        ReferenceTable two = Read("p2-two-blocks");
        int[] rows = [.. Enumerable.Range(0, four.Rows.Length).Where(row => four.Rows[row][0] == n)];
        Assert.Equal(5, rows.Length);
        foreach (int row in rows)
        {
            int other = Enumerable.Range(0, two.Rows.Length).Single(r => two.Rows[r][0] == 2 * n && two.Rows[r][1] == four.Rows[row][1]);
            string[] means = ["mean.x.plus-plus", "mean.y.plus-plus", "mean.z.plus-plus", "mean.y.plus-minus", "mean.z.plus-minus"];
            foreach (string mean in means)
            {
                // Two runs of the integrator: twice its error.
                Assert.Equal(four.Rows[row][four.IndexOf(mean)], two.Rows[other][two.IndexOf(mean)], 1e-11);
            }
        }
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1, 1, 0.5)]
    [InlineData(1, 12, 0.9)]
    [InlineData(2, 5, 0.7)]
    [InlineData(2, 40, 0.7)]
    [InlineData(4, 3, 0.4)]
    public void The_closed_form_agrees_with_a_plain_sum(int blocks, int spins, double beta)
    {
        HopfieldModels network = (
            blocks == 4 ? HopfieldModels.Patterns(2)
            : blocks == 2 ? HopfieldModels.Patterns(1)
            : HopfieldModels.Rotated(1) with { Share = 1 }) with
        {
            Omega = 0,
            Beta = beta,
        };
        CollectiveModel model = network.Starting([.. Enumerable.Repeat(PauliVector.Zero, blocks)]);
        GibbsResult result = FiniteNCheck.Theory.GibbsMoments.Compute(model, spins);
        (double[] mean, double[,] covariance) = FiniteNCheck.Tests.Support.GibbsMoments.Of(blocks, spins, beta, network.Weight);

        // Rounding of a few thousand exponentials.
        Assert.All(mean.Zip(result.Mean), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.All(covariance.Cast<double>().Zip(result.Covariance.Cast<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_model_without_detailed_balance_is_refused()
    {
        InputException error = Assert.Throws<InputException>(
            () => FiniteNCheck.Theory.GibbsMoments.Compute(TestModels.TwoLargeSpins(), 3));
        Assert.Contains("a field across z", error.Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => FiniteNCheck.Theory.GibbsMoments.Compute(TestModels.DensityDependent(1, 0.5, 0), 3));
        Assert.Contains(
            "magnetisations",
            Assert
                .Throws<InputException>(() =>
                    FiniteNCheck.Theory.GibbsMoments.Compute(
                        (HopfieldModels.Patterns(1) with { Omega = 0 }).Starting(PauliVector.Zero, PauliVector.Zero), 100_000))
                .Message,
            StringComparison.Ordinal);
    }

    private static ReferenceTable Read(string name) =>
        ReferenceFile.Read(ReferenceFolder.Stored.VerifiedPath(ReferenceFolder.Stored.Find(name))).Table;
}
