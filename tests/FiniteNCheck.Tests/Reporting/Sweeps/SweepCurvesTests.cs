using System.Collections.Immutable;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Sweeps;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Sweeps;

/// <summary>The pictures of a sweep over one axis.</summary>
[Trait("Kind", "Unit")]
public class SweepCurvesTests
{
    private static readonly FigureName Name = new("figures", "made-up");

    private static StudyFinding Study => Samples.Study("made-up");

    [Fact]
    public void A_sweep_over_one_axis_has_a_plot_for_the_elements_farthest_off()
    {
        ReportFigure figure = Assert.Single(Draw(Sweep(3, Study)));
        Assert.Equal("Quantities against T", figure.Title);
        Assert.Equal(
            ["z.plus at t = 0.3", "z.plus,z.plus at t = 0.3", "y.plus,z.minus at t = 0.3", "x.plus,z.minus at t = 0.3"],
            figure.Plots.Select(plot => plot.Title));
        Assert.All(figure.Plots, plot => Assert.Equal("T", plot.X.Label));
        Assert.DoesNotContain("NaN", Picture(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void The_strip_has_the_verdict_of_every_cell()
    {
        StudyFinding refuted = Study;
        StudyFinding confirmed = With(refuted, 1, element => element with { Verdict = Verdict.Confirmed, Distance = 0.25 });
        ReportFigure figure = Assert.Single(Draw([Cell(refuted, 0), Cell(confirmed, 1)]));
        Plot plot = figure.Plots[1];
        Assert.Equal(["confirmed", "refuted"], plot.Layers.OfType<HatchLayer>().Select(layer => layer.Label));
        Assert.Equal([false, false, true, true], plot.Layers.OfType<HatchLayer>().First().Covered.AsEnumerable());
        Assert.Equal(
            ["T = 0: refuted, distance 1.2e3", "T = 1: confirmed, distance 0.25"],
            plot.Layers.OfType<HintLayer>().Single().Hints.Distinct(StringComparer.Ordinal));

        // It lies below everything that is drawn.
        HatchLayer strip = plot.Layers.OfType<HatchLayer>().First();
        double top = GridField.Edges(strip.Field.Y)[^1];
        Assert.All(plot.Layers.OfType<MarkerLayer>().SelectMany(layer => layer.Points), point => Assert.True(point.Y > top));
        Assert.All(plot.Layers.OfType<LineLayer>().SelectMany(layer => layer.Points), point => Assert.True(point.Y > top));
    }

    [Fact]
    public void Two_predictions_of_one_element_are_both_drawn()
    {
        PredictionFinding printed = Study.Predictions[1];
        PredictionFinding full = printed with
        {
            Prediction = "covariance-full",
            Elements = [.. printed.Elements.Select(element => element with { Prediction = 0.1 })],
        };
        ReportFigure figure = Assert.Single(Draw(Sweep(3, Study with { Predictions = [printed, full] })));
        LineLayer[] first = [.. figure.Plots[0].Layers.OfType<LineLayer>()];
        LineLayer[] last = [.. figure.Plots[^1].Layers.OfType<LineLayer>()];
        Assert.Equal(["covariance-printed", "covariance-full"], first.Select(line => line.Label));
        Assert.All(first[1].Points, point => Assert.Equal(0.1, point.Y));

        // The one that is judged comes first and is wide; each has its colour in all plots, so that one legend serves all.
        Assert.Equal(["covariance-full", "covariance-printed"], last.Select(line => line.Label));
        Assert.All([first, last], lines => Assert.True(lines[0].Width > lines[1].Width));
        Assert.Equal((first[0].Stroke, first[0].Dash), (last[1].Stroke, last[1].Dash));
        Assert.NotEqual((first[0].Stroke, first[0].Dash), (last[0].Stroke, last[0].Dash));
    }

    [Fact]
    public void Quantities_of_the_study_come_first_and_are_not_judged()
    {
        QuantityFinding quantity = new("chi", "cov('z.plus','z.plus')", 0.3, Study.Predictions[0].Elements[0].Ladder, 0.5, 0.01, 1, 0.1);
        ReportFigure figure = Assert.Single(Draw(Sweep(3, Study with { Quantities = [quantity with { Time = 0.1 }, quantity] })));
        Plot plot = figure.Plots[0];
        Assert.Equal("chi at t = 0.3", plot.Title);
        Assert.Empty(plot.Layers.OfType<LineLayer>());
        Assert.Empty(plot.Layers.OfType<HatchLayer>());
        Assert.Equal([(0, 0.5, 0.01), (1, 0.5, 0.01), (2, 0.5, 0.01)], plot.Layers.OfType<ErrorBarLayer>().Single().Points.AsEnumerable());
    }

    [Fact]
    public void Symmetric_copies_are_drawn_once()
    {
        ElementFinding element = Study.Predictions[0].Elements[0];
        PredictionFinding prediction = Study.Predictions[0] with { Elements = [element, element with { Observable = "z.minus" }] };
        ReportFigure figure = Assert.Single(Draw(Sweep(3, Study with { Predictions = [prediction] })));
        Assert.Equal("z.plus at t = 0.3", Assert.Single(figure.Plots).Title);
    }

    [Fact]
    public void A_cell_without_numbers_is_left_out_and_says_so()
    {
        StudyFinding empty = Study with
        {
            Predictions = [.. Study.Predictions.Select(prediction => prediction with { Verdict = Verdict.Inconclusive, Elements = [] })],
        };
        ReportFigure figure = Assert.Single(Draw([Cell(Study, 0), Cell(empty, 1), Cell(Study, 2)]));
        Assert.Equal([0, 2], figure.Plots[0].Layers.OfType<LineLayer>().Single().Points.Select(point => point.X));
        Assert.Contains("T = 1: no result", figure.Plots[0].Layers.OfType<HintLayer>().Single().Hints);
        Assert.Empty(Draw([Cell(empty, 0), Cell(empty, 1)]));
    }

    [Fact]
    public void Its_numbers_are_those_of_the_cells()
    {
        ReportFigure figure = Assert.Single(Draw(Sweep(2, Study)));
        string[] lines = figure.Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        ElementFinding element = Study.Predictions[0].Elements[0];
        Assert.Equal("name,time,prediction,T,spins,exact,limit,limitUncertainty,predicted,verdict", lines[0].TrimEnd('\r'));
        Assert.Equal(
            $"z.plus,{Digits.Full(element.Time)},mean-field,1,80,{Digits.Full(element.Ladder[2].Value)},{Digits.Full(element.Limit)},"
                + $"{Digits.Full(element.LimitUncertainty)},{Digits.Full(element.Prediction)},confirmed",
            lines[6].TrimEnd('\r'));

        // Four plots of two cells with three sizes.
        Assert.Equal(1 + (4 * 2 * 3), lines.Length);
    }

    [Fact]
    public void Other_sweeps_have_none()
    {
        Assert.Empty(Draw(Sweep(1, Study)));
        StudyFinding[] plane =
        [
            .. Enumerable.Range(0, 4).Select(i =>
                Study with { Cell = new SweepCell("made-up", [new SweepParameter("T", i / 2), new SweepParameter("g", i % 2)]) }),
        ];
        Assert.Empty(Draw(plane));

        // An axis with one value does not count.
        StudyFinding[] line =
            [.. plane.Where(study => study.Cell!.Parameters[0].Value == 0)];
        Assert.Equal("Quantities against g", Assert.Single(Draw(line)).Title);
    }

    private static IEnumerable<ReportFigure> Draw(StudyFinding[] cells) =>
        SweepCurves.Draw(Name, Assert.Single(StudyGroup.Split([.. cells])));

    private static string Picture(ReportFigure figure) => new SvgFigure(figure.Title, figure.Plots, figure.Columns).Render("made up");

    private static StudyFinding[] Sweep(int cells, StudyFinding study) => [.. Enumerable.Range(0, cells).Select(i => Cell(study, i))];

    private static StudyFinding Cell(StudyFinding study, double value) =>
        study with { Cell = new SweepCell("made-up", [new SweepParameter("T", value)]) };

    private static StudyFinding With(StudyFinding study, int prediction, Func<ElementFinding, ElementFinding> change)
    {
        ImmutableArray<ElementFinding> changed = [.. study.Predictions[prediction].Elements.Select(change)];
        PredictionFinding other = study.Predictions[prediction] with { Elements = changed };
        return study with { Predictions = study.Predictions.SetItem(prediction, other) };
    }
}
