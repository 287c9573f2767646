using System.Numerics;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Description;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Model files whose blocks have levels: every form is read as it is meant.</summary>
[Trait("Kind", "Unit")]
public sealed class LevelModelFileTests
{
    private const string Text = """
        name: levels
        parameters: { omega: 0.3 }
        blocks:
          - { name: atoms, share: 1, levels: [g, e, r] }
          - { name: spins, share: 2 }
          - { name: probe, size: 1, levels: [low, high] }
        hamiltonian:
          fields:
            atoms: { "e<-g": "omega", "r<-e": [0, 0.1], r: 1.2, e: "cos(t)" }
            spins: [0.2, 0, "0.1*t"]
            probe: "high<-low"
          couplings:
            - { between: [atoms, spins], operators: [{ e: 1 }, z], strength: 0.4 }
            - { between: [spins, probe], operators: [[0, 1, 0], low], strength: { steps: [[0, 1], [2, 3]] }, scale: 0.5 }
        jumps:
          - { block: atoms, operator: "g<-e", rate: { polynomial: ["1 + t"] }, own-site: false }
          - block: atoms
            operator: { "r<-e": 0.4, "g<-r": [0, 0.3], r: 1 }
            rate: { exponential: { amplitude: 1, exponent: 0.5 } }
            argument: { atoms: { e: 1, r: -0.5 }, spins: [0, 0, 0.3] }
          - { block: spins, operator: y, rate: { polynomial: [1] } }
          - { block: probe, operator: [[[0, 0], [0, 1]], [[0, 0], [0, 0]]], rate: { polynomial: [1] } }
        collective-jumps:
          - { operator: { atoms: "g<-e", spins: lower }, rate: { polynomial: ["1 + t/2"] } }
        initial:
          atoms: { g: 0.7, e: 0.3, "g<-e": [0, 0.1] }
          spins: [0, 0.6, 0.8]
          probe: low

        """;

    private static readonly string Start = Text[Text.IndexOf("initial:", StringComparison.Ordinal)..];

    [Fact]
    public void Every_form_is_read_as_it_is_meant()
    {
        LevelModel model = Read(Text);
        Complex i = Complex.ImaginaryOne;

        Assert.Equal(
            "p.g.atoms p.e.atoms p.r.atoms x.g.e.atoms y.g.e.atoms x.g.r.atoms y.g.r.atoms x.e.r.atoms y.e.r.atoms "
            + "x.spins y.spins z.spins p.low.probe p.high.probe x.low.high.probe y.low.high.probe",
            string.Join(' ', model.ObservableNames));
        Assert.Equal(Matrix(3, (1, 0, 0.3), (0, 1, 0.3), (2, 1, 0.1 * i), (1, 2, -0.1 * i), (2, 2, 1.2)), model.Fields[0]);
        Assert.Equal(Matrix(2, (0, 1, 0.2), (1, 0, 0.2)), model.Fields[1]);
        Assert.Equal(Matrix(2, (0, 1, 1), (1, 0, 1)), model.Fields[2]);
        Assert.Equal(
            [(0, Matrix(3, (1, 1, 1))), (1, Pauli(PauliAxis.Z))], model.DrivenFields.Select(field => (field.Block, field.Operator)));
        Assert.Equal(Matrix(3, (1, 1, 1)), model.Couplings[0].FirstOperator);
        Assert.Equal(Pauli(PauliAxis.Z), model.Couplings[0].SecondOperator);
        Assert.Equal(Pauli(PauliAxis.Y), model.Couplings[1].FirstOperator);
        Assert.Equal((0.5, true), (model.Couplings[1].Scale, model.Couplings[1].Drive is Steps));
        Assert.Equal(Matrix(3, (0, 1, 1)), model.Jumps[0].Operator);
        Assert.Equal((false, true), (model.Jumps[0].OwnSite, model.Jumps[0].Drive is FormulaOfTime));
        Assert.Equal(Matrix(3, (2, 1, 0.4), (0, 2, 0.3 * i), (2, 2, 1)), model.Jumps[1].Operator);
        Assert.Equal(LocalOperator.Diagonal([0, 1, -0.5]), model.Jumps[1].Argument[0]);
        Assert.Equal((Complex)0.3 * Pauli(PauliAxis.Z), model.Jumps[1].Argument[1]);
        Assert.Equal(Pauli(PauliAxis.Y), model.Jumps[2].Operator);
        Assert.Equal(Matrix(2, (0, 1, i)), model.Jumps[3].Operator);
        Assert.Equal([Matrix(3, (0, 1, 1)), Matrix(2, (1, 0, 1)), LocalOperator.Zero(2)], model.CollectiveJumps[0].Operators.ToArray());
        LevelProduct start = Assert.IsType<LevelProduct>(model.Initial);
        Assert.Equal(Matrix(3, (0, 0, 0.7), (1, 1, 0.3), (0, 1, 0.1 * i), (1, 0, -0.1 * i)), start.States[0]);
        Assert.Equal(0.5 * (1 + 0.8), start.States[1][0, 0].Real, 1e-15);
        Assert.Equal(LocalOperator.Unit(2, 0, 0), start.States[2]);
    }

