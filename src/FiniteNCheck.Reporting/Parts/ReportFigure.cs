using System.Collections.Immutable;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>A figure of a report: what the page shows and what its files hold.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">How to read it, in full sentences.</param>
/// <param name="Plots">Its plots.</param>
/// <param name="Columns">Plots per row of the picture.</param>
/// <param name="Csv">The numbers in it.</param>
internal sealed record ReportFigure(
    FigureName Name, string Title, string Caption, ImmutableArray<Plot> Plots, int Columns, string Csv)
{
    /// <summary>The picture and its numbers as separate files.</summary>
    /// <param name="provenance">Where the numbers come from; the picture's description says so.</param>
    public ImmutableArray<ResultFile> Files(Provenance provenance) =>
    [
        ResultFile.OfText(
            Name.Picture, new SvgFigure(Title, Plots, Columns).Render($"{Caption} {ProvenanceText.Source(provenance)}")),
        ResultFile.OfText(Name.Numbers, Csv),
    ];
}
