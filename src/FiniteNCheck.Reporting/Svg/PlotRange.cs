namespace FiniteNCheck.Reporting.Svg;

/// <summary>Ranges of axes.</summary>
internal static class PlotRange
{
    private const double Margin = 0.06;

    // Numbers that differ by less are the same to a reader.
    private const double MinHalf = 1e-7;

    /// <summary>A range with a margin around numbers.</summary>
    /// <param name="values">The numbers; those that are not finite do not count.</param>
    /// <param name="minHalf">The smallest half width, relative to a size of one or more.</param>
    public static (double Low, double High) Around(IEnumerable<double> values, double minHalf = MinHalf)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return (0, 1);
        }

        double middle = (finite.Min() + finite.Max()) / 2;
        double half = Math.Max((finite.Max() - finite.Min()) / 2 * (1 + (2 * Margin)), minHalf * Math.Max(1, Math.Abs(middle)));
        return (middle - half, middle + half);
    }
}
