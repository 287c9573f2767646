using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Sweeps;

[Trait("Kind", "Unit")]
public sealed class SweepFileTests : IDisposable
{
    private const string Head = """
        name: plane
        model: model.yaml
        ladder: [6, 8, 12, 16]
        times: [1]
        predictions: [{ prediction: mean-field, expect: confirmed }]
        sweep:

        """;

    private const string Model = """
        name: network
        hopfield: { patterns: 1, temperature: 0.5, transverse-field: 0.2 }
        initial: { plus: [0, 0, 1], minus: [0, 0, -1] }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-sweep-");

    [Fact]
    public void Every_combination_is_a_study_and_the_last_axis_varies_fastest()
    {
        Study[] studies = Load("""
              - { parameter: hopfield.temperature, values: [0.5, 2] }
              - { parameter: hopfield.transverse-field, from: 0.1, to: 0.5, count: 5 }
            """);

        Assert.Equal(10, studies.Length);
        Assert.Equal("plane at temperature = 0.5, transverse-field = 0.2", studies[1].Name);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], studies.Take(5).Select(study => study.Cell!.Parameters[1].Value));
        Assert.All(studies, study =>
        {
            Assert.Equal("plane", study.Cell!.Sweep);
            Assert.Equal(study.Cell.Parameters[1].Value, study.Model.Pauli().Fields[0].X);
            ExponentialRate rate = Assert.IsType<ExponentialRate>(study.Model.Pauli().Jumps[0].Rate);
            Assert.Equal(1 / (2 * study.Cell.Parameters[0].Value), rate.Exponent);
        });
    }

    [Fact]
    public void Any_number_of_the_model_can_be_swept_several_together_with_factors()
    {
        Study[] studies = Load("""
              - name: length
                parameters: { "initial.plus[3]": 1, "initial.minus[3]": -1 }
                values: [0.25, 1]
            """);

        Assert.Equal(
            [new PauliVector(0, 0, 0.25), new PauliVector(0, 0, -0.25)],
            Assert.IsType<ProductState>(studies[0].Model.Initial).Bloch.AsEnumerable());
        Assert.Equal("plane at length = 1", studies[1].Name);
    }

    [Fact]
    public void A_cell_is_the_model_with_that_number_written_in_it()
    {
        Study swept = Load("  - { parameter: hopfield.temperature, values: [0.75] }")[0];
        CollectiveModel written = ModelFile.Parse(
            Model.Replace("temperature: 0.5", "temperature: 0.75", StringComparison.Ordinal), "model.yaml");

        Assert.Equal(ModelJson.Serialize(written), ModelJson.Serialize(swept.Model));
        Assert.NotEqual(ModelJson.Serialize(ModelFile.Parse(Model, "model.yaml")), ModelJson.Serialize(swept.Model));
    }

    [Theory]
    [InlineData("  - { parameter: hopfield.temperatur, values: [1] }", "model.yaml:2: hopfield: ", "temperatur")]
    [InlineData("  - { parameter: name, values: [1] }", "model.yaml:1: name: found 'network'", "finite number")]
    [InlineData("  - { parameter: hopfield, values: [1] }", "model.yaml:2: hopfield: ", "leads on to a number")]
    [InlineData("  - { parameter: 'initial.plus[4]', values: [1] }", "model.yaml:3: initial.plus: ", "[4]")]
    [InlineData("  - { parameter: hopfield.temperature.more, values: [1] }", "model.yaml:2: hopfield.temperature: ", "more")]
    [InlineData("  - { parameter: hopfield.temperature, values: [1, -1] }", "sweep at temperature = -1: ", "found -1")]
    [InlineData("  - { parameter: hopfield.temperature, values: [1, 1] }", "study.yaml:7: sweep[1].values: ", "twice")]
    [InlineData("  - { parameter: hopfield.temperature, values: [] }", "study.yaml:7: sweep[1].values: ", "1 to 10000")]
    [InlineData("  - { parameter: hopfield.temperature, values: [1], from: 2 }", "study.yaml:7: sweep[1].from: ", "beside values")]
    [InlineData("  - { parameter: hopfield.temperature, from: 1, to: 1, count: 3 }", "study.yaml:7: sweep[1].to: ", "another number")]
    [InlineData("  - { parameter: hopfield.temperature, from: 1, to: 2, count: 1 }", "study.yaml:7: sweep[1].count: ", "from 2 to 10000")]
    [InlineData(
        "  - { parameter: hopfield.temperature, from: 1, to: 2, count: 1000000000 }", "study.yaml:7: sweep[1].count: ", "from 2 to 10000")]
    [InlineData("  - { parameter: hopfield.temperature }", "study.yaml:7: sweep[1].from: ", "values")]
    [InlineData("  - { values: [1] }", "study.yaml:7: sweep[1].parameter: ", "hopfield.temperature")]
    [InlineData(
        "  - { parameters: { hopfield.temperature: 1 , hopfield.transverse-field: 2 }, values: [1] }",
        "study.yaml:7: sweep[1]: ",
        "Add 'name")]
    [InlineData(
        "  - { parameter: hopfield.temperature, values: [1] }\n  - { parameter: hopfield.temperature, values: [2] }",
        "study.yaml:6: sweep: ",
        "another name")]
    [InlineData("  []", "study.yaml:6: sweep: ", "1 to 6 axes")]
    public void A_bad_sweep_is_refused_in_one_line(string sweep, string place, string says)
    {
        InputException error = Assert.ThrowsAny<InputException>(() => Load(sweep));

        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void More_cells_than_anyone_can_run_are_refused_before_they_are_made()
    {
        InputException error = Assert.ThrowsAny<InputException>(() => Load("""
              - { parameter: hopfield.temperature, from: 1, to: 2, count: 1000 }
              - { parameter: hopfield.transverse-field, from: 1, to: 2, count: 1000 }
            """));

        Assert.Contains("100000 combinations", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_alone_has_no_sweep()
    {
        InputException error = Assert.Throws<InputException>(() =>
            Study.Load(Write("  - { parameter: hopfield.temperature, values: [1] }")));

        Assert.Contains("Study.LoadAll", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Study[] Load(string sweep) => [.. Study.LoadAll(Write(sweep))];

    private string Write(string sweep)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "model.yaml"), Model);
        string path = Path.Combine(folder.FullName, "study.yaml");
        File.WriteAllText(path, Head + sweep);
        return path;
    }
}
