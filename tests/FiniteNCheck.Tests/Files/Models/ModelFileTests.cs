using System.Numerics;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Valid files yield the models that they describe.</summary>
[Trait("Kind", "Unit")]
public sealed class ModelFileTests
{
    private const string OneBlock = """
        name: one
        blocks: [{ name: all, share: 1 }]
        jumps: []
        initial: { all: [0, 0, 1] }
        """;

    [Fact]
    public void Two_large_spins_is_read_as_written()
    {
        CollectiveModel model = Load("two-large-spins");

        Assert.Equal("two-large-spins", model.Name);
        Assert.Equal([new Block("plus", 1), new Block("minus", 1)], model.Blocks.AsEnumerable());
        Assert.Equal([new PauliVector(0.2, 0, 0), new PauliVector(0.2, 0, 0)], model.Fields.AsEnumerable());
        Assert.Empty(model.Couplings);
        Assert.Equal([0, 0, 1, 1], model.Jumps.Select(jump => jump.Block));
        Assert.Equal(
            [SpinOperator.Raise, SpinOperator.Lower, SpinOperator.Raise, SpinOperator.Lower], model.Jumps.Select(jump => jump.Operator));
        Assert.Equal(new ExponentialRate(0.7071067811865476, -1), model.Jumps[3].Rate);
        Assert.Equal([new PauliVector(0, 0, -0.5), new PauliVector(0, 0, 0.5)], model.Jumps[3].Argument.AsEnumerable());
        Assert.All(model.Jumps, jump => Assert.True(jump.OwnSite));
        Assert.Equal(
            [new PauliVector(0, -0.2273836, 0.92346089), new PauliVector(0, 0.2273836, -0.92346089)],
            Assert.IsType<ProductState>(model.Initial).Bloch.AsEnumerable());
        Assert.True(model.SatisfiesAssumption1);
    }

