using System.Xml.Linq;
using FiniteNCheck.Reporting.Svg;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>The parts that pictures are made of.</summary>
[Trait("Kind", "Unit")]
public sealed class SvgKitTests
{
    [Theory]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0.087, 1.21, "0.2 0.4 0.6 0.8 1.0 1.2")]
    [InlineData(-1.05, 1.05, "-1.0 -0.5 0.0 0.5 1.0")]
    [InlineData(0, 12000, "0 2000 4000 6000 8000 10000 12000")]
    public void Ticks_are_round_numbers(double from, double to, string expected) =>
        Assert.Equal(expected, string.Join(' ', new PlotAxis("", from, to).Ticks.Select(tick => tick.Text)));

    [Fact]
    public void Logarithmic_axes_have_decades_at_equal_distances()
    {
        var axis = new PlotAxis("", 10, 10_000, IsLogarithmic: true);
        Assert.Equal(["1e1", "1e2", "1e3", "1e4"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(
            [0, 1.0 / 3, 2.0 / 3, 1],
            axis.Ticks.Select(tick => Math.Round(axis.Position(tick.Value), 14)),
            (a, b) => Math.Abs(a - b) < 1e-13);
    }

    [Fact]
    public void Colours_darken_steadily()
    {
        double[] luminances = [.. Enumerable.Range(0, 101).Select(i => ColorScale.Luminance(ColorScale.At(i / 100.0)))];
        Assert.All(luminances.Zip(luminances.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.True(luminances[0] - luminances[^1] > 0.8);
    }

    [Fact]
    public void Classes_cover_all_values()
    {
        ColorScale scale = ColorScale.Geometric("", [0, double.NaN, 0.37, 1e-6]);
        Assert.Equal([0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5], scale.Limits, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal((0, scale.Classes - 1, scale.Classes - 1), (scale.ClassOf(1e-6), scale.ClassOf(0.37), scale.ClassOf(7)));
        Assert.Equal(["0", "0.001", "0.5"], new[] { scale.Limits[0], scale.Limits[1], scale.Limits[^1] }.Select(ColorScale.TextOf));
    }

    [Fact]
    public void A_contour_of_a_cone_is_one_closed_circle()
    {
        double[] axis = [.. Enumerable.Range(-20, 41).Select(i => i / 10.0)];
        var field = new GridField([.. axis], [.. axis], [.. axis.SelectMany(x => axis.Select(y => Math.Sqrt((x * x) + (y * y))))]);
        var line = Assert.Single(Contours.Trace(field, 1.234));
        Assert.Equal(line[0].X, line[^1].X, 1e-12);

        // Linear interpolation between points 0.1 apart is off by at most their distance squared over eight radii.
        Assert.All(line, point => Assert.Equal(1.234, Math.Sqrt((point.X * point.X) + (point.Y * point.Y)), 2e-3));
    }

    [Fact]
    public void Contours_leave_out_squares_without_values()
    {
        var field = new GridField([0, 1, 2], [0, 1], [0, 0, 1, double.NaN, 2, 2]);
        Assert.Empty(Contours.Trace(field, 0.5));
    }

    [Fact]
    public void Numbers_that_do_not_exist_are_refused() => Assert.Throws<ArgumentException>(() => SvgElement.Coordinate(double.NaN));

    /// <summary>A log-log convergence plot with a band.</summary>
    [Fact]
    public void Lines_bands_and_marks_make_a_plot()
    {
        var plot = new Plot(
            "Convergence <&>",
            new PlotAxis("N", 10, 1000, IsLogarithmic: true),
            new PlotAxis("error", 1e-4, 1, IsLogarithmic: true),
            [
                new BandLayer([(10, 0.05, 0.2), (1000, 5e-4, 2e-3)]) { Label = "uncertainty" },
                new LineLayer([(10, 0.1), (100, 0.01), (1000, 1e-3)]) { IsMarked = true, Dash = "4 2", Label = "exact" },
            ]);
        XElement root = XDocument.Parse(new SvgFigure("A title", [plot], 2).Render("made up")).Root!;
        string[] texts = [.. root.Descendants().Where(element => element.Name.LocalName is "text").Select(element => element.Value)];
        Assert.All(["A title", "Convergence <&>", "N", "error", "uncertainty", "exact", "1e2"], text => Assert.Contains(text, texts));
        Assert.Equal(4, root.Descendants().Count(element => element.Name.LocalName is "circle"));
    }
}
