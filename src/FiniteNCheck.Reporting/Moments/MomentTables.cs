using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>Tables of means and covariances that fit the width of the page.</summary>
internal static class MomentTables
{
    /// <summary>The widest number of a table with its margin: <c>-12345.678901</c> and a blank.</summary>
    private const int CellWidth = 14;

    /// <summary>The most times that are shown with a matrix each.</summary>
    private const int MaxMatrices = 6;

    /// <summary>Whether so many times are shown as a trace, a line each.</summary>
    /// <param name="times">The times.</param>
    public static bool IsTrace(ImmutableArray<double> times) => times.Length > MaxMatrices;

    /// <summary>Means of all times, then one covariance per time; of many times a trace of both.</summary>
    public static void Write(TextPage page, ImmutableArray<string> names, MomentSeries moments)
    {
        page.Line(HasLevels(names) ? "Means (populations and coherences per block)" : "Means (Pauli averages per block)");
        Series(page, names, moments.Times, moments.Mean);
        page.Line();
        if (IsTrace(moments.Times))
        {
            Trace(page, names, moments);
            return;
        }

        for (int time = 0; time < moments.Times.Length; time++)
        {
            page.Line($"Covariance ({BasisOf(names)}) at t = {Numeral.Of(moments.Times[time], 4)}");
            Matrix(page, names, moments.Covariance[time]);
            page.Line();
        }
    }

    /// <summary>Covariances with a line for each time: of every pair one element, and none that vanishes at all times.</summary>
    private static void Trace(TextPage page, ImmutableArray<string> names, MomentSeries moments)
    {
        (int Row, int Column)[] pairs =
        [
            .. from row in Enumerable.Range(0, names.Length)
               from column in Enumerable.Range(row, names.Length - row)
               select (row, column),
        ];
        string zero = Digits.Cell(0);
        (int Row, int Column)[] shown =
        [
            .. pairs.Where(pair => moments.Covariance.Any(matrix =>
                !string.Equals(Digits.Cell(matrix[pair.Row, pair.Column]), zero, StringComparison.Ordinal))),
        ];
        string hidden = pairs.Length == shown.Length ? "" : $"; {pairs.Length - shown.Length} of {pairs.Length} vanish at all times";
        page.Line($"Covariances ({BasisOf(names)}){hidden}");
        if (shown.Length > 0)
        {
            Series(
                page,
                [.. shown.Select(pair => $"{names[pair.Row]},{names[pair.Column]}")],
                moments.Times,
                [.. moments.Covariance.Select(matrix => shown.Select(pair => matrix[pair.Row, pair.Column]).ToArray())]);
        }

        page.Line();
    }

    /// <summary>A line for each time, in as many column groups as the width demands.</summary>
    private static void Series(TextPage page, ImmutableArray<string> names, ImmutableArray<double> times, ImmutableArray<double[]> values)
    {
        foreach (int[] columns in Groups(names, page.Width, 10))
        {
            page.Table(
                ["t", .. columns.Select(column => names[column])],
                times.Select(
                    (time, index) =>
                        (string[])[Numeral.Of(time, 4), .. columns.Select(column => Digits.Cell(values[index][column]))]));
        }
    }

    /// <summary>One matrix, in as many column groups as the width demands.</summary>
    public static void Matrix(TextPage page, ImmutableArray<string> names, double[,] matrix)
    {
        foreach (int[] columns in Groups(names, page.Width, names.Max(name => name.Length) + 2))
        {
            page.Table(
                ["<", .. columns.Select(column => names[column])],
                names.Select((name, row) => (string[])[name, .. columns.Select(column => Digits.Cell(matrix[row, column]))]));
        }
    }

    /// <summary>The blocks with their sizes in words.</summary>
    public static string SpinsOf(SymmetricModel model, ImmutableArray<int> spins) =>
        $"{spins.Sum()} {(model.Blocks.Any(block => !block.Levels.IsEmpty) ? "sites" : "spins")} "
        + $"({string.Join(", ", model.Blocks.Zip(spins, (block, size) => $"{block.Name} {size}"))})";

    private static string BasisOf(ImmutableArray<string> names) => HasLevels(names) ? "symmetrised" : "symmetrised, Pauli basis";

    private static bool HasLevels(ImmutableArray<string> names) => names.Any(name => name.Count(c => c == '.') > 1);

    private static IEnumerable<int[]> Groups(ImmutableArray<string> names, int width, int first)
    {
        int cell = Math.Max(CellWidth, names.Max(name => name.Length) + 2);

        // Whole blocks of x, y, z stay together where they fit.
        int fit = Math.Max(1, (width - first) / cell);
        return Enumerable.Range(0, names.Length).Chunk(fit >= 3 ? fit - (fit % 3) : fit);
    }
}
