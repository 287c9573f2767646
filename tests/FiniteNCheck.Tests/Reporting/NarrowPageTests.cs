using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Exact;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Figures;
using FiniteNCheck.Reporting.Reference;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>Every page at every width of a terminal: it is made, keeps to the width, and says all that a wide one says.</summary>
[Trait("Kind", "Unit")]
public sealed class NarrowPageTests
{
    private const int Narrowest = 20;
    private const int Widest = 200;

    private static readonly Lazy<FigureReport> Figures = new(() =>
        FigureDescription.Describe(
            FigureSet.Compute(
                new FigureRequest
                {
                    Figures = [PaperFigure.PhaseDiagram, PaperFigure.Correlations, PaperFigure.LimitCycle],
                    Grid = new GridSize(2, 2),
                }),
            Ledger.Paper));

    public static TheoryData<string> Pages { get; } = [.. All.Keys];

    private static Dictionary<string, Func<TextStyle, string>> All =>
        new(StringComparer.Ordinal)
        {
            ["exact"] = style => ExactTable.Render(SampleReports.Exact, style),
            ["exact --estimate"] = style =>
                PlanTable.Render(
                    new ExactPlan(SolutionMethod.Full, "the state is small", new RunEstimate(10, 1000, 1_000_000, 1), null),
                    style),
            ["theory"] = style => TheoryTable.Render(SampleReports.Theory, style),
            ["theory without a stationary covariance"] = style => TheoryTable.Render(SampleReports.TheoryWithoutRest, style),
            ["verify"] = style => VerifyTable.Render(SampleReports.Verify, style),
            ["verify, read again"] = style =>
                VerifyTable.Render(VerifyJsonReader.Read(VerifyJson.Render(SampleReports.Verify), "verify.json"), style),
            ["verify, long names"] = style =>
                VerifyTable.Render(
                    SampleReports.Verify with
                    {
                        Studies = [LongNames(SampleReports.Verify.Studies[1])],
                    },
                    style),
            ["claims"] = style => ClaimsTable.Render(SampleReports.Claims, style),
            ["claims in full"] = style => ClaimsTable.RenderInFull(SampleReports.Claims, style),
            ["status"] = style => SampleReports.Status.ToTable(style),
            ["figures"] = style => FigureText.Render(Figures.Value, SampleReports.Provenance, style),
            ["reference check"] = style => ReferenceCheckTable.Render(Reference(1), style),
            ["reference list"] = style =>
                new ReferenceList(
                    [.. FiniteNCheck.Tests.Verification.Reference.ReferenceFolder.Stored.All.Select(set => (set, true))],
                    SampleReports.Provenance).ToTable(style),
            ["reference check of the same numbers"] = style => ReferenceCheckTable.Render(Reference(0), style),
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_fits_every_terminal_and_loses_nothing(string name)
    {
        Func<TextStyle, string> render = All[name];
        string[] words =
        [
            .. render(new TextStyle(Color: false, Widest))
                .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !IsRule(word))
                .Distinct(),
        ];
        Assert.True(words.Length > 10, "the page is nearly empty");
        for (int width = Narrowest; width < Widest; width++)
        {
            string page = render(new TextStyle(Color: false, width));
            Assert.All(
                page.Split('\n'),
                line => Assert.True(line.Length <= width, $"{line.Length} columns of {width}: {line}"));

            // A word longer than the page is broken; without blanks and line ends it is whole again.
            string squeezed = string.Concat(page.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
            Assert.All(
                words,
                word =>
                    Assert.True(
                        squeezed.Contains(word, StringComparison.Ordinal),
                        $"'{word}' is missing at {width} columns:\n{page}"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    public void A_terminal_narrower_than_that_is_taken_as_twenty_columns(int width) =>
        Assert.All(
            All.Values,
            render => Assert.Equal(render(new TextStyle(Color: false, Narrowest)), render(new TextStyle(Color: false, width))));

    private static bool IsRule(string word) => word.All(c => c == '-') && word.Length > 1;

    /// <summary>The study with observables of the longest names that blocks may have.</summary>
    private static StudyFinding LongNames(StudyFinding study) =>
        study with
        {
            Predictions =
            [
                .. study.Predictions.Select(prediction =>
                    prediction with
                    {
                        Elements =
                        [
                            .. prediction.Elements.Select(
                                (element, i) =>
                                    element with
                                    {
                                        Observable = $"x.{new string('a', 60)},z.{new string((char)('b' + i), 60)}",
                                    }),
                        ],
                    }),
            ],
        };

    private static ReferenceReport Reference(double change)
    {
        var sets = FiniteNCheck.Tests.Verification.Reference.ReferenceFolder.Stored;
        ReferenceSet set = sets.Find("constant-rates");
        ReferenceFile stored = ReferenceFile.Read(sets.VerifiedPath(set));
        ReferenceFile fresh = stored with
        {
            Table = new ReferenceTable(
                stored.Table.Columns,
                stored.Table.Rows.Select(row =>
                    (IReadOnlyList<double>)
                        [.. row.Select((value, index) => stored.Table.Columns[index].IsKey ? value : value + change)])),
        };
        return new ReferenceReport(
            [new ReferenceFinding(set, sets.Compare(set, fresh), "written to some folder/constant-rates.received.csv.")],
            SampleReports.Provenance);
    }
}
