using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Parts;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>Which tables of evidence are drawn, and what is drawn of them.</summary>
[Trait("Kind", "Unit")]
public sealed class EvidencePlotTests
{
    [Fact]
    public void A_ladder_is_drawn_as_the_distance_from_what_is_predicted()
    {
        var evidence = new Evidence(
            "a ladder",
            ["element", "t", "N = 8", "N = 16", "N = 32", "predicted"],
            [
                ["z.plus", 0.5, 1.5, 1.25, 1.125, 1.0],
            ]);
        ReportFigure figure = Assert.IsType<ReportFigure>(EvidencePlot.Draw(new FigureName("folder", "any"), evidence));
        Assert.Equal(
            [
                "row,spins,|exact − predicted|",
                "\"z.plus, t = 0.5\",8,0.5",
                "\"z.plus, t = 0.5\",16,0.25",
                "\"z.plus, t = 0.5\",32,0.125",
            ],
            figure.Csv.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_bound_is_drawn_as_the_ratio_to_it()
    {
        var evidence = new Evidence(
            "a bound",
            ["point", "N", "left side", "bound", "ratio"],
            [
                ["here", 4.0, 1.0, 2.0, 0.5],
                ["here", 8.0, 1.0, 4.0, 0.25],
                ["here", 16.0, 1.0, 8.0, 0.125],
            ]);
        ReportFigure figure = Assert.IsType<ReportFigure>(EvidencePlot.Draw(new FigureName("folder", "any"), evidence));
        Assert.Contains("here,8,0.25", figure.Csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Residuals_at_points_are_not_drawn() =>
        Assert.Null(
            EvidencePlot.Draw(
                new FigureName("folder", "any"),
                new Evidence(
                    "an identity",
                    ["point", "residual", "allowed"],
                    [
                        ["here", 1e-16, 1e-12],
                    ])));

    [Fact]
    public void Differences_of_rounding_are_not_drawn() =>
        Assert.Null(
            EvidencePlot.Draw(
                new FigureName("folder", "any"),
                new Evidence(
                    "rounding",
                    ["element", "N = 8", "N = 16", "N = 32", "predicted"],
                    [
                        ["x", 0.0, 0.0, 1e-17, 0.0],
                    ])));
}
