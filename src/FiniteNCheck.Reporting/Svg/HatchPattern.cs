using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>A pattern that tells regions apart without colour.</summary>
/// <param name="Id">Its name within a document.</param>
/// <param name="Drawing">The path of its tile, eight units wide and high.</param>
/// <param name="Background">The colour behind its lines.</param>
internal sealed record HatchPattern(string Id, string Drawing, string Background)
{
    private const string Tile = "8";

    /// <summary>Lines rising to the right.</summary>
    public static HatchPattern Rising { get; } = new("hatch-rising", "M-2,2L2,-2M0,8L8,0M6,10L10,6", "#f4f4f4");

    /// <summary>Lines crossing.</summary>
    public static HatchPattern Crossed { get; } = new("hatch-crossed", "M0,0L8,8M0,8L8,0", "#f9dcd2");

    /// <summary>Dots.</summary>
    public static HatchPattern Dotted { get; } = new("hatch-dotted", "M1,2H2.4M5,6H6.4", "#ffffff");

    /// <summary>Cells whose prediction is confirmed.</summary>
    public static HatchPattern Confirmed { get; } = new("verdict-confirmed", "M0,0", "#cfe8d5");

    /// <summary>Cells whose prediction is refuted.</summary>
    public static HatchPattern Refuted { get; } = new("verdict-refuted", "M-2,2L2,-2M0,8L8,0M6,10L10,6", "#f6c8bd");

    /// <summary>Cells whose prediction is not decided.</summary>
    public static HatchPattern Inconclusive { get; } = new("verdict-inconclusive", "M0,0L8,8M0,8L8,0", "#f3e2ac");

    /// <summary>All patterns.</summary>
    public static ImmutableArray<HatchPattern> All { get; } = [Rising, Crossed, Dotted, Confirmed, Refuted, Inconclusive];

    /// <summary>The value of an attribute <c>fill</c>.</summary>
    public string Fill => $"url(#{Id})";

    /// <summary>The definition, for the head of a document.</summary>
    public XElement Definition()
    {
        XElement pattern = SvgElement.Of("pattern", ("id", Id), ("width", Tile), ("height", Tile), ("patternUnits", "userSpaceOnUse"));
        pattern.Add(SvgElement.Of("rect", ("width", Tile), ("height", Tile), ("fill", Background)));
        pattern.Add(SvgElement.Of("path", ("d", Drawing), ("stroke", "#555555"), ("stroke-width", "1.2"), ("fill", "none")));
        return pattern;
    }
}
