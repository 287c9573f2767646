using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Files;

/// <summary>Parameters and formulas in model files.</summary>
[Trait("Kind", "Unit")]
public class ParameterTests
{
    private const string Rate = """{ exponential: { amplitude: "sqrt(omega)", exponent: "1/omega" } }""";

    private const string File = $$"""
        name: named
        parameters: { omega: 0.2, twice: "2*omega" }
        blocks: [{ name: all, share: "5*omega" }]
        hamiltonian:
          fields: { all: ["twice + 1", 0, 0] }
          couplings: [{ between: [all, all], axes: [z, z], strength: "-omega^2" }]
        jumps:
          - { block: all, operator: [[[0, 0], ["omega", 0]], [[0, 0], [0, 0]]], rate: {{Rate}}, argument: { all: [0, 0, "omega"] } }
          - { block: all, operator: lower, rate: { polynomial: ["omega", 1] }, argument: { all: [0, 0, 1] } }
        initial: { all: [0, 0, "-omega"] }
        """;

    [Fact]
    public void A_formula_may_stand_wherever_a_number_stands()
    {
        CollectiveModel model = ModelFile.Parse(File, "named.yaml");

        Assert.Equal(1, model.Blocks[0].Share);
        Assert.Equal(1.4, model.Fields[0].X, 15);
        Assert.Equal(-0.04, model.Couplings[0].Strength, 15);
        Assert.Equal(0.2, model.Jumps[0].Operator.UpDown.Real);
        Assert.Equal(new ExponentialRate(Math.Sqrt(0.2), 5), model.Jumps[0].Rate);
        Assert.Equal(0.2, ((PolynomialRate)model.Jumps[1].Rate).Coefficients[0]);
        Assert.Equal(["omega", "twice"], model.Parameters.Keys);
        Assert.Equal(0.4, model.Parameters["twice"]);
    }

    [Fact]
    public void A_sweep_varies_a_parameter_with_all_that_depends_on_it()
    {
        YamlMap changed = YamlFile.Parse(File, "named.yaml").With("parameters.omega", 0.4).Map();

        Assert.Equal(1.8, ModelFile.Read(changed).Fields[0].X, 15);
    }

    [Fact]
    public void A_network_has_parameters_of_its_own()
    {
        CollectiveModel model = ModelFile.Parse(
            "name: network\nparameters: { t_c: 1 }\n"
            + "hopfield: { patterns: 1, temperature: \"t_c/2\", transverse-field: 0.3 }\ninitial: retrieval\n",
            "network.yaml");

        Assert.Equal(["T", "beta", "g", "omega", "t_c"], model.Parameters.Keys);
        Assert.Equal(2, model.Parameters["beta"]);
    }

    [Theory]
    [InlineData("twice: \"2*omega\"", "twice: \"2*alpha\"", 2, "parameters.twice", "the unknown name 'alpha' in '2*alpha'")]
    [InlineData("twice: \"2*omega\"", "twice: two", 2, "parameters.twice", "'two'")]
    [InlineData("omega: 0.2", "pi: 0.2", 2, "parameters.pi", "the name pi, which means something in formulas")]
    [InlineData("omega: 0.2", "x: 0.2", 2, "parameters.x", "the name x, which means something in formulas")]
    [InlineData("omega: 0.2", "2nd: 0.2", 2, "parameters.2nd", "the name '2nd'")]
    [InlineData(
        "\"1/omega\"",
        "\"1/(omega - 0.2)\"",
        8,
        "jumps[1].rate.exponential.exponent",
        "the quoted text '1/(omega - 0.2)', which is Infinity")]
    [InlineData("\"5*omega\"", "\"-omega\"", 3, "blocks[1].share", "-0.2")]
    [InlineData("\"twice + 1\"", "twice + 1", 5, "hamiltonian.fields.all[1]", "'twice + 1'")]
    [InlineData(
        "\"twice + 1\"",
        "\"twice +\"",
        5,
        "hamiltonian.fields.all[1]",
        "something that is no formula at character 7 in 'twice +'")]
    [InlineData(
        "polynomial: [\"omega\", 1]",
        "expression: \"omega + y\"",
        9,
        "jumps[2].rate.expression",
        "the unknown name 'y' in 'omega + y'")]
    [InlineData("polynomial: [\"omega\", 1]", "expression: \"1/x\"", 9, "jumps[2].rate.expression", "an infinite number at x = 0")]
    [InlineData("polynomial: [\"omega\", 1]", "expression: \"ln(x)\"", 9, "jumps[2].rate.expression", "no number at x = -1")]
    [InlineData("polynomial: [\"omega\", 1]", "squared: \"omega + x\"", 9, "jumps[2].rate.squared", "-0.8 at x = -1")]
    [InlineData("polynomial: [\"omega\", 1]", "squared: [1]", 9, "jumps[2].rate.squared", "a list of 1")]
    [InlineData("polynomial: [\"omega\", 1]", "expression: \"exp(200*x)\"", 9, "jumps[2].rate.expression", "1.07e50 at x = 0.576")]
    public void What_cannot_be_is_refused_in_one_line(string old, string replacement, int line, string key, string found)
    {
        Assert.Contains(old, File, StringComparison.Ordinal);

        string changed = File.Replace(old, replacement, StringComparison.Ordinal);
        InputFileException error = Assert.Throws<InputFileException>(() => ModelFile.Parse(changed, "named.yaml"));

        Assert.StartsWith($"named.yaml:{line}: {key}: found {found}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
