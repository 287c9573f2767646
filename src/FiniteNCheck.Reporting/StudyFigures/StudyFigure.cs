using System.Collections.Immutable;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.StudyFigures;

/// <summary>A figure of a study: what the report shows and what its files hold.</summary>
/// <param name="Name">The name of its files without the ending.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">How to read it, in full sentences.</param>
/// <param name="Plots">Its plots.</param>
/// <param name="Columns">Plots per row of the picture.</param>
/// <param name="Csv">The numbers in it.</param>
internal sealed record StudyFigure(string Name, string Title, string Caption, ImmutableArray<Plot> Plots, int Columns, string Csv)
{
    /// <summary>The picture as a document of its own.</summary>
    /// <param name="origin">Where the numbers come from.</param>
    public string Render(string origin) => new SvgFigure(Title, $"{Caption} {origin}", Plots, Columns).Render();
}
