using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Something that a plot shows. Layers are drawn in order, each on top of the previous ones.</summary>
internal abstract record PlotLayer
{
    /// <summary>What the legend calls it, or <see langword="null"/> for no entry.</summary>
    public string? Label { get; init; }

    /// <summary>Its elements.</summary>
    /// <param name="frame">The plot.</param>
    public abstract IEnumerable<XElement> Draw(PlotFrame frame);

    /// <summary>Its sample in the legend.</summary>
    /// <param name="left">The left end of the sample.</param>
    /// <param name="width">Its width.</param>
    public virtual IEnumerable<XElement> Sample(SvgPoint left, double width) => [];
}
