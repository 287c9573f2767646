using System.Globalization;
using FiniteNCheck.Tests.Hardening;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Predictions;

/// <summary>
/// For every form of a prediction: the right one is confirmed, and one number off by ten uncertainties, or by one power of N, is refuted.
/// </summary>
[Trait("Kind", "Mutation")]
public sealed class PredictionMutationTests : IDisposable
{
    private const string Right = PredictionFolder.Susceptibility;

    private readonly PredictionFolder folder = new();

    [Fact]
    public void A_formula() => TurnsWhenShifted(shift => folder.WriteStudy(
        $"name: a, formulas: {{ chi: \"{Right} + {Exact(shift)}\", \"z.all\": \"mf('z.all')\" }}, expect: confirmed"));

    [Fact]
    public void A_formula_of_the_mean_field() => TurnsWhenShifted(
        shift => folder.WriteStudy($"name: a, formulas: {{ chi: \"sigma('z.all','z.all') + {Exact(shift)}\" }}, expect: confirmed"));

    // The covariance at every N is that of the limit plus a term of order 1/N; so is the formula, and their difference vanishes.
    [Fact]
    public void A_formula_of_N() => TurnsWhenShifted(
        shift => folder.WriteStudy($"name: a, formulas: {{ chi: \"{Right} - 1/N + {Exact(shift)}\" }}, expect: confirmed"));

    [Fact]
    public void A_table() => TurnsWhenShifted(shift =>
    {
        folder.WriteStudy("name: a, values: table.csv, expect: confirmed");
        folder.Write("table.csv", $"observable,time,value\nchi,0.5,{Exact(Chi(0.5))}\nchi,1,{Exact(Chi(1) + shift)}\nz.all,1,0\n");
    });

    [Fact]
    public void A_table_of_covariances() => TurnsWhenShifted(shift =>
    {
        folder.WriteStudy("name: a, values: table.csv, expect: confirmed");
        folder.Write("table.csv", $"observable,time,value,error\n\"z.all,z.all\",1,{Exact(Chi(1) + shift)},1e-9\n");
    });

    [Theory]
    [InlineData("", "drift")]
    [InlineData("", "diffusion")]
    [InlineData("flow: { z.all: \"-2*(1 - beta)*mf('z.all')\" }\n", "drift")]
    public void A_drift_and_a_diffusion(string flow, string changed)
    {
        // Relative changes of the rate 2 (1 - beta) = 1 or of D = 4 that move Sigma_zz at t = 1 by the shift.
        double slope = changed is "drift" ? (Chi(1, -1.0005) - Chi(1, -0.9995)) / 0.001 : 1 - Math.Exp(-2);
        TurnsWhenShifted(shift =>
        {
            (double rate, double noise) = changed is "drift" ? (-1 + (shift / slope), 4.0) : (-1.0, 4 + (2 * shift / slope));
            folder.WriteStudy("name: a, fluctuations: noise.yaml, expect: confirmed");
            folder.Write(
                "noise.yaml",
                $$"""
                {{flow}}drift:
                  "z.all,z.all": "{{Exact(rate)}}"
                  "x.all,x.all": "-1"
                  "y.all,y.all": "-1"
                diffusion: { "z.all,z.all": "{{Exact(noise)}}", "x.all,x.all": "2", "y.all,y.all": "2" }
                """);
        });
    }

    [Fact]
    public void A_flow()
    {
        string file = "flow: { z.all: \"SHIFT - mf('z.all')\" }\ndrift: { \"z.all,z.all\": \"-1\", \"x.all,x.all\": \"-1\", "
            + "\"y.all,y.all\": \"-1\" }\ndiffusion: { \"z.all,z.all\": \"4\", \"x.all,x.all\": \"2\", \"y.all,y.all\": \"2\" }\n";
        foreach ((string shift, Verdict verdict) in new[] { ("0", Verdict.Confirmed), ("1e-8", Verdict.Refuted) })
        {
            folder.WriteStudy("name: a, fluctuations: noise.yaml, expect: confirmed");
            folder.Write("noise.yaml", file.Replace("SHIFT", shift, StringComparison.Ordinal));
            AssertVerdict(verdict, folder.Judge());
        }
    }

