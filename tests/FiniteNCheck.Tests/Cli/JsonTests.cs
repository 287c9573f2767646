using System.Text.Json;
using FiniteNCheck.Exact;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>The machine-readable contract: keys, their order, shapes and digits.</summary>
[Trait("Kind", "Cli")]
public sealed class JsonTests : CliTest
{
    private static readonly string[] TheoryLine = ["theory", "MODEL", "--times", "0.5,2", "--format", "json"];

    private JsonElement Json(params string[] args)
    {
        (int exit, string output, string error) = Run(new FakeBackend(), [.. args.Select(word => word is "MODEL" ? ModelPath : word)]);
        Assert.Equal(0, exit);
        Assert.All(
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.True(args[0] is "steady" or "gap" && line.StartsWith("warning: ", StringComparison.Ordinal), line));
        using JsonDocument document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    private JsonElement ExactJson() => Json("exact", "MODEL", "--n", "3", "--times", "0.5,2", "--format", "json");

    [Fact]
    public void Exact_has_the_keys_of_the_contract_in_its_order()
    {
        string[] contract = ["model", "n", "spins", "observables", "times", "mean", "covariance", "errorBound", "method"];
        string[] additions =
        [
            "components", "basis", "initial", "assumption1", "notes", "checks", "tolerance", "steps", "stateSize", "provenance",
        ];
        Assert.Equal([.. contract, .. additions], Keys(ExactJson()));
    }

    [Fact]
    public void Steady_has_the_keys_of_the_contract_for_one_size_and_in_a_list_for_several()
    {
        JsonElement root = Json("steady", "MODEL", "--n", "3", "--format", "json");
        string[] contract = ["model", "n", "spins", "observables", "mean", "covariance", "residual", "stationaryStates"];
        Assert.Equal(contract, Keys(root).Take(contract.Length));
        Assert.Equal(Samples.Steady(3).Mean, Row(root.GetProperty("mean")));
        Assert.Equal(Samples.Steady(3).Covariance[2, 3], root.GetProperty("covariance")[2][3].GetDouble());
        Assert.Equal(Samples.Steady(3).Residual, root.GetProperty("residual").GetDouble());
        Assert.Equal(3, root.GetProperty("stationaryStates").GetInt32());
        JsonElement several = Json("steady", "MODEL", "--n", "3,5", "--format", "json");
        Assert.Equal(["runs", "provenance"], Keys(several));
        Assert.Equal([3, 5], several.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("n").GetInt32()));
        Assert.Equal([.. Keys(root).SkipLast(1)], Keys(several.GetProperty("runs")[1]));
    }

    [Fact]
    public void Gap_has_the_keys_of_the_contract()
    {
        JsonElement root = Json("gap", "MODEL", "--n", "3", "--modes", "2", "--format", "json");
        Assert.Equal(["model", "n", "spins", "eigenvalues", "residuals"], Keys(root).Take(5));
        Assert.Equal(Samples.Gap(3, 2).Eigenvalues[1].Real, root.GetProperty("eigenvalues")[1][0].GetDouble());
        Assert.Equal(Samples.Gap(3, 2).Eigenvalues[1].Imaginary, root.GetProperty("eigenvalues")[1][1].GetDouble());
        Assert.Equal([.. Samples.Gap(3, 2).Residuals], Row(root.GetProperty("residuals")));
        Assert.Equal([.. Samples.Gap(3, 2).Conditions], Row(root.GetProperty("conditions")));
        Assert.Equal([.. Samples.Gap(3, 2).Errors], Row(root.GetProperty("errors")));
    }

    [Fact]
    public void Theory_has_the_keys_of_the_contract_in_its_order()
    {
        string[] contract =
        [
            "model", "observables", "times", "mean", "covariance", "method", "drift", "symplectic", "stationaryCovariance", "why",
        ];
        string[] additions =
        [
            "basis", "initial", "assumption1", "notes", "meanError", "covarianceError", "propagator", "noise", "provenance",
        ];
        Assert.Equal([.. contract, .. additions], Keys(Json(TheoryLine)));
    }

