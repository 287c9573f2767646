using System.Collections.Immutable;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;
using FiniteNCheck.Verification.Sweeps;

// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>Reads a table of predicted numbers: columns <c>observable, time, value[, error]</c>, and one per axis of a sweep.</summary>
internal static class TableReader
{
    private const string Observable = "observable";
    private const string Time = "time";
    private const string Value = "value";
    private const string Error = "error";

    /// <summary>Reads a table.</summary>
    /// <param name="name">The name of the prediction.</param>
    /// <param name="node">Where the study file names the table.</param>
    /// <param name="file">The table.</param>
    /// <param name="find">Finds a quantity by its name.</param>
    /// <param name="times">The times of the study.</param>
    /// <param name="axes">The axes of the sweep, if any.</param>
    public static TablePrediction Read(
        string name,
        YamlNode node,
        string file,
        Func<string, Quantity?> find,
        ImmutableArray<double> times,
        ImmutableArray<SweepAxis> axes)
    {
        if (axes.FirstOrDefault(axis => axis.Name is Observable or Time or Value or Error) is { } axis)
        {
            throw node.Error(
                "a table for a sweep whose axes have other names than the other columns",
                "Give the axis another 'name'.",
                $"an axis of the sweep called {Wording.Quote(axis.Name)}");
        }

        CsvTable table = CsvFile.Load(file);
        string[] required = [Observable, Time, Value, .. axes.Select(axis => axis.Name)];
        string columns = $"the columns {string.Join(", ", required)} and {Error}";
        if (Array.Find(required, column => !table.Columns.Contains(column, StringComparer.Ordinal)) is { } missing)
        {
            throw new InputFileException(
                file, 1, string.Empty, $"no column {Wording.Quote(missing)}", columns, "Add it.");
        }

        if (table.Columns.Except([.. required, Error], StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InputFileException(
                file,
                1,
                string.Empty,
                $"an unknown column {Wording.Quote(unknown)}",
                columns,
                Wording.DidYouMean(unknown, [.. required, Error], "Remove it."));
        }

        if (table.Rows.IsEmpty)
        {
            throw new InputFileException(file, 1, string.Empty, "no row", "a row for every predicted number", "Add them.");
        }

        ImmutableArray<TableRow> rows = [.. table.Rows.Select(row => ReadRow(table, row, find, times, axes))];
        var duplicate = rows.Zip(table.Rows)
            .GroupBy(pair => (pair.First.Quantity.Name, pair.First.Time, string.Join(' ', pair.First.Axes)))
            .FirstOrDefault(group => group.Count() > 1);
        return duplicate is null
            ? new TablePrediction(name, file, rows) { Statement = $"the numbers of {node.Text()}" }
            : throw table.Error(duplicate.Last().Second, Observable, "one row for each quantity and time", "Remove one of the two rows.");
    }

    private static TableRow ReadRow(
        CsvTable table, CsvRow row, Func<string, Quantity?> find, ImmutableArray<double> times, ImmutableArray<SweepAxis> axes)
    {
        string text = table.Text(row, Observable);
        Quantity quantity = find(text) ?? throw table.Error(
            row,
            Observable,
            "an observable such as z.all, two of them with a comma, or a quantity of the study",
            "Correct the name; one with a comma stands in double quotes.");
        double time = table.Number(row, Time);
        if (!times.Any(each => TablePrediction.AreSame(each, time)))
        {
            throw table.Error(row, Time, "a time of the study", "Correct it, or add it to 'times' of the study.");
        }

        double error = table.Columns.Contains(Error, StringComparer.Ordinal) && table.Text(row, Error).Length > 0
            ? table.Number(row, Error)
            : 0;
        if (error < 0)
        {
            throw table.Error(row, Error, "a bound of the error, 0 or larger", "Correct it.");
        }

        foreach (SweepAxis axis in axes)
        {
            double value = table.Number(row, axis.Name);
            if (!axis.Values.Any(each => TablePrediction.AreSame(each, value)))
            {
                throw table.Error(row, axis.Name, "a value of the axis of the sweep", "Correct it, or remove the row.");
            }
        }

        return new TableRow(
            quantity, time, new Measured(table.Number(row, Value), error), [.. axes.Select(axis => table.Number(row, axis.Name))]);
    }
}