    [UnixFact]
    public void A_command() => TurnsWhenShifted(shift =>
    {
        folder.WriteStudy("name: a, command: [sh, theory.sh], expect: confirmed");
        folder.Write("theory.sh", $"echo '{{\"values\": {{\"chi\": [{Exact(Chi(0.5))}, {Exact(Chi(1) + shift)}]}}}}'\n");
    });

    [Fact]
    public void A_delegate()
    {
        PredictionFinding right = JudgeDelegate(0);

        AssertVerdict(Verdict.Confirmed, right);
        AssertVerdict(Verdict.Refuted, JudgeDelegate(TenUncertainties(right)));
    }

    [Fact]
    public void An_order()
    {
        string Entry(int order) => $"name: a, formulas: {{ chi: \"{Right}\" }}, order: {order}, expect: confirmed";

        AssertVerdict(Verdict.Confirmed, Judge(Entry(1)));
        AssertVerdict(Verdict.Refuted, Judge(Entry(2)));
    }

    // Sigma_xx is 1 at every N, so that the quantity is known to all orders of 1/N.
    [Theory]
    [InlineData("1 + 1/N", 2, "Confirmed")]
    [InlineData("1 + 1.001/N", 2, "Refuted")]
    [InlineData("1 + 1.001/N", 1, "Confirmed")]
    [InlineData("1 + 1/N + 1/N^2", 3, "Confirmed")]
    [InlineData("1 + 1/N", 3, "Refuted")]
    public void An_order_of_a_formula_of_N(string formula, int order, string verdict)
    {
        const string quantity = "cov('x.all','x.all')*(1 + 1/N + 1/N^2 + 1/N^3)";
        PredictionFinding finding = Judge($"name: a, formulas: {{ chi: \"{formula}\" }}, order: {order}, expect: confirmed", quantity);

        AssertVerdict(Enum.Parse<Verdict>(verdict), finding);
    }

    [Fact]
    public void A_bound()
    {
        string Entry(double bound) => $"name: a, formulas: {{ chi: \"{Right}\" }}, bound: \"{Exact(bound)}\", expect: confirmed";
        LadderPoint farthest = Judge(Entry(1)).Elements.Last().Ladder[0];
        double distance = Math.Abs(farthest.Value - Chi(1));

        AssertVerdict(Verdict.Confirmed, Judge(Entry(distance + (10 * farthest.IntegrationError))));
        AssertVerdict(Verdict.Refuted, Judge(Entry(distance - (10 * farthest.IntegrationError))));
        AssertVerdict(Verdict.Inconclusive, Judge(Entry(distance)));
    }

    [Theory]
    [InlineData("2*exp(-0.1*N)*cov('x.all','x.all')", 0.1, 2.0)]
    [InlineData("0.5*exp(0.05*N)*cov('x.all','x.all')/N", -0.05, null)]
    [InlineData("3*exp(-0.1*N)*sqrt(N)*cov('x.all','x.all')", 0.1, null)]
    public void An_exponential(string quantity, double rate, double? prefactor)
    {
        string Entry(double r, double? factor) => $"name: a, exponential: {{ quantity: chi, rate: {Exact(r)}"
            + (factor is { } given ? $", prefactor: {Exact(given)}" : "") + " }, expect: confirmed";
        PredictionFinding right = Judge(Entry(rate, prefactor), quantity);
        AssertVerdict(Verdict.Confirmed, right);

        double Off(string name) =>
            10 * right.Elements.First(element => element.Observable.StartsWith(name, StringComparison.Ordinal)).LimitUncertainty;
        AssertVerdict(Verdict.Refuted, Judge(Entry(rate + Off("rate"), prefactor), quantity));
        if (prefactor is { } number)
        {
            AssertVerdict(Verdict.Refuted, Judge(Entry(rate, number + Off("prefactor")), quantity));
        }
    }

