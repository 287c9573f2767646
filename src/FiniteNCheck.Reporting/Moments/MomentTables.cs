using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>Tables of means and covariances that fit the width of the page.</summary>
internal static class MomentTables
{
    /// <summary>The widest number of a table with its margin: <c>-12345.678901</c> and a blank.</summary>
    private const int CellWidth = 14;

    /// <summary>Means of all times, then one covariance per time.</summary>
    public static void Write(TextPage page, CollectiveModel model, MomentSeries moments)
    {
        ImmutableArray<string> names = model.ObservableNames;
        page.Line("Means (Pauli averages per block)");
        foreach (int[] columns in Groups(names, page.Width, 10))
        {
            page.Table(
                ["t", .. columns.Select(column => names[column])],
                moments.Times.Select(
                    (time, index) =>
                        (string[])[Numeral.Of(time, 4), .. columns.Select(column => Digits.Cell(moments.Mean[index][column]))]));
        }

        page.Line();
        for (int time = 0; time < moments.Times.Length; time++)
        {
            page.Line($"Covariance (symmetrised, Pauli basis) at t = {Numeral.Of(moments.Times[time], 4)}");
            Matrix(page, names, moments.Covariance[time]);
            page.Line();
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
    public static string SpinsOf(CollectiveModel model, ImmutableArray<int> spins) =>
        $"{spins.Sum()} spins ({string.Join(", ", model.Blocks.Zip(spins, (block, size) => $"{block.Name} {size}"))})";

    private static IEnumerable<int[]> Groups(ImmutableArray<string> names, int width, int first)
    {
        int cell = Math.Max(CellWidth, names.Max(name => name.Length) + 2);

        // Whole blocks of x, y, z stay together where they fit.
        int fit = Math.Max(1, (width - first) / cell);
        return Enumerable.Range(0, names.Length).Chunk(fit >= 3 ? fit - (fit % 3) : fit);
    }
}