    [Fact]
    public void Theory_at_order_one_adds_the_keys_of_the_contract()
    {
        JsonElement root = Json([.. TheoryLine, "--order", "1"]);
        string[] added =
        [
            "meanCorrection", "covarianceCorrection", "meanCorrectionError", "covarianceCorrectionError", "validFrom",
            "stationaryMeanCorrection", "stationaryCovarianceCorrection", "stationaryCorrectionWhy",
        ];
        Assert.Equal(added, Keys(root).Except(Keys(Json(TheoryLine))));
        Assert.Equal(Samples.Corrections([0.5, 2]).MeanCorrection[1], Row(root.GetProperty("meanCorrection")[1]));
        Assert.Equal(10 * Samples.Awkward(2 + 3 + 1), root.GetProperty("covarianceCorrection")[1][2][3].GetDouble());
        Assert.Equal("1", root.GetProperty("provenance").GetProperty("parameters").GetProperty("order").GetString());

        Assert.Equal(JsonValueKind.Null, root.GetProperty("stationaryMeanCorrection").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("stationaryCovarianceCorrection").ValueKind);
        Assert.Equal("the samples have none", root.GetProperty("stationaryCorrectionWhy").GetString());

        // The largest elements of the samples: corrections of the covariance are ten times the covariance.
        Assert.InRange(root.GetProperty("validFrom")[0].GetDouble(), 90, 110);

        // A note that goes to standard error too: the expansion is asked for where it need not hold.
        (_, string output, string error) = Run(
            new FakeBackend(), [.. TheoryLine.Select(word => word is "MODEL" ? ModelPath : word), "--order", "1", "--n", "40"]);
        Assert.Contains("below validFrom", error, StringComparison.Ordinal);
        JsonElement at = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["n", "meanAtN", "covarianceAtN"], Keys(at).Except(Keys(root)));
        Assert.Equal("40", at.GetProperty("n").GetRawText());
        double expected = Samples.Moments([0.5, 2]).Mean[1][4] + (Samples.Corrections([0.5, 2]).MeanCorrection[1][4] / 40);
        Assert.Equal(expected, at.GetProperty("meanAtN")[1][4].GetDouble());
        Assert.Contains("below validFrom", at.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_time_functions_and_weyl_operators_add_their_keys_only_where_asked_for()
    {
        string[] exact = ["exact", "MODEL", "--n", "3", "--times", "0.5,2", "--format", "json"];
        const string Triple = "1,0,0,0,0,0; 0,0.5,0,0,0,-1e-3; 0,0,0,0,0,2";
        foreach (string[] line in new[] { exact, TheoryLine })
        {
            string[] plain = Keys(Json(line));
            Assert.Equal(["twoTime", "twoTimeError"], Keys(Json([.. line, "--two-time"])).Except(plain));
            Assert.Equal(["weyl", "weylEven", "weylError"], Keys(Json([.. line, "--weyl", Triple])).Except(plain));
        }

        JsonElement root = Json([.. exact, "--two-time", "--weyl", Triple]);
        Assert.Equal([Samples.Awkward(50 + 8), -Samples.Awkward(70 + 8)], Row(root.GetProperty("twoTime")[1][1][2]));
        Assert.Equal([2e-12, 2e-12], Row(root.GetProperty("twoTimeError")));
        Assert.Equal([Samples.Awkward(1), Samples.Awkward(21)], Row(root.GetProperty("weyl")[1]));
        Assert.Equal([Samples.Awkward(41), Samples.Awkward(61)], Row(root.GetProperty("weylEven")[1]));
        JsonElement parameters = root.GetProperty("provenance").GetProperty("parameters");
        Assert.Equal("yes", parameters.GetProperty("two-time").GetString());
        Assert.Equal("1,0,0,0,0,0; 0,0.5,0,0,0,-0.001; 0,0,0,0,0,2", parameters.GetProperty("weyl").GetString());
    }

    [Fact]
    public void Exact_values_have_the_shapes_of_the_contract()
    {
        JsonElement root = ExactJson();
        Assert.Equal("two, \"large\" spins", root.GetProperty("model").GetString());
        Assert.Equal("3", root.GetProperty("n").GetRawText());
        Assert.Equal([3, 3], root.GetProperty("spins").EnumerateArray().Select(value => value.GetInt32()));
        Assert.Equal(
            ["x.plus", "y.plus", "z.plus", "x.minus", "y.minus", "z.minus"],
            root.GetProperty("observables").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal([0.5, 2], Row(root.GetProperty("times")));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("errorBound").ValueKind);
        Assert.Equal("pauli", root.GetProperty("basis").GetString());
        Assert.Equal([0, -0.1, 0.9], Row(root.GetProperty("initial").GetProperty("plus")));
        Assert.Equal(
            [
                "time", "trace", "hermiticity", "smallestEigenvalue", "integrationError", "windowError", "roundingError", "meanError",
                "covarianceError", "smallestEigenvaluePerSector",
            ],
            Keys(root.GetProperty("checks")[1]));
    }

    [Fact]
    public void Every_number_reads_back_as_the_same_bits()
    {
        JsonElement root = ExactJson();
        for (int time = 0; time < 2; time++)
        {
            Assert.Equal(Samples.Moments([0.5, 2]).Mean[time], Row(root.GetProperty("mean")[time]));
            JsonElement covariance = root.GetProperty("covariance")[time];
            for (int a = 0; a < 6; a++)
            {
                Assert.Equal(Enumerable.Range(0, 6).Select(b => Samples.Awkward((100 * time) + (a * b))), Row(covariance[a]));
            }
        }
    }

    [Fact]
    public void Numbers_carry_seventeen_digits()
    {
        (_, string output, _) = Run(new FakeBackend(), "exact", ModelPath, "--n", "3", "--times", "0.5,2", "--format", "json");

        // sin(1)/3 written out: a writer of shortest round-trip digits would stop at 0.2804903282692988.
        Assert.Contains("0.28049032826929882", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Theory_states_drift_and_why_no_stationary_covariance_exists()
    {
        JsonElement full = Json(TheoryLine);
        Assert.Equal("full", full.GetProperty("drift").GetString());
        Assert.Equal(6, full.GetProperty("stationaryCovariance").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, full.GetProperty("why").ValueKind);
        Assert.Equal(
            (2, 6, 6),
            (
                full.GetProperty("symplectic").GetArrayLength(),
                full.GetProperty("symplectic")[0].GetArrayLength(),
                full.GetProperty("symplectic")[0][0].GetArrayLength()));

        JsonElement printed = Json([.. TheoryLine, "--drift", "printed"]);
        Assert.Equal("printed", printed.GetProperty("drift").GetString());
        Assert.Equal(JsonValueKind.Null, printed.GetProperty("stationaryCovariance").ValueKind);
        Assert.Contains("eigenvalue", printed.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Provenance_holds_every_parameter()
    {
        JsonElement provenance = ExactJson().GetProperty("provenance");
        Assert.Equal(
            ["program", "version", "commit", "runtime", "instructionSet", "linearAlgebra", "threads", "parameters"], Keys(provenance));
        Assert.Equal(
            ["verb", "model", "n", "times", "tolerance", "threads", "method", "representation", "memory-limit"],
            Keys(provenance.GetProperty("parameters")));
        Assert.Equal("0.5,2", provenance.GetProperty("parameters").GetProperty("times").GetString());
    }

    [Theory]
    [InlineData("full", SolutionMethod.Full)]
    [InlineData("window", SolutionMethod.Window)]
    public void Verify_takes_the_method_that_is_named_and_says_so(string name, SolutionMethod method)
    {
        FakeBackend backend = new();
        (int exit, string output, _) = Run(backend, "verify", "retrieval", "--method", name, "--format", "json");
        Assert.Equal((0, method), (exit, backend.Plan!.Study.Method));
        Assert.Equal(
            name,
            JsonDocument.Parse(output).RootElement.GetProperty("provenance").GetProperty("parameters").GetProperty("method").GetString());
        Assert.Contains(
            $"`finitencheck verify retrieval --method {name}`",
            Run(backend, "verify", "retrieval", "--method", name, "--format", "markdown").Output,
            StringComparison.Ordinal);
        Run(backend, "verify", "retrieval");
        Assert.Null(backend.Plan.Study.Method);
    }

    [Fact]
    public void Verify_gives_ladder_limit_order_and_verdict_of_every_element()
    {
        JsonElement root = Json("verify", "retrieval", "--format", "json");
        Assert.Equal(["outcome", "basis", "studies", "provenance"], Keys(root));
        JsonElement study = root.GetProperty("studies")[0];
        Assert.Equal(
            ["study", "model", "ladder", "spins", "missing", "method", "notes", "setup", "quantities", "predictions", "exactCurves"],
            Keys(study));
        JsonElement prediction = study.GetProperty("predictions")[1];
        Assert.Equal(
            ["prediction", "title", "statement", "verdict", "expected", "asExpected", "reason", "times", "remedy", "elements", "curve"],
            Keys(prediction));
        Assert.Equal("refuted", prediction.GetProperty("verdict").GetString());
        JsonElement element = prediction.GetProperty("elements")[0];
        Assert.Equal(
            [
                "observable", "time", "ladder", "limit", "limitUncertainty", "firstOrderLimit", "secondOrderLimit", "order",
                "orderInterval", "orderUncertainty", "predicted", "predictionError", "distance", "verdict", "reason", "decidingN",
            ],
            Keys(element));
        Assert.Equal(["n", "spins", "value", "integrationError", "droppedBecause"], Keys(element.GetProperty("ladder")[0]));
        Assert.Equal([1.02 - 0.03, 1.02 + 0.03], Row(element.GetProperty("orderInterval")));
    }

    [Fact]
    public void A_number_that_does_not_exist_is_null()
    {
        (_, string output, _) = Run(new FakeBackend(), "verify", "retrieval", "--format", "json");
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement element = document.RootElement.GetProperty("studies")[0].GetProperty("predictions")[1].GetProperty("elements")[2];
        Assert.All(
            ["limit", "order", "orderInterval", "distance"], key => Assert.Equal(JsonValueKind.Null, element.GetProperty(key).ValueKind));
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static double[] Row(JsonElement element) => [.. element.EnumerateArray().Select(value => value.GetDouble())];
}