    /// <summary>Planted laws: the exponential claim is refuted for a power, and no exponent is confirmed for an exponential.</summary>
    [Fact]
    public void A_power_and_an_exponential_are_told_apart()
    {
        const string power = "3*sqrt(N)*cov('x.all','x.all')";
        const string exponential = "3*exp(-0.1*N)*cov('x.all','x.all')";
        AssertVerdict(Verdict.Refuted, Judge("name: a, exponential: { quantity: chi, rate: 0.1 }, expect: confirmed", power));
        AssertVerdict(Verdict.Confirmed, Judge("name: a, scaling: { quantity: chi, exponent: 0.5 }, expect: confirmed", power));
        AssertVerdict(Verdict.Refuted, Judge("name: a, scaling: { quantity: chi, exponent: 0.4 }, expect: confirmed", power));
        AssertVerdict(Verdict.Confirmed, Judge("name: a, exponential: { quantity: chi, rate: 0.1 }, expect: confirmed", exponential));
        foreach (double exponent in new[] { -0.5, -1, -2, -5 })
        {
            string entry = $"name: a, scaling: {{ quantity: chi, exponent: {Exact(exponent)} }}, expect: confirmed";
            Assert.NotEqual(Verdict.Confirmed, Judge(entry, exponential).Verdict);
        }
    }

    [Theory]
    [InlineData("cov('x.all','x.all')/N", -1, 1)]
    [InlineData("2*sqrt(N)*cov('x.all','x.all')", 0.5, 2)]
    [InlineData("3*N*cov('x.all','x.all')*(1 + 1/N)", 1, 3)]
    [InlineData("3*N^(1/3)*cov('x.all','x.all')", 1.0 / 3, 3)]
    public void A_scaling(string quantity, double exponent, double prefactor)
    {
        string Entry(double power, double factor) =>
            $"name: a, scaling: {{ quantity: chi, exponent: {Exact(power)}, prefactor: {Exact(factor)} }}, expect: confirmed";
        PredictionFinding right = Judge(Entry(exponent, prefactor), quantity);
        AssertVerdict(Verdict.Confirmed, right);

        double Off(string name) =>
            10 * right.Elements.First(element => element.Observable.StartsWith(name, StringComparison.Ordinal)).LimitUncertainty;
        AssertVerdict(Verdict.Refuted, Judge(Entry(exponent + Off("exponent"), prefactor), quantity));
        AssertVerdict(Verdict.Refuted, Judge(Entry(exponent, prefactor + Off("prefactor")), quantity));
    }

    public void Dispose() => folder.Dispose();

    private static double Chi(double time, double rate = -1) => ((1 + (2 / rate)) * Math.Exp(2 * rate * time)) - (2 / rate);

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double TenUncertainties(PredictionFinding right)
    {
        ElementFinding element = right.Elements.Last(each => each.Time == 1 && each.Observables is not ["z.all"]);
        return 10 * (element.LimitUncertainty + element.PredictionError);
    }

    private static void AssertVerdict(Verdict expected, PredictionFinding finding) =>
        Assert.True(finding.Verdict == expected, $"{finding.Verdict}: {finding.Reason}");

    private PredictionFinding Judge(string entry, string quantity = "cov('z.all','z.all')")
    {
        folder.WriteStudy(entry, quantity: quantity);
        return folder.Judge();
    }

    private PredictionFinding JudgeDelegate(double shift)
    {
        Study study = Study.Load(folder.WriteStudy("prediction: mean-field, expect: confirmed"));
        ProgramPrediction mine = new(
            "mine",
            (request, _) => new PredictedValues(new Dictionary<string, IReadOnlyList<double?>>
            {
                ["chi"] = [.. request.Times.Select(time => (double?)(Chi(time) + shift))],
            }));
        return StudyRunner.Run(study with { Predictions = [new(mine)] }).Predictions[0];
    }

    private void TurnsWhenShifted(Action<double> write)
    {
        write(0);
        PredictionFinding right = folder.Judge();
        AssertVerdict(Verdict.Confirmed, right);

        write(TenUncertainties(right));
        AssertVerdict(Verdict.Refuted, folder.Judge());
    }
}
