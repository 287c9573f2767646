using System.Collections.Immutable;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Collapse;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Collapse;
using FiniteNCheck.Verification.Sweeps;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Verification.Collapse;

/// <summary>Exponents of planted data <c>q = N^a (1 + c N^-1/2) F((g - g_c) N^b)</c>.</summary>
public class DataCollapseTests(ITestOutputHelper output)
{
    private const double Height = 0.5;
    private const double Width = 0.5;
    private const double Critical = 1;

    private static readonly int[] Sizes = [20, 28, 40, 57, 80, 113, 160];
    private static readonly double[] Parameters = [0.96, 0.97, 0.98, 0.99, 1, 1.01, 1.02, 1.03, 1.04];

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0)]
    [InlineData(0.8)]
    public void Planted_exponents_lie_in_their_intervals(double correction)
    {
        var collapse = DataCollapse.Of(Planted(correction), "chi", Critical, 0.5);
        output.WriteLine(CollapseTable.Render(new CollapseReport(collapse, NoProvenance.Value), TextStyle.Plain));
        Assert.InRange(collapse.Height.Value - Height, -collapse.Height.Uncertainty, collapse.Height.Uncertainty);
        Assert.InRange(collapse.Width - Width, -collapse.WidthUncertainty, collapse.WidthUncertainty);
        Assert.InRange(collapse.Height.Uncertainty, 0, 0.01);
        Assert.InRange(collapse.WidthUncertainty, 0, 0.05);

        // Without corrections the curves are one, up to interpolation; with them they approach each other.
        double[] spreads = [.. collapse.Curves.SkipLast(1).Select(curve => curve.Spread)];
        Assert.True(spreads[^1] < (correction == 0 ? 1e-3 : spreads[0]));
    }

    /// <summary>Data that scale otherwise have other exponents: 0.4 is not taken for 0.5.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void Other_exponents_are_told_apart()
    {
        var collapse = DataCollapse.Of(Planted(0.8, height: 0.4), "chi", Critical, 0.5);
        Assert.True(Math.Abs(collapse.Height.Value - 0.5) > 5 * collapse.Height.Uncertainty);
        Assert.InRange(collapse.Height.Value - 0.4, -collapse.Height.Uncertainty, collapse.Height.Uncertainty);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void What_is_no_sweep_near_the_critical_point_is_refused()
    {
        AssertRefused("Give one of these", () => DataCollapse.Of(Planted(0), "chi", 1.005, 0.5));
        AssertRefused("'rho'", () => DataCollapse.Of(Planted(0), "rho", Critical, 0.5));
        AssertRefused("one parameter", () => DataCollapse.Of([Planted(0)[0] with { Cell = null }], "chi", Critical, 0.5));
        AssertRefused("longer ladder", () => DataCollapse.Of(
            [.. Planted(0).Select(cell => cell with { Quantities = [Short(cell.Quantities[0])] })], "chi", Critical, 0.5));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Files_hold_the_curves()
    {
        CollapseReport report = new(DataCollapse.Of(Planted(0), "chi", Critical, 0.5), NoProvenance.Value);
        Assert.Contains("\"bUncertainty\"", CollapseJson.Render(report), StringComparison.Ordinal);
        string[] rows = CollapseCsv.Render(report).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (Sizes.Length * Parameters.Length), rows.Length);
        string picture = CollapsePicture.Render(report);
        Assert.Contains("N = 160", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", picture, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Cli")]
    public void The_verb_reads_a_result()
    {
        string folder = Directory.CreateTempSubdirectory("collapse").FullName;
        try
        {
            string result = Path.Combine(folder, "verify.json");
            File.WriteAllText(result, VerifyJson.Render(new VerifyReport(Planted(0.8), NoProvenance.Value)));
            using StringWriter shown = new();
            using StringWriter messages = new();
            int exit = CommandLine.Run(
                ["collapse", result, "--quantity", "chi", "--critical", "1", "--out", Path.Combine(folder, "out")], shown, messages);
            Assert.Equal("", messages.ToString());
            Assert.Equal(ExitCode.Success, exit);
            Assert.Contains("chi = N^a F((g - 1) N^b), a = 0.", shown.ToString(), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "out", "collapse.svg")));
            Assert.Equal(ExitCode.BadInput, CommandLine.Run(["collapse", result, "--quantity", "chi"], shown, messages));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static QuantityFinding Short(QuantityFinding quantity) => quantity with { Ladder = [.. quantity.Ladder.Take(4)] };

    private static void AssertRefused(string reason, Func<object> read) =>
        Assert.Contains(reason, Assert.Throws<InputException>(read).Message, StringComparison.Ordinal);

    private static ImmutableArray<StudyFinding> Planted(double correction, double height = Height) =>
    [
        .. Parameters.Select(g => new StudyFinding
        {
            Study = $"planted at g = {g}",
            Cell = new SweepCell("planted", [new SweepParameter("g", g)]),
            Model = "planted",
            Ladder = [.. Sizes],
            Spins = [.. Sizes],
            Method = "made up",
            Notes = [],
            Predictions = [],
            Quantities =
            [
                new QuantityFinding(
                    "chi",
                    "chi",
                    double.PositiveInfinity,
                    [.. Sizes.Select(n => new LadderPoint(n, n, Value(n, g, correction, height), 1e-13, null))],
                    double.NaN,
                    double.NaN,
                    null,
                    null),
            ],
        }),
    ];

    private static double Value(int n, double g, double correction, double height)
    {
        double x = (g - Critical) * Math.Pow(n, Width);
        return Math.Pow(n, height) * (1 + (correction / Math.Sqrt(n))) * (1 + Math.Tanh(x) + (0.3 * x * x));
    }
}