    [Fact]
    public void At_a_time_the_model_has_its_parameters_of_then()
    {
        LevelModel at = Read(Text).At(2);

        Assert.False(at.IsDriven);
        Assert.Equal(Math.Cos(2), at.Fields[0][1, 1].Real, 1e-15);
        Assert.Equal(0.2, at.Fields[1][0, 0].Real, 1e-15);
        Assert.Equal(3, at.Couplings[1].Strength);
        Assert.Equal(3, at.Jumps[0].Rate.Value(0), 1e-15);
        Assert.Equal(2, at.CollectiveJumps[0].Rate.Value(0), 1e-15);
    }

    [Theory]
    [InlineData("[[[0.5, 0], [0, 0], [0, 0.5]], [[0, 0], [0, 0], [0, 0]], [[0, -0.5], [0, 0], [0.5, 0]]]", 0.5, 0.5)]
    [InlineData("[0.6, 0, [0, 0.8]]", 0.36, 0.64)]
    [InlineData("r", 0, 1)]
    [InlineData("{ r: 1 }", 0, 1)]
    public void States_are_matrices_vectors_or_levels(string written, double g, double r)
    {
        LevelModel model = Read(Text.Replace("{ g: 0.7, e: 0.3, \"g<-e\": [0, 0.1] }", written, StringComparison.Ordinal));

        LocalOperator state = ((LevelProduct)model.Initial).States[0];
        Assert.Equal(g, state[0, 0].Real, 1e-15);
        Assert.Equal(r, state[2, 2].Real, 1e-15);
        Assert.Equal(0, state.HermitianDefect());
    }

    [Fact]
    public void Starts_that_are_no_product_are_read()
    {
        LevelDicke dicke = Assert.IsType<LevelDicke>(Initial(
            "{ dicke: { atoms: { g: \"n - 3\", r: 3 }, spins: { up: \"n/2\" }, probe: { high: 1 } } }").Initial);
        LevelModel model = Initial("{ dicke: { atoms: { g: \"n - 3\", r: 3 }, spins: { up: \"n/2\" }, probe: { high: 1 } } }");
        Assert.Equal([[5, 0, 3], [4, 12], [0, 1]], dicke.At(model, 8).Select(counts => counts.ToArray()));
        InputException refused = Assert.Throws<InputException>(() => dicke.At(model, 2));
        Assert.Contains("initial.dicke.atoms puts -1, 0, 3 sites", refused.Message, StringComparison.Ordinal);

        LevelMixture mixture = Assert.IsType<LevelMixture>(Initial(
            "{ mixture: [{ weight: 0.25, state: { atoms: g, spins: [0, 0, 1], probe: low } }, "
            + "{ weight: 0.75, state: { atoms: e, spins: [0, 0, -1], probe: low } }] }").Initial);
        Assert.Equal(LocalOperator.Unit(3, 1, 1), mixture.Components[1].States[0]);
        LevelSuperposition superposition = Assert.IsType<LevelSuperposition>(Initial(
            "{ superposition: [{ amplitude: [1, 0], state: { atoms: [0.6, 0.8, 0], spins: [0, 0, -1], probe: low } }] }").Initial);
        Assert.Equal([0.6, 0.8, 0], superposition.Terms[0].Vectors[0].Select(each => each.Real));
        Assert.Equal(1, superposition.Terms[0].Vectors[1][1].Real, 1e-15);
        Assert.IsType<LevelFixedPoint>(Initial("{ fixed-point: { atoms: g, spins: [0, 0, -1], probe: low } }").Initial);
    }

