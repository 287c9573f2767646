using System.Collections.Immutable;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Model;

/// <summary>Checks the shorthand and its public definition against (51)-(54) written out.</summary>
[Trait("Kind", "Unit")]
public sealed class HopfieldNetworkTests
{
    [Fact]
    public void One_pattern_is_the_two_large_spins_written_out()
    {
        CollectiveModel network = Load("hopfield");

        ModelAssert.SameSystem(Load("two-large-spins"), network);
        MeanFieldFixedPoint initial = Assert.IsType<MeanFieldFixedPoint>(network.Initial);
        Assert.Equal([new PauliVector(0, 0, 1), new PauliVector(0, 0, -1)], initial.Start.AsEnumerable());
        Assert.Equal([1, -1], initial.Overlap.AsEnumerable());
        Assert.Equal("retrieval", initial.Description);
    }

    [Fact]
    public void Number_rows_and_program_give_the_same_model()
    {
        const string rows =
            "name: a\nhopfield: { patterns: [[1, 1, -1, -1], [1, -1, 1, -1]], temperature: 0.7, coupling: 0.3 }\ninitial: paramagnetic\n";
        HopfieldNetwork network = new() { Patterns = HopfieldNetwork.AllColumns(2), Temperature = 0.7, Coupling = 0.3 };

        CollectiveModel fromRows = ModelFile.Parse(rows, "rows");

        ModelAssert.SameSystem(
            fromRows, ModelFile.Parse(rows.Replace("[[1, 1, -1, -1], [1, -1, 1, -1]]", "2", StringComparison.Ordinal), "number"));
        ModelAssert.SameSystem(fromRows, network.ToModel("a", network.Paramagnetic()));
        MeanFieldFixedPoint initial = Assert.IsType<MeanFieldFixedPoint>(fromRows.Initial);
        Assert.All(initial.Start, start => Assert.Equal(PauliVector.Zero, start));
        Assert.Empty(initial.Overlap);
    }

    [Theory]
    [InlineData(1, "plus minus")]
    [InlineData(2, "plus-plus plus-minus minus-plus minus-minus")]
    [InlineData(
        3,
        "plus-plus-plus plus-plus-minus plus-minus-plus plus-minus-minus "
        + "minus-plus-plus minus-plus-minus minus-minus-plus minus-minus-minus")]
    public void Blocks_are_named_by_their_signs_first_pattern_slowest(int patterns, string names) =>
        Assert.Equal(names.Split(' '), Network(patterns).BlockNames);

    [Fact]
    public void Blocks_with_equal_signs_are_numbered() =>
        Assert.Equal(["block-1", "block-2", "block-3"], (Network(1) with { Patterns = [[1, 1, -1]] }).BlockNames.AsEnumerable());

    /// <summary>(54): Delta_h at m_z,k = e_k^mu is e_h^mu for a stored pattern of the full set, since its rows are orthogonal.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_stored_pattern_feels_itself(int patterns)
    {
        HopfieldNetwork network = Network(patterns);
        CollectiveModel model = network.ToModel("a", network.Retrieval());

        Assert.Equal(2 * network.BlockCount, model.Jumps.Length);
        foreach (JumpChannel jump in model.Jumps)
        {
            foreach (ImmutableArray<int> row in network.Patterns)
            {
                // Sums of multiples of 1/8 are exact.
                Assert.Equal(row[jump.Block], jump.Argument.Zip(row).Sum(pair => pair.First.Dot(new PauliVector(0.3, -0.4, pair.Second))));
            }
        }
    }

