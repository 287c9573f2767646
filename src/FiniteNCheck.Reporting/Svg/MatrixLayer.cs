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

    // Here black and white have the same contrast, 4.58:1; two greys would have less than the 4.5:1 that is readable.
    private const double MiddleLuminance = 0.179;

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
                yield return SvgElement.Rectangle(left, top, width, height, fill, "#777777");
                if (width >= RoomForNumber)
                {
                    yield return Number(value, fill, new SvgPoint(left + (width / 2), top + (height / 2) + 3.5));
                }
            }
        }
    }

    /// <summary>The number with few digits; the table beside the picture has them all.</summary>
    private static XElement Number(double value, string behind, SvgPoint at)
    {
        double size = Math.Abs(value);
        string text = value == 0 ? "0" : value.ToString(size is >= 0.005 and < 100 ? "0.00" : "0e+0", CultureInfo.InvariantCulture);
        XElement element = SvgElement.Text(text, at, 10, "middle");
        element.SetAttributeValue("fill", ColorScale.Luminance(behind) > MiddleLuminance ? SvgElement.OnLight : SvgElement.OnDark);
        return element;
    }
}
