using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The numbers of a claim against N, if its evidence is a ladder or a bound.</summary>
internal static class EvidencePlot
{
    private const string SizePrefix = "N = ";
    private const int MinSizes = 3;

    // Below it a difference is rounding, and a logarithm of it says nothing.
    private const double Smallest = 1e-15;

    /// <summary>The figure of one table, or <see langword="null"/> where it has no sizes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="evidence">The table.</param>
    public static ReportFigure? Draw(FigureName name, Evidence evidence)
    {
        (string quantity, SizeSeries[] series) =
            HasSizes(evidence) ? Ladders(evidence)
            : IsBound(evidence) ? ("left side/bound", Ratios(evidence))
            : ("", []);
        SizeSeries[] drawn =
        [
            .. series
                .Where(each => each.Points.Length >= MinSizes)
                .OrderByDescending(each => each.Points[^1].Y)
                .Take(Palette.Series.Length),
        ];
        if (drawn.Length == 0)
        {
            return null;
        }

        string which =
            drawn.Length == series.Length
                ? ""
                : $" The {drawn.Length} of {series.Length} rows with the largest values at the largest N.";
        return new ReportFigure(
            name,
            evidence.Title,
            $"{evidence.Title}.{which}",
            [PlotOf(quantity, drawn)],
            1,
            Csv(quantity, series));
    }

    private static bool HasSizes(Evidence evidence) => Sizes(evidence).Length >= MinSizes;

    private static bool IsBound(Evidence evidence) => evidence.Columns is [_, "N", "left side", "bound", "ratio"];

    private static ImmutableArray<(int Column, double Spins)> Sizes(Evidence evidence) =>
    [
        .. evidence.Columns.Select((column, i) => (i, column))
            .Where(each => each.column.StartsWith(SizePrefix, StringComparison.Ordinal))
            .Select(each => (each.i, double.Parse(each.column.AsSpan(SizePrefix.Length), CultureInfo.InvariantCulture))),
    ];

    /// <summary>Each row against N: its distance from the prediction, or the values themselves if there is none.</summary>
    private static (string Quantity, SizeSeries[] Series) Ladders(Evidence evidence)
    {
        ImmutableArray<(int Column, double Spins)> sizes = Sizes(evidence);
        int target = evidence.Columns.IndexOf("predicted");
        return (
            target < 0 ? "value" : "|exact − predicted|",
            [
                .. evidence.Rows.Select(row => new SizeSeries(
                    string.Join(", t = ", row.Take(sizes[0].Column).Select(cell => cell.Text ?? Numeral.Of(cell.Number, 4))),
                    Positive(
                        sizes.Select(size =>
                            (size.Spins, Math.Abs(row[size.Column].Number - (target < 0 ? 0 : row[target].Number))))))),
            ]);
    }

    private static SizeSeries[] Ratios(Evidence evidence) =>
    [
        .. evidence.Rows.GroupBy(row => row[0].Text ?? "", StringComparer.Ordinal)
            .Select(point => new SizeSeries(point.Key, Positive(point.Select(row => (row[1].Number, row[^1].Number))))),
    ];

    private static ImmutableArray<(double X, double Y)> Positive(IEnumerable<(double X, double Y)> points) =>
        [.. points.Where(point => double.IsFinite(point.Y) && point.Y > Smallest)];

    private static Plot PlotOf(string quantity, SizeSeries[] drawn)
    {
        double[] values = [.. drawn.SelectMany(each => each.Points).Select(point => point.Y)];
        double[] sizes = [.. drawn.SelectMany(each => each.Points).Select(point => point.X).Distinct().Order()];
        return new Plot(
            $"{quantity} against N",
            PlotAxis.OfSizes("N (spins)", sizes),
            new PlotAxis(quantity, values.Min() / 2, values.Max() * 2, IsLogarithmic: true),
            [
                .. drawn.Select((each, i) => new LineLayer(each.Points)
                {
                    Stroke = Palette.Series[i].Stroke,
                    Dash = Palette.Series[i].Dash,
                    Width = 1.5,
                    IsMarked = true,
                    Label = each.Name,
                }),
            ]);
    }

    private static string Csv(string quantity, SizeSeries[] series)
    {
        CsvText csv = new("row", "spins", quantity);
        foreach (SizeSeries each in series)
        {
            foreach ((double spins, double value) in each.Points)
            {
                csv.Row(each.Name, Digits.Shortest(spins), Digits.Full(value));
            }
        }

        return csv.ToString();
    }

    private sealed record SizeSeries(string Name, ImmutableArray<(double X, double Y)> Points);
}
