using System.Text.Json.Nodes;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Models;

/// <summary>Several sizes, series of times, changed numbers and chosen observables: each equals what single runs and files say.</summary>
[Trait("Kind", "Cli")]
public sealed class ChosenOutputTests : CliTest
{
    private static readonly string Model = Path.Combine(RepositoryRoot.Path, "studies", "models", "two-large-spins.yaml");

    [Fact]
    public void Several_sizes_are_the_runs_of_each_size()
    {
        JsonNode both = Json("exact", Model, "--n", "3,2", "--times", "0.5");
        JsonArray runs = both["runs"]!.AsArray();
        Assert.Equal(2, runs.Count);
        Assert.Equal(Numbers(Json("exact", Model, "--n", "3", "--times", "0.5")), Numbers(runs[0]!));
        Assert.Equal(Numbers(Json("exact", Model, "--n", "2", "--times", "0.5")), Numbers(runs[1]!));

        string csv = Output("exact", Model, "--n", "3,2", "--times", "0.5", "--format", "csv");
        Assert.Equal(
            Output("exact", Model, "--n", "3", "--times", "0.5", "--format", "csv")
            + string.Concat(Output("exact", Model, "--n", "2", "--times", "0.5", "--format", "csv").Split('\n', 2)[1]),
            csv);
    }

    [Theory]
    [InlineData("0:1:0.1", "0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,1")]
    [InlineData("0.5:2:0.7", "0.5,1.2,1.9")]
    [InlineData("0:0.2:0.1,3", "0,0.1,0.2,3")]
    [InlineData("0.001:0.003:0.001", "0.001,0.002,0.003")]
    public void A_series_of_times_is_the_list_of_them(string series, string list) => Assert.Equal(
        Json("theory", Model, "--times", list)["times"]!.ToJsonString(), Json("theory", Model, "--times", series)["times"]!.ToJsonString());

    [Theory]
    [InlineData("exact", "--n", "2")]
    [InlineData("theory", "--order", "1")]
    public void Chosen_observables_are_the_elements_of_the_whole(string verb, string option, string value)
    {
        JsonNode all = Json(verb, Model, option, value, "--times", "0.5,1");
        JsonNode some = Json(verb, Model, option, value, "--times", "0.5,1", "--observables", "z.minus,\"z.minus,y.plus\"");
        Assert.Equal("""["z.minus","y.plus"]""", some["observables"]!.ToJsonString());
        int[] indices = [5, 1];
        string[] vectors = verb is "exact" ? ["mean"] : ["mean", "meanCorrection"];
        string[] matrices = verb is "exact" ? ["covariance"] : ["covariance", "symplectic", "propagator", "noise", "covarianceCorrection"];
        foreach (int time in (int[])[0, 1])
        {
            Assert.All(vectors, key => Assert.Equal(
                indices.Select(a => (double)all[key]![time]![a]!), some[key]![time]!.AsArray().Select(number => (double)number!)));
            Assert.All(matrices, key => Assert.Equal(
                indices.SelectMany(a => indices.Select(b => (double)all[key]![time]![a]![b]!)),
                some[key]![time]!.AsArray().SelectMany(row => row!.AsArray()).Select(number => (double)number!)));
        }
    }

    [Fact]
    public void A_changed_number_is_that_of_a_changed_file()
    {
        string text = File.ReadAllText(Model);
        string parameters = Path.Combine(Folder, "parameters.yaml");
        string formula = text.Replace("[0.2, 0, 0]", "[\"twice/2\", 0, 0]", StringComparison.Ordinal);
        File.WriteAllText(parameters, $"parameters: {{ omega: 0.2, twice: \"2*omega\" }}\n{formula}");
        string changed = Path.Combine(Folder, "changed.yaml");
        File.WriteAllText(changed, text.Replace("[0.2, 0, 0]", "[0.3, 0, 0]", StringComparison.Ordinal));
        Assert.NotEqual(text, File.ReadAllText(changed));

        string expected = Numbers(Json("theory", changed, "--times", "1"));
        Assert.Equal(expected, Numbers(Json("theory", parameters, "--times", "1", "--set", "omega=0.3")));
        Assert.Equal(
            expected,
            Numbers(Json(
                "theory", Model, "--times", "1", "--set", "hamiltonian.fields.plus[1]=0.3", "--set", "hamiltonian.fields.minus[1]=0.3")));
        Assert.NotEqual(expected, Numbers(Json("theory", Model, "--times", "1")));
        JsonNode provenance = Json("theory", parameters, "--times", "1", "--set", "omega=0.3")["provenance"]!;
        Assert.Equal("omega=0.3", (string?)provenance["parameters"]!["set"]);
    }

    [Theory]
    [InlineData("omega=1", "names no parameter of the model: it has none")]
    [InlineData("hamiltonian.fields.left[1]=1", "the next step 'left'")]
    [InlineData("name.first=1", "Correct the path")]
    public void A_number_that_the_file_does_not_have_cannot_be_changed(string setting, string expected)
    {
        (int exit, string output, string error) = Run(new Backend(), "theory", Model, "--times", "1", "--set", setting);
        Assert.Equal((2, ""), (exit, output));
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_model_is_checked()
    {
        (int exit, _, string error) = Run(new Backend(), "theory", Model, "--times", "1", "--set", "initial.plus[3]=2");
        Assert.Equal(2, exit);
        Assert.Contains("Bloch", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_times_are_a_trace_without_elements_that_vanish()
    {
        string table = Output("exact", Model, "--n", "2", "--times", "0:7:1");
        Assert.DoesNotContain("Covariance (symmetrised, Pauli basis) at", table, StringComparison.Ordinal);
        Assert.Contains("Covariances (symmetrised, Pauli basis)", table, StringComparison.Ordinal);
        Assert.Contains("z.plus,z.plus", table, StringComparison.Ordinal);
        Assert.True(table.Split('\n').Length < 8 * 12, table);

        // A sixth time is the last that has a matrix.
        string matrices = Output("exact", Model, "--n", "2", "--times", "0:5:1");
        Assert.Contains("Covariance (symmetrised, Pauli basis) at t = 5", matrices, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_file_keeps_its_own_ladder_and_times()
    {
        string study = Path.Combine(RepositoryRoot.Path, "studies", "zero-field.yaml");
        (int exit, _, string error) = Run(new Backend(), "verify", study, "--n", "3,4,5,6", "--times", "1");
        Assert.Equal(2, exit);
        Assert.Contains("a study file has a ladder and times of its own", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_file_is_verified_at_sizes_times_and_numbers_of_the_command_line()
    {
        string json = Output(
            "verify", Model, "--n", "2,3,4,5", "--times", "0.25,0.5", "--set", "hamiltonian.fields.plus[1]=0.1", "--format", "json");
        Assert.Contains("\"set\": \"hamiltonian.fields.plus[1]=0.1\"", json, StringComparison.Ordinal);
        Assert.Contains("[2, 3, 4, 5]", json, StringComparison.Ordinal);
    }

    private static string Output(params string[] args)
    {
        (_, string output, string error) = Run(new Backend(), args);
        Assert.True(output.Length > 0, error);
        return output;
    }

    private static JsonNode Json(params string[] args) => JsonNode.Parse(Output([.. args, "--format", "json"]))!;

    /// <summary>The document without what says how it was asked for.</summary>
    private static string Numbers(JsonNode document)
    {
        JsonNode copy = document.DeepClone();
        copy.AsObject().Remove("provenance");
        return copy.ToJsonString();
    }
}