    [Fact]
    public void Tilted_axis_is_read_as_written()
    {
        CollectiveModel model = Load("tilted-axis");

        Assert.Equal([new PauliVector(0.3, -0.1, 0.25)], model.Fields.AsEnumerable());
        Assert.Equal(
            [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.4), new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, -0.2)],
            model.Couplings.AsEnumerable());
        Assert.Equal(
            new SpinOperator(0.1, new Complex(0.6, 0.2), new Complex(0, -0.3), -0.2),
            model.Jumps[0].Operator);
        Assert.Equal(new PolynomialRate([0.8, 0.5, -0.3]), model.Jumps[0].Rate);
        Assert.Equal([new PauliVector(0.4, -0.3, 0.6)], model.Jumps[0].Argument.AsEnumerable());
        Assert.Equal([PauliVector.Zero], model.Jumps[1].Argument.AsEnumerable());
        Assert.Equal(new PolynomialRate([0.5]), model.Jumps[1].Rate);
    }

    /// <summary>Characters that only YAML 1.1 takes for line breaks.</summary>
    [Theory]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void A_comment_may_hold_any_character(char character)
    {
        string text =
            $"# before{character}after: [\n{OneBlock.Replace("\n", $" # one{character}two: {{\n", StringComparison.Ordinal)}\n#{character}";
        Assert.Equal("one", ModelFile.Parse(text, "one.yaml").Name);

        // In a name or key it is rejected on its own line.
        InputFileException error = Assert.Throws<InputFileException>(
            () => ModelFile.Parse(OneBlock.Replace("name: one", $"name: o{character}ne", StringComparison.Ordinal), "one.yaml"));
        Assert.StartsWith(
            $"one.yaml:1: name: found 'o\\u{(int)character:x4}ne'; allowed: a text of one line", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<InputFileException>(
            () => ModelFile.Parse(OneBlock.Replace("jumps:", $"jum{character}ps:", StringComparison.Ordinal), "one.yaml"));
        Assert.StartsWith(
            $"one.yaml:3: 'jum\\u{(int)character:x4}ps': found an unknown key 'jum\\u{(int)character:x4}ps'",
            error.Message,
            StringComparison.Ordinal);
    }

    /// <summary>Section 3.1: Gamma = sqrt(gamma) n with n = (1 + m_z)/2.</summary>
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(1, 0.25)]
    public void Density_dependent_rates_are_proportional_to_the_density(int channel, double gamma)
    {
        JumpChannel jump = Load("density-dependent").Jumps[channel];

        Assert.Equal([PauliVector.Along(PauliAxis.Z)], jump.Argument.AsEnumerable());
        Assert.Equal(channel == 0 ? SpinOperator.Raise : SpinOperator.Lower, jump.Operator);
        foreach (double m in new[] { -1, -0.3, 0, 0.6, 1 })
        {
            // One rounding per operation of the polynomial.
            Assert.Equal(Math.Sqrt(gamma) * (1 + m) / 2, jump.Rate.Value(m), 1e-15);
        }
    }

    [Fact]
    public void Missing_entries_are_zero()
    {
        const string shared = "name: a\nblocks: [{ name: a, share: 1 }, { name: b, share: 2.5 }]\n";
        const string jump = "jumps: [{ block: b, operator: z, rate: { normalised: { exponent: 0.5 } }, argument: { b: [1, 0, 0] } }]\n";
        const string initial = "initial: { a: [0, 0, 1], b: [0, 0, 0] }\n";

        CollectiveModel brief = ModelFile.Parse(shared + jump + initial, "brief");
        CollectiveModel full = ModelFile.Parse(
            shared + "hamiltonian: { fields: { a: [0, 0, 0], b: [0, 0, 0] }, couplings: [] }\n"
            + jump.Replace("b: [1, 0, 0]", "a: [0, 0, 0], b: [1, 0, 0] }, own-site: true", StringComparison.Ordinal)
                .Replace("true } }", "true }", StringComparison.Ordinal)
            + initial,
            "full");

        ModelAssert.SameSystem(full, brief);
        Assert.False(brief.SatisfiesAssumption1);
    }

    [Fact]
    public void A_collective_rate_may_depend_on_time()
    {
        string text = OneBlock
            + "\ncollective-jumps: [{ operator: { all: lower }, rate: { polynomial: [{ steps: [[0, 0.5], [2, 0.8]] }] } }]\n";

        CollectiveModel model = ModelFile.Parse(text, "text");

        Assert.Equal([2.0], model.Breaks.AsEnumerable());
        Assert.Equal([0.5, 0.8], new[] { 1.9, 2 }.Select(time => model.At(time).CollectiveJumps[0].Rate.Value(0)));
    }

    [Fact]
    public void A_fixed_point_request_keeps_its_start()
    {
        string text = OneBlock.Replace("{ all: [0, 0, 1] }", "{ fixed-point: { all: [0.1, 0, -1.2e-1] } }", StringComparison.Ordinal);

        MeanFieldFixedPoint initial = Assert.IsType<MeanFieldFixedPoint>(ModelFile.Parse(text, "text").Initial);

        Assert.Equal([new PauliVector(0.1, 0, -0.12)], initial.Start.AsEnumerable());
        Assert.Empty(initial.Overlap);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("+1.", 1)]
    [InlineData(".5", 0.5)]
    [InlineData("5E-1", 0.5)]
    [InlineData("0.1", 0.1)]
    [InlineData("1e-40", 1e-40)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    public void Numbers_are_read_to_the_last_bit(string written, double share) =>
        Assert.Equal(
            share, ModelFile.Parse(OneBlock.Replace("share: 1", $"share: {written}", StringComparison.Ordinal), "text").Blocks[0].Share);

    [Fact]
    public void Names_may_be_quoted_and_look_like_numbers()
    {
        string text = OneBlock
            .Replace("name: one", "name: \"1e3: a name\"", StringComparison.Ordinal)
            .Replace("all", "'1'", StringComparison.Ordinal);

        CollectiveModel model = ModelFile.Parse(text, "text");

        Assert.Equal("1e3: a name", model.Name);
        Assert.Equal(["x.1", "y.1", "z.1"], model.ObservableNames.AsEnumerable());
    }

    [Theory]
    [InlineData("1.0000000000001", false)]
    [InlineData("1.00000000001", true)]
    public void A_Bloch_vector_may_exceed_one_by_rounding_only(string length, bool refused)
    {
        string text = OneBlock.Replace("[0, 0, 1]", $"[0, 0, {length}]", StringComparison.Ordinal);

        Assert.Equal(refused, Record.Exception(() => ModelFile.Parse(text, "text")) is InputFileException { Line: 4, Key: "initial.all" });
    }

    [Fact]
    public void A_model_inside_another_file_is_reported_there()
    {
        YamlMap root = YamlFile.Parse(
            "study: a\nmodel:\n  name: b\n  blocks: [{ name: all, share: 0 }]\n  jumps: []\n  initial: { all: [0, 0, 0] }\n", "study.yaml");

        InputFileException error = Assert.Throws<InputFileException>(() => ModelFile.Read(root.Required("model").Map()));

        Assert.Equal((4, "model.blocks[1].share"), (error.Line, error.Key));
    }

    private static CollectiveModel Load(string name) =>
        ModelFile.Load(Path.Combine(AppContext.BaseDirectory, "studies", "models", $"{name}.yaml"));
}
