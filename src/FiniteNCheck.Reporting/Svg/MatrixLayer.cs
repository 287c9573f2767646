using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>
/// A matrix, its first row at the top: cells filled by the class of their value, with the number in them where there
/// is room.
/// </summary>
/// <param name="Values">The matrix; an element that is not a number stays empty.</param>
/// <param name="Scale">The classes.</param>
internal sealed record MatrixLayer(double[,] Values, ColorScale Scale) : PlotLayer
{
    // Cells at least so wide hold a number of five characters.
    private const double RoomForNumber = 34;

    // As in tables: the accuracy that runs are held to.
    private const double Zero = 1e-9;

    /// <summary>What a cell says when it is pointed at, row by row; empty for nothing.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        int rows = Values.GetLength(0);
        int columns = Values.GetLength(1);
        double width = frame.Width / columns;
        double height = frame.Height / rows;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double value = Values[row, column];
                if (!double.IsFinite(value))
                {
                    continue;
                }

                string fill = Scale.ColorOf(Scale.ClassOf(value));
                double left = frame.Left + (column * width);
                double top = frame.Top + (row * height);
                XElement cell = SvgElement.Rectangle(left, top, width, height, fill, "#777777");
                cell.SetAttributeValue("class", Scale.CellName(Scale.ClassOf(value)));
                if (!Hints.IsEmpty)
                {
                    cell.Add(SvgElement.Hint(Hints[(row * columns) + column]));
                }

                yield return cell;
                if (width >= RoomForNumber)
                {
                    XElement number = Number(value, fill, new SvgPoint(left + (width / 2), top + (height / 2) + 3.5));
                    number.SetAttributeValue("class", Scale.TextName(Scale.ClassOf(value)));
                    yield return number;
                }
            }
        }
    }

    /// <summary>The number with few digits; the table beside the picture has them all.</summary>
    private static XElement Number(double value, string behind, SvgPoint at)
    {
        double size = Math.Abs(value);
        string text = size < Zero ? "0" : value.ToString(size is >= 0.005 and < 100 ? "0.00" : "0e+0", CultureInfo.InvariantCulture);
        XElement element = SvgElement.Text(text, at, 10, "middle");
        bool isLight = ColorScale.Luminance(behind) > ColorScale.MiddleLuminance;
        element.SetAttributeValue("fill", isLight ? SvgElement.OnLight : SvgElement.OnDark);
        return element;
    }
}
