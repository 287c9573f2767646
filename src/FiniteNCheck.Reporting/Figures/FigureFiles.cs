using System.Collections.Immutable;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>The files that a run of figures gives.</summary>
public static class FigureFiles
{
    /// <summary>The page that says what is in them.</summary>
    public const string Summary = "figures.txt";

    /// <summary>The page with the figures.</summary>
    public const string Page = "figures.html";

    /// <summary>Their names, known before anything is computed.</summary>
    /// <param name="request">What is asked for.</param>
    public static ImmutableArray<string> Names(FigureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var names = ImmutableArray.CreateBuilder<string>();
        if (request.Figures.Contains(PaperFigure.PhaseDiagram))
        {
            names.AddRange("figure-2.csv", "figure-2.svg");
        }

        if (request.Figures.Contains(PaperFigure.Correlations))
        {
            names.AddRange("figure-3-full.csv", "figure-3-printed.csv", "figure-3.svg");
            if (!request.FiniteSizes.IsEmpty)
            {
                names.AddRange("figure-3-finite-n.csv", "figure-3-finite-n.svg");
            }
        }

        if (request.Figures.Contains(PaperFigure.LimitCycle))
        {
            names.AddRange("figure-b1-deviation.csv", "figure-b1-portraits.csv", "figure-b1.svg");
        }

        names.AddRange(Page, Summary);
        return names.ToImmutable();
    }

    /// <summary>The files with their contents, in the order of <see cref="Names"/>.</summary>
    /// <param name="set">The figures.</param>
    /// <param name="provenance">Where they come from; pictures carry it in their description.</param>
    public static IReadOnlyList<ResultFile> Of(FigureSet set, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(provenance);
        string origin = FigureText.Origin(provenance);
        return [.. Names(set.Request).Select(name => ResultFile.OfText(name, Content(name, set, provenance, origin)))];
    }

    private static string Content(string name, FigureSet set, Provenance provenance, string origin) => name switch
    {
        "figure-2.csv" => FigureCsv.Render(set.PhaseDiagram!),
        "figure-2.svg" => PhaseDiagramPlot.Of(set.PhaseDiagram!).Render(origin),
        "figure-3-full.csv" => FigureCsv.Render(set.Correlations!.Full),
        "figure-3-printed.csv" => FigureCsv.Render(set.Correlations!.Printed),
        "figure-3.svg" => CorrelationPlot.OfLimit(set.Correlations!).Render(origin),
        "figure-3-finite-n.csv" => FigureCsv.Render(set.Correlations!.FiniteSizes),
        "figure-3-finite-n.svg" => CorrelationPlot.OfFinite(set.Correlations!.FiniteSizes).Render(origin),
        "figure-b1-deviation.csv" => FigureCsv.Render(set.LimitCycle!),
        "figure-b1-portraits.csv" => FigureCsv.Render(set.Portraits),
        "figure-b1.svg" => LimitCyclePlot.Of(set.LimitCycle!, set.Portraits).Render(origin),
        Page => FiguresHtml.Render(set, provenance),
        _ => FigureText.Render(set, provenance, TextStyle.Plain),
    };
}
