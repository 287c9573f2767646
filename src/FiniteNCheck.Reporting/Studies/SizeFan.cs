using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>Exact values of every size as marks, from light to dark; the legend names the smallest and the largest size.</summary>
internal static class SizeFan
{
    /// <summary>The marks, one layer for each size.</summary>
    /// <param name="sizes">The total numbers of spins, increasing.</param>
    /// <param name="pointsOf">The values at the size with an index, and where each is; those that are not finite are left out.</param>
    public static IEnumerable<PlotLayer> Draw(int[] sizes, Func<int, IEnumerable<(double X, double Y, string Place)>> pointsOf)
    {
        for (int size = 0; size < sizes.Length; size++)
        {
            (double X, double Y, string Place)[] points = [.. pointsOf(size).Where(point => double.IsFinite(point.Y))];
            yield return new MarkerLayer([.. points.Select(point => (point.X, point.Y))], IsFilled: true)
            {
                Radius = 3.2,
                LineWidth = 0.6,
                Fill = ColorScale.At(sizes.Length == 1 ? 1 : (double)size / (sizes.Length - 1)),
                Hints = [.. points.Select(point => $"{point.Place}, N = {sizes[size]}: {Digits.Cell(point.Y)}")],
                Label = size > 0 && size < sizes.Length - 1 ? null : $"exact, N = {sizes[size]}",
            };
        }
    }
}
