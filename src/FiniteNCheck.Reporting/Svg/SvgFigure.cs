using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Plots in rows under one title, as a self-contained document.</summary>
/// <param name="Title">The title.</param>
/// <param name="Plots">The plots, row by row.</param>
/// <param name="Columns">Plots per row.</param>
internal sealed record SvgFigure(string Title, ImmutableArray<Plot> Plots, int Columns)
{
    private const double Margin = 12;
    private const double TitleHeight = 30;

    /// <summary>The document as text.</summary>
    /// <param name="description">Where it comes from; not drawn.</param>
    public string Render(string description)
    {
        var settings = new XmlWriterSettings
        {
            Indent = true,
            OmitXmlDeclaration = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, settings))
        {
            ToDocument(description).Save(writer);
        }

        return text.Append('\n').ToString();
    }

    private XDocument ToDocument(string description)
    {
        Plot[][] rows = [.. Plots.Chunk(Columns)];
        double[] widths =
        [
            .. Enumerable
                .Range(0, Math.Min(Columns, Plots.Length))
                .Select(column => rows.Where(row => row.Length > column).Max(row => row[column].Width)),
        ];
        double[] heights = [.. rows.Select(row => row.Max(plot => plot.Height))];
        double width = (2 * Margin) + widths.Sum();
        double height = (2 * Margin) + TitleHeight + heights.Sum();
        XElement root = SvgElement.Of(
            "svg",
            ("viewBox", $"0 0 {SvgElement.Coordinate(width)} {SvgElement.Coordinate(height)}"),
            ("width", SvgElement.Coordinate(width)),
            ("height", SvgElement.Coordinate(height)),
            ("font-family", "Helvetica, Arial, 'Liberation Sans', sans-serif"),
            ("role", "img"));
        root.Add(new XElement(SvgElement.Namespace + "title", Title), new XElement(SvgElement.Namespace + "desc", description));
        root.Add(new XElement(SvgElement.Namespace + "defs", HatchPattern.All.Select(pattern => pattern.Definition())));
        root.Add(SvgElement.Rectangle(0, 0, width, height, SvgElement.Paper));
        root.Add(SvgElement.Text(Title, new SvgPoint(width / 2, Margin + 14), 15, "middle"));
        for (int row = 0; row < rows.Length; row++)
        {
            double top = Margin + TitleHeight + heights.Take(row).Sum();
            root.Add(rows[row].Select((plot, column) => plot.Draw(Margin + widths.Take(column).Sum(), top)));
        }

        return new XDocument(root);
    }
}
