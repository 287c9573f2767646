using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Figures;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Html;

/// <summary>The figures of the paper on one page that needs nothing from outside: phase diagram, correlation maps, limit cycle.</summary>
internal static class FiguresHtml
{
    private const string CycleText =
        "Standard deviation of the overlap o_z over one period of the orbit that the flow settles on from overlaps near zero, and portraits of the flow at T = 0.6. "
        + "The paper's lower panel, Omega = 0.35, shows two stable solutions where the printed equations run into a limit cycle.";

    /// <summary>The page.</summary>
    /// <param name="set">The figures.</param>
    /// <param name="provenance">Where they come from.</param>
    public static string Render(FigureSet set, Provenance provenance) => HtmlPage.Render(
        "Figures of the paper",
        [
            HtmlElement.Of("p", $"Paper: {Ledger.Paper.Edition}. Temperatures are in units of the couplings of (52), fields are inverse times, correlations are in nats."),
            .. Sections(set),
            ReportParts.Of(provenance, ReproduceCommand.Of(provenance)),
        ]);

    private static IEnumerable<XElement> Sections(FigureSet set)
    {
        if (set.PhaseDiagram is { } diagram)
        {
            yield return Section("figure-2", PhaseDiagramPlot.Of(diagram), PhasesText(diagram), "figure-2.csv");
        }

        if (set.Correlations is { } figure)
        {
            yield return Section("figure-3", CorrelationPlot.OfLimit(figure), LimitText(figure), "figure-3-full.csv", "figure-3-printed.csv");
            if (!figure.FiniteSizes.IsEmpty)
            {
                yield return Section("figure-3-finite-n", CorrelationPlot.OfFinite(figure.FiniteSizes), FiniteText(figure.FiniteSizes), "figure-3-finite-n.csv");
            }
        }

        if (set.LimitCycle is { } map)
        {
            yield return Section("figure-b1", LimitCyclePlot.Of(map, set.Portraits), CycleText, "figure-b1-deviation.csv", "figure-b1-portraits.csv");
        }
    }

    private static XElement Section(string name, SvgFigure figure, string text, params string[] numbers) => HtmlElement.Of(
        "section",
        HtmlElement.Of("h2", figure.Title),
        ReportParts.Figure(name, figure.Title, text, figure.Plots, [$"{name}.svg", .. numbers]));

    private static string PhasesText(PhaseDiagram diagram) =>
        "Where the integrated mean-field flow goes from the stored pattern; the other maps hold the printed conditions for the limit cycle against it. "
        + $"Of {diagram.Points.Length} points section 6.2 is wrong at {diagram.Disagreements(point => point.TextCondition)}, appendix B.1 at "
        + $"{diagram.Disagreements(point => point.AppendixCondition)}, appendix B.1 with beta > 3/2 at {diagram.Disagreements(point => point.CorrectedCondition)}.";

    private static string LimitText(CorrelationFigure figure) =>
        "From the stationary covariance at the fixed point, with the drift as printed in Theorem 2 on the left and the full one on the right. "
        + $"Printed: {Counts([.. figure.Printed.Select(point => point.Map.Correlations).OfType<GaussianCorrelations>()])}. "
        + $"Full: {Counts([.. figure.Full.Select(point => point.Map.Correlations).OfType<GaussianCorrelations>()])}.";

    private static string FiniteText(ImmutableArray<FiniteCorrelations> sizes) =>
        "The same quantities from the exact covariance of N spins, without any theory, started in the product state at the mean-field fixed point and read when fluctuations have settled. "
        + string.Join(" ", sizes.Select(size => $"N = {size.Spins}: {Counts([.. size.Points.Select(point => point.Correlations).OfType<GaussianCorrelations>()])}."));

    private static string Counts(GaussianCorrelations[] points) =>
        $"{points.Length} points with two modes, of which {points.Count(point => !point.IsPhysical)} break the uncertainty relation (nu_- < 1) and {points.Count(point => point.LogarithmicNegativity > 0)} are entangled";
}
