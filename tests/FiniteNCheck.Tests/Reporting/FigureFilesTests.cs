using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Figures;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>All files of a run on small grids: tables are rectangular, pictures are whole.</summary>
[Trait("Kind", "Unit")]
public sealed partial class FigureFilesTests
{
    private static readonly Provenance Origin = SampleReports.Provenance with { Parameters = [("verb", "figures")] };

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Made = new(() =>
    {
        var request = new FigureRequest
        {
            Figures = [PaperFigure.PhaseDiagram, PaperFigure.Correlations, PaperFigure.LimitCycle],
            Grid = new GridSize(4, 3),
            FiniteSizes = [8, 12],
            FiniteGrid = new GridSize(3, 2),
        };
        return FigureFiles
            .Render(FigureDescription.Describe(FigureSet.Compute(request), Ledger.Paper), Origin)
            .ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Content.Span));
    });

    public static TheoryData<string, int, string> Tables { get; } =
        new()
        {
            {
                "figure-2.csv",
                12,
                "temperature,field,phase,phaseFromZero,overlap,eigenvalue,eigenvalueAtZero,stationaryOverlap,"
                    + "cycleBySection62,cycleByAppendixB1,cycleCorrected"
            },
            {
                "figure-3-full.csv",
                12,
                "temperature,field,phase,length,"
                    + "discord,classical,logarithmicNegativity,smallestSymplectic,smallestSymplecticTransposed,"
                    + "physical,paramagneticInformation,note"
            },
            {
                "figure-3-printed.csv",
                12,
                "temperature,field,phase,length,"
                    + "discord,classical,logarithmicNegativity,smallestSymplectic,smallestSymplecticTransposed,"
                    + "physical,paramagneticInformation,note"
            },
            {
                "figure-3-finite-n.csv",
                12,
                "spins,temperature,field,phase,time,unrelaxed,startLength,length,"
                    + "discord,classical,logarithmicNegativity,smallestSymplectic,smallestSymplecticTransposed,"
                    + "physical,covarianceError,note"
            },
            { "figure-b1-deviation.csv", 12, "temperature,field,phaseFromZero,mean,deviation,period" },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_a_row_per_point(string name, int points, string header)
    {
        string[] rows = Made.Value[name].TrimEnd('\n').Split('\n');
        Assert.Equal(header, rows[0]);
        Assert.Equal(points + 1, rows.Length);
        Assert.DoesNotContain("NaN", Made.Value[name], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figure-2.svg", 4)]
    [InlineData("figure-3.svg", 6)]
    [InlineData("figure-3-finite-n.svg", 6)]
    [InlineData("figure-b1.svg", 4)]
    public void A_picture_is_whole(string name, int plots)
    {
        XElement root = XDocument.Parse(Made.Value[name]).Root!;
        double[] box = [.. root.Attribute("viewBox")!.Value.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        Assert.True(box[2] > 100 && box[3] > 100);
        XElement[] drawn = [.. root.Descendants().Where(element => (string?)element.Attribute("class") is "plot")];
        Assert.Equal(plots, drawn.Length);
        Assert.All(
            drawn,
            plot =>
            {
                XElement[] texts = [.. plot.Elements().Where(element => element.Name.LocalName is "text")];
                Assert.Equal("bold", (string?)texts[0].Attribute("font-weight"));
                Assert.Contains(
                    texts,
                    text => text.Value.StartsWith("temperature T", StringComparison.Ordinal) || text.Value is "overlap o_z");
                Assert.Contains(
                    texts,
                    text =>
                        text.Attribute("transform") is not null
                        && (
                            text.Value.StartsWith("transverse field", StringComparison.Ordinal) || text.Value is "overlap o_y"));
                Assert.True(texts.Length > 8, "ticks on both axes");
            });
        Assert.All(Numbers(root), number => Assert.True(double.IsFinite(number)));
        Assert.DoesNotContain("href", Made.Value[name], StringComparison.Ordinal);
        Assert.Equal("title", root.Elements().First().Name.LocalName);
        Assert.Contains(
            "finitencheck 0",
            root.Elements().Single(element => element.Name.LocalName is "desc").Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_page()
    {
        XElement root = XDocument.Parse(Made.Value["figure-b1.svg"]).Root!;
        double width = double.Parse(root.Attribute("width")!.Value, CultureInfo.InvariantCulture);
        Assert.All(root.Descendants().Attributes("x"), x => Assert.InRange(double.Parse(x.Value, CultureInfo.InvariantCulture), 0, width));
    }

    [Fact]
    public void Portraits_hold_every_kind_of_row()
    {
        string[] kinds =
        [
            .. Made.Value["figure-b1-portraits.csv"]
                .TrimEnd('\n')
                .Split('\n')
                .Skip(1)
                .Select(row => row.Split(',')[2])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["cycle", "fixedPoint", "flow", "trajectory"], kinds);
    }

    [Fact]
    public void The_summary_counts_what_each_condition_gets_wrong() =>
        Assert.Contains("appendix B.1: beta < 3/2", Made.Value["figures.txt"], StringComparison.Ordinal);

    [Fact]
    public void Names_are_known_before() =>
        Assert.Equal(
            Made.Value.Keys,
            FigureFiles.Names(
                FigureNames.Files(
                    new FigureRequest
                    {
                        Figures = [PaperFigure.PhaseDiagram, PaperFigure.Correlations, PaperFigure.LimitCycle],
                        FiniteSizes = [8],
                    })));

    private static IEnumerable<double> Numbers(XElement root) =>
        root.Descendants()
            .Attributes()
            .Where(attribute =>
                attribute.Name.LocalName
                    is "x"
                        or "y"
                        or "x1"
                        or "x2"
                        or "y1"
                        or "y2"
                        or "cx"
                        or "cy"
                        or "r"
                        or "width"
                        or "height"
                        or "d"
                        or "viewBox")
            .SelectMany(attribute =>
                Number()
                    .Matches(attribute.Value.Replace("NaN", "1e999", StringComparison.Ordinal))
                    .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"-?\d+(\.\d+)?(e\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
