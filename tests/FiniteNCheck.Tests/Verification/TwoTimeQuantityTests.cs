using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification;

/// <summary>Operators at two times as quantities of exact runs and studies.</summary>
public sealed class TwoTimeQuantityTests : IDisposable
{
    private const string Weyl = "0.4,-0.3,0.5; 0.5,0.6,-0.4; -0.2,0.5,0.3";

    private const string ModelText = """
        name: moving
        blocks: [{ name: all, share: 1 }]
        hamiltonian: { fields: { all: [0.2, 0, 0.1] } }
        jumps:
          - { block: all, operator: lower, rate: { exponential: { amplitude: 0.7, exponent: -0.5 } }, argument: { all: [0, 0, 1] } }
          - { block: all, operator: raise, rate: { polynomial: [0.3, 0.3] }, argument: { all: [0, 0, 1] } }
        initial: { all: [0, 0.3, -0.6] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("finitencheck-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>They are those of the solvers of their own, whatever stands beside them.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void They_are_those_of_their_solvers()
    {
        CollectiveModel model = ModelFile.Parse(ModelText, "m.yaml");
        WeylTriple triple = WeylTriple.Parse(Weyl, out _)!;
        StateFunction[] functions =
        [
            new WeylFunction(triple, IsImaginary: true),
            new Purity(),
            new TimeCorrelation("z.all", "x.all", IsResponse: false),
            new TimeCorrelation("z.all", "x.all", IsResponse: true),
            new WeylFunction(triple, IsImaginary: false),
        ];
        double[] times = [0, 0.7];

        ExactResult result = Verified.Solve(model, 6, times, new ExactOptions { Functions = [.. functions] });

        TwoTimeSeries correlations = TwoTimeSolver.Solve(model, 6, times);
        WeylSeries weyl = WeylSolver.Solve(model, 6, times, triple);
        Assert.Equal(functions, result.Functions.Select(series => series.Function));
        for (int t = 0; t < times.Length; t++)
        {
            Assert.Equal(weyl.Even[t].Imaginary, result.Functions[0].Values[t], 14);
            Assert.InRange(result.Functions[1].Values[t], 0, 1);
            Assert.Equal(correlations.Values[t][2, 0].Real, result.Functions[2].Values[t], 14);
            Assert.Equal(-2 * correlations.Values[t][2, 0].Imaginary, result.Functions[3].Values[t], 14);
            Assert.Equal(weyl.Even[t].Real, result.Functions[4].Values[t], 14);
        }

        Assert.NotEqual(result.Functions[2].Values[1], result.Functions[2].Values[0], 3);
        Assert.NotEqual(0, result.Functions[3].Values[1], 3);
    }

    [Fact]
    [Trait("Kind", "Convergence")]
    public void The_full_drift_is_confirmed_and_the_printed_one_refuted()
    {
        Study study = Load(
            """
            ladder: [12, 16, 20, 24, 32, 40, 48]
            times: [0.5, 1]
            quantities:
              memory: "twotime('z.all','z.all')"
              response: "response('z.all','x.all')"
              weyl: "weyl('0.4,-0.3,0.5; 0.5,0.6,-0.4; -0.2,0.5,0.3')"
              both: "twotime('z.all','z.all')^2 + response('z.all','x.all')^2"
            predictions:
              - { prediction: quantities-full, expect: confirmed }
              - { prediction: quantities-printed, expect: refuted }
            """);

        StudyFinding finding = StudyRunner.Run(study);

        Assert.Equal([Verdict.Confirmed, Verdict.Refuted], finding.Predictions.Select(each => each.Verdict));
        Assert.Equal(["memory", "response", "weyl", "both"], finding.Predictions[0].Elements.Select(each => each.Observable).Distinct());
        Assert.All(
            finding.Predictions[1].Elements.Where(each => each.Observable is "memory"),
            element => Assert.Equal(Verdict.Refuted, element.Verdict));
    }

    /// <summary>A response with the wrong sign, and one that is off by a hundredth, are refuted.</summary>
    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("-response('z.all','x.all')")]
    [InlineData("1.01*response('z.all','x.all')")]
    public void A_wrong_response_is_refuted(string formula)
    {
        Study right = Load(
            $$"""
            ladder: [12, 16, 20, 24, 32, 40, 48]
            times: [0.5]
            quantities: { right: "response('z.all','x.all')", wrong: "{{formula}}" }
            predictions: [{ prediction: quantities-full, expect: confirmed }]
            """);
        StudyFinding finding = StudyRunner.Run(right);
        ElementFinding exact = finding.Predictions[0].Elements.Single(each => each.Observable is "wrong");
        double limit = finding.Predictions[0].Elements.Single(each => each.Observable is "right").Prediction;

        Assert.True(Math.Abs(exact.Limit - limit) > 5 * exact.LimitUncertainty);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("twotime('z.all')", "z.all")]
    [InlineData("twotime('z.all','q.all')", "q.all")]
    [InlineData("response('z.all','z.all','z.all')", "3 arguments")]
    [InlineData("weyl('1,0,0; 0,0,1')", "2 lists")]
    [InlineData("weyl('1,0,0; 0,0,1; 0,1')", "2 numbers")]
    [InlineData("weyl('1,0,0; 0,zero,1; 0,1,0')", "zero")]
    [InlineData("weyl(3)", "number")]
    public void A_bad_one_is_refused(string formula, string found)
    {
        InputException error = Assert.ThrowsAny<InputException>(() => Load(
            $$"""
            ladder: [4, 6, 8, 10]
            times: [0.5]
            quantities: { q: "{{formula}}" }
            predictions: [{ prediction: quantities-full }]
            """));

        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.Contains("study.yaml:5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Stationary_times_and_states_have_none()
    {
        CollectiveModel model = ModelFile.Parse(ModelText, "m.yaml");
        ExactOptions options = new() { Functions = [new TimeCorrelation("z.all", "z.all", IsResponse: false)] };

        Assert.Throws<InputException>(() => ExactSolver.Plan(model, 4, [1, double.PositiveInfinity], options));
        Assert.Throws<InputException>(() => SteadySolver.Solve(model, 4, options));
    }

    private Study Load(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "m.yaml"), ModelText);
        string path = Path.Combine(_folder, "study.yaml");
        File.WriteAllText(path, $"name: two-times\nmodel: m.yaml\n{text}");
        return Study.Load(path);
    }
}
