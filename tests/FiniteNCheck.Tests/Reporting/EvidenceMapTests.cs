using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>Which tables of evidence are maps over a plane, and what is drawn of them.</summary>
[Trait("Kind", "Unit")]
public sealed class EvidenceMapTests
{
    private static readonly FigureName Name = new("folder", "any");

    private static readonly Evidence Plane = new(
        "eigenvalue over the plane: below 0 at 1 of 4 points",
        ["T", "Omega = 0", "Omega = 0.25"],
        [
            [0.5, -0.125, 0.25],
            [1.0, 0.5, 0.75],
        ]);

    [Fact]
    public void A_table_over_a_plane_is_drawn_as_a_map_with_its_numbers()
    {
        ReportFigure figure = Assert.IsType<ReportFigure>(EvidenceMap.Draw(Name, Plane));
        Assert.Equal(
            ["T,Omega,eigenvalue", "0.5,0,-0.125", "0.5,0.25,0.25", "1,0,0.5", "1,0.25,0.75"],
            figure.Csv.TrimEnd('\n').Split('\n'));
        Assert.Equal(("T", "Omega"), (figure.Plots[0].X.Label, figure.Plots[0].Y.Label));
        Assert.True(figure.Plots[0].Bar!.IsSigned);
        Assert.Equal("eigenvalue over the plane", figure.Title);
        Assert.Equal((0.5, 0.0), Assert.Single(Assert.Single(figure.Plots[0].Layers.OfType<MarkerLayer>()).Points));
    }

    [Fact]
    public void Ladders_texts_and_values_in_disorder_are_no_maps()
    {
        Assert.Null(EvidenceMap.Draw(Name, Plane with { Columns = ["T", "Omega = 0", "N = 8"] }));
        Assert.Null(EvidenceMap.Draw(Name, Plane with { Columns = ["T", "residual", "allowed"] }));
        Assert.Null(EvidenceMap.Draw(Name, Plane with { Columns = ["T", "Omega = 0.25", "Omega = 0"] }));
        Assert.Null(EvidenceMap.Draw(Name, Plane with { Rows = [Plane.Rows[0]] }));
        Assert.Null(EvidenceMap.Draw(Name, Plane with { Rows = [Plane.Rows[0], ["here", 0.5, 0.75]] }));
    }
}
