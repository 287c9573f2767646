using Spectre.Console;
using Spectre.Console.Rendering;

namespace FiniteNCheck.Reporting.Text;

/// <summary>A table with one rule of ASCII dashes under its header and nothing else: it survives every terminal, pipe and mail.</summary>
internal sealed class RuledBorder : TableBorder
{
    /// <summary>The border; it has no state.</summary>
    public static RuledBorder Instance { get; } = new();

    /// <inheritdoc/>
    public override string GetPart(TableBorderPart part) => part switch
    {
        TableBorderPart.HeaderBottom => "-",
        TableBorderPart.HeaderBottomSeparator => "-",
        TableBorderPart.HeaderBottomLeft or TableBorderPart.HeaderBottomRight => "-",
        _ => " ",
    };
}