    /// <summary>
    /// H_2 = (g/2) 1/(2^p N_s) sum_hk w_hk S_h S_k, summed over all ordered pairs, against the couplings, for classical S.
    /// </summary>
    [Theory]
    [InlineData(1, 1.0, true)]
    [InlineData(2, 1.0, true)]
    [InlineData(3, 1.0, true)]
    [InlineData(2, 1.001, false)]
    public void The_couplings_add_up_to_H2(int patterns, double perturbation, bool agrees)
    {
        HopfieldNetwork network = Network(patterns) with { Coupling = 0.7 };
        CollectiveModel model = network.ToModel("a", network.Retrieval());
        int blocks = 1 << patterns;
        const double spins = 5;
        double[] s = [.. Enumerable.Range(0, blocks).Select(h => Math.Sin(1 + (2.3 * h)))];

        double expected = 0;
        for (int h = 0; h < blocks; h++)
        {
            for (int k = 0; k < blocks; k++)
            {
                double weight = network.Patterns.Sum(row => row[h] * row[k]) / (double)blocks;
                expected += perturbation * 0.7 / 2 / (blocks * spins) * weight * s[h] * s[k];
            }
        }

        double actual = model.Couplings.Sum(c => c.Strength / spins * s[c.FirstBlock] * s[c.SecondBlock]);

        Assert.All(model.Couplings, c => Assert.Equal((PauliAxis.Z, PauliAxis.Z), (c.FirstAxis, c.SecondAxis)));

        // At most 64 terms of order 0.1, each with a rounding error below 1e-15.
        Assert.Equal(agrees, Math.Abs(expected - actual) < 1e-14);
    }

    /// <summary>Gamma_+(x)^2/Gamma_-(x)^2 = exp(2 beta x) for both kinds; the sum is cosh(beta x) or 1.</summary>
    [Theory]
    [InlineData(HopfieldRates.Exponential)]
    [InlineData(HopfieldRates.Normalised)]
    public void Rates_are_those_of_51(HopfieldRates rates)
    {
        HopfieldNetwork network = Network(1) with { Rates = rates, Temperature = 0.8 };
        CollectiveModel model = network.ToModel("a", network.Retrieval());
        Assert.Equal(rates == HopfieldRates.Exponential, model.SatisfiesAssumption1);
        foreach (double x in new[] { -1, -0.4, 0, 0.3, 0.9 })
        {
            double up = Math.Pow(model.Jumps[0].Rate.Value(x), 2);
            double down = Math.Pow(model.Jumps[1].Rate.Value(x), 2);

            // Numbers of order one, a handful of roundings.
            Assert.Equal(rates == HopfieldRates.Exponential ? Math.Cosh(x / 0.8) : 1, up + down, 1e-14);
            Assert.Equal(2 * x / 0.8, Math.Log(up / down), 1e-14);
        }
    }

    [Fact]
    public void Without_self_energy_no_jump_has_its_own_site()
    {
        HopfieldNetwork network = Network(2) with { SelfEnergy = false };

        Assert.All(network.ToModel("a", network.Paramagnetic()).Jumps, jump => Assert.False(jump.OwnSite));
    }

    [Fact]
    public void One_pattern_in_the_rotated_frame_is_one_block()
    {
        HopfieldNetwork network = Network(1) with { Patterns = [[1]] };
        CollectiveModel model = network.ToModel("a", network.Retrieval());

        Assert.Equal([new Block("plus", 1)], model.Blocks.AsEnumerable());
        Assert.All(model.Jumps, jump => Assert.Equal([PauliVector.Along(PauliAxis.Z)], jump.Argument.AsEnumerable()));
    }

    [Theory]
    [InlineData(0.0, "hopfield.temperature: found 0;")]
    [InlineData(double.NaN, "hopfield.temperature: found NaN;")]
    [InlineData(1e-320, "hopfield.temperature: found 1e-320, at which")]
    public void An_invalid_temperature_is_rejected(double temperature, string message)
    {
        HopfieldNetwork network = Network(1) with { Temperature = temperature };

        Assert.StartsWith(
            message, Assert.Throws<InputException>(() => network.ToModel("a", network.Retrieval())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_for_too_many_blocks_is_rejected()
    {
        HopfieldNetwork network = Network(1) with { Patterns = [[.. Enumerable.Repeat(1, 65)]] };

        Assert.Equal("hopfield.patterns[1]", Assert.Single(network.Problems()).Key);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Only_one_to_three_patterns_are_made_in_full(int patterns) =>
        Assert.StartsWith(
            $"patterns is {patterns}: allowed are 1 to 3",
            Assert.Throws<InputException>(() => HopfieldNetwork.AllColumns(patterns)).Message,
            StringComparison.Ordinal);

    private static HopfieldNetwork Network(int patterns) =>
        new() { Patterns = HopfieldNetwork.AllColumns(patterns), Temperature = 0.5 };

    private static CollectiveModel Load(string name) =>
        ModelFile.Load(Path.Combine(AppContext.BaseDirectory, "studies", "models", $"{name}.yaml"));
}