    /// <summary>The identity of a point of a study rests on it.</summary>
    [Fact]
    public void The_JSON_tells_models_apart_that_differ_in_one_number()
    {
        string json = ModelJson.Serialize(Read(Text));
        Assert.Contains("\"levels\":[\"g\",\"e\",\"r\"]", json, StringComparison.Ordinal);
        (string Old, string New)[] changes =
        [
            ("r: 1.2", "r: 1.3"), ("{ e: 1 }", "{ g: 1 }"), ("\"r<-e\": 0.4", "\"r<-e\": 0.5"), ("r: -0.5", "r: -0.6"),
            ("spins: lower", "spins: raise"), ("0.3, \"g<-e\": [0, 0.1]", "0.3"), ("own-site: false", "own-site: true"),
            ("cos(t)", "sin(t)"), ("scale: 0.5", "scale: 1"),
        ];
        Assert.All(changes, change => Assert.NotEqual(
            json, ModelJson.Serialize(Read(Text.Replace(change.Old, change.New, StringComparison.Ordinal)))));
        Assert.Equal(json, ModelJson.Serialize(Read(Text)));
    }

    [Fact]
    public void The_formulas_name_levels()
    {
        LevelModel model = Read(Text);
        string all = string.Join('\n', [.. ModelFormulas.Hamiltonian(model), .. ModelFormulas.Jumps(model), .. ModelFormulas.Start(model)]);
        Assert.Contains("\\sigma_{\\mathrm{g},\\mathrm{e}}^{(i)}", all, StringComparison.Ordinal);
        Assert.Contains(
            "\\Delta = p_{\\mathrm{e}}^{\\mathrm{atoms}}-0.5\\,p_{\\mathrm{r}}^{\\mathrm{atoms}}", all, StringComparison.Ordinal);
        Assert.Contains(
            "(p_{\\mathrm{g}}, p_{\\mathrm{e}}, p_{\\mathrm{r}})_{\\mathrm{atoms}} = (0.7, 0.3, 0)", all, StringComparison.Ordinal);

        // Reports can typeset every line.
        Assert.All(all.Split('\n'), line => Assert.NotNull(FiniteNCheck.Reporting.Html.TexMath.Display(line)));
    }

    [Fact]
    public void What_is_for_two_levels_alone_says_so()
    {
        InputFileException refused = Assert.Throws<InputFileException>(() => ModelFile.Parse(Text, "m.yaml"));
        Assert.Contains("m.yaml:3: blocks: found sites with levels", refused.Message, StringComparison.Ordinal);
        Assert.Equal("", EditorSchema.Complaints(EditorSchema.Model, Text));
    }

    private static LevelModel Initial(string start) => Read(Text.Replace(Start, $"initial: {start}\n", StringComparison.Ordinal));

    private static LevelModel Read(string text)
    {
        Assert.Equal("", EditorSchema.Complaints(EditorSchema.Model, text));
        return Assert.IsType<LevelModel>(ModelFile.ParseAny(text, "m.yaml"));
    }

    private static LocalOperator Pauli(PauliAxis axis) => LocalOperator.Of(SpinOperator.Pauli(axis));

    private static LocalOperator Matrix(int levels, params (int Row, int Column, Complex Value)[] elements) => LocalOperator.Of(
        levels,
        (row, column) => elements.Where(each => each.Row == row && each.Column == column).Select(each => each.Value)
            .Aggregate(Complex.Zero, (sum, each) => sum + each));
}
