using System.Collections.Immutable;
using System.Globalization;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>
/// Colours of classes of values, from light to dark: the luminance falls steadily, so that the order survives print
/// in grey and any colour blindness.
/// </summary>
internal sealed record ColorScale
{
    // From pale yellow through green to dark blue; the luminance falls from each to the next.
    private static readonly (double Red, double Green, double Blue)[] Stops =
        [(255, 253, 224), (217, 236, 170), (140, 207, 160), (66, 163, 168), (44, 108, 158), (36, 54, 120), (20, 18, 62)];

    // From blue through nearly white to brown: both ends dark, the sign by the hue.
    private static readonly (double Red, double Green, double Blue)[] SignedStops =
        [(16, 70, 128), (92, 148, 200), (180, 210, 235), (248, 248, 246), (245, 205, 155), (214, 130, 60), (130, 56, 8)];

    // The same signs on a dark page: both ends light, the middle dark.
    private static readonly (double Red, double Green, double Blue)[] DarkSignedStops =
        [(150, 205, 255), (84, 148, 206), (40, 76, 112), (34, 37, 42), (104, 66, 30), (198, 124, 58), (255, 190, 120)];

    private static readonly int[] Round = [1, 2, 5];

    private const int Half = 5;
    private const int SignedClasses = (2 * Half) + 1;

    /// <summary>Here black and white have the same contrast, 4.58:1; two greys would have less than the 4.5:1 that is readable.</summary>
    public const double MiddleLuminance = 0.179;

    /// <summary>What the colours show, with its unit.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The limits of the classes, increasing: class i lies between limits i and i + 1. Values beyond the ends belong
    /// to the outer classes.
    /// </summary>
    public required ImmutableArray<double> Limits { get; init; }

    /// <summary>Whether colours show the sign: classes below zero are blue, above zero brown, darker with distance from zero.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The number of classes.</summary>
    public int Classes => Limits.Length - 1;

    /// <summary>Classes of equal width between 0 and a round number that the values do not exceed.</summary>
    /// <param name="label">What the colours show.</param>
    /// <param name="values">The values; those that are not finite do not count.</param>
    public static ColorScale FromZero(string label, IEnumerable<double> values)
    {
        double largest = values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var axis = new PlotAxis("", 0, largest > 1e-12 ? largest : 1);
        double step = axis.Ticks[1].Value / 2;
        int classes = Math.Max(2, (int)Math.Ceiling((largest / step) - 1e-9));
        return new ColorScale { Label = label, Limits = [.. Enumerable.Range(0, classes + 1).Select(i => i * step)] };
    }

    /// <summary>
    /// Classes between 0 and limits 1, 2, 5, 10, 20 ... times a power of ten, for values that span decades; the first
    /// class reaches from 0 to a thousandth of the last limit or so.
    /// </summary>
    /// <param name="label">What the colours show.</param>
    /// <param name="values">The values; those that are not finite do not count.</param>
    public static ColorScale Geometric(string label, IEnumerable<double> values)
    {
        const int MaxClasses = 10;
        double largest = Math.Max(values.Where(double.IsFinite).DefaultIfEmpty(0).Max(), 1e-9);
        int decade = (int)Math.Floor(Math.Log10(largest));
        double[] steps = [.. Enumerable.Range(decade - 3, 5).SelectMany(power => Round.Select(factor => factor * Math.Pow(10, power)))];
        int last = Array.FindIndex(steps, step => step >= largest * (1 - 1e-12));
        return new ColorScale { Label = label, Limits = [0, .. steps[Math.Max(0, last + 2 - MaxClasses)..(last + 1)]] };
    }

    /// <summary>
    /// An odd number of classes of equal width, the middle one around zero, up to a number that the sizes of the
    /// values do not exceed.
    /// </summary>
    /// <param name="label">What the colours show.</param>
    /// <param name="values">The values; those that are not finite do not count.</param>
    public static ColorScale Signed(string label, IEnumerable<double> values)
    {
        double largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double step = (largest > 0 ? largest : 1) / (Half + 0.5);
        return new ColorScale
        {
            Label = label,
            Limits = [.. Enumerable.Range(-Half, (2 * Half) + 2).Select(i => (i - 0.5) * step)],
            IsSigned = true,
        };
    }

    /// <summary>The class of a value.</summary>
    /// <param name="value">The value, finite.</param>
    public int ClassOf(double value)
    {
        int index = Limits.Count(limit => value >= limit) - 1;
        return Math.Clamp(index, 0, Classes - 1);
    }

    /// <summary>The colour of a class.</summary>
    /// <param name="index">The class.</param>
    public string ColorOf(int index) => Mixed(IsSigned ? SignedStops : Stops, Classes == 1 ? 0.5 : (double)index / (Classes - 1));

    /// <summary>
    /// The name of the cells of a class, for a page that is dark in the dark; <see langword="null"/> for scales without a dark form.
    /// </summary>
    /// <param name="index">The class.</param>
    public string? CellName(int index) => IsSigned && Classes == SignedClasses ? $"cell-{index}" : null;

    /// <summary>The name of the texts on such cells.</summary>
    /// <param name="index">The class.</param>
    public string? TextName(int index) => IsSigned && Classes == SignedClasses ? $"on-cell-{index}" : null;

    /// <summary>Rules of a style sheet for such cells and their texts on a dark page.</summary>
    public static string DarkRules() => string.Concat(Enumerable.Range(0, SignedClasses).Select(index =>
    {
        string fill = Mixed(DarkSignedStops, (double)index / (SignedClasses - 1));
        string text = Luminance(fill) > MiddleLuminance ? SvgElement.OnLight : SvgElement.OnDark;
        return $"svg .cell-{index} {{ fill: {fill}; }}\nsvg .on-cell-{index} {{ fill: {text}; }}\n";
    }));

    /// <summary>The text of a limit.</summary>
    /// <param name="limit">The limit.</param>
    public static string TextOf(double limit) =>
        limit.ToString(limit == 0 || Math.Abs(limit) >= 1e-3 ? "G3" : "0.##e+0", CultureInfo.InvariantCulture);

    /// <summary>A colour along the scale.</summary>
    /// <param name="position">0 for the lightest, 1 for the darkest.</param>
    public static string At(double position) => Mixed(Stops, position);

    /// <summary>The relative luminance of a colour, 0 to 1 (WCAG 2.2: linear light with ITU-R BT.709 weights).</summary>
    /// <param name="color">The colour, <c>#rrggbb</c>.</param>
    public static double Luminance(string color)
    {
        double Part(int start)
        {
            double part = int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    private static string Mixed((double Red, double Green, double Blue)[] stops, double position)
    {
        double along = Math.Clamp(position, 0, 1) * (stops.Length - 1);
        int index = Math.Min((int)along, stops.Length - 2);
        double share = along - index;
        string Part(double from, double to) => ((int)Math.Round(from + ((to - from) * share))).ToString("x2", CultureInfo.InvariantCulture);
        ((double red, double green, double blue), (double nextRed, double nextGreen, double nextBlue)) = (stops[index], stops[index + 1]);
        return $"#{Part(red, nextRed)}{Part(green, nextGreen)}{Part(blue, nextBlue)}";
    }
}
