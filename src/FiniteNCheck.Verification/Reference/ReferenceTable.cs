using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>A table of numbers with a unit and tolerances per column. Immutable.</summary>
public sealed class ReferenceTable
{
    /// <summary>Creates a table.</summary>
    /// <param name="columns">The columns, at least one, names distinct.</param>
    /// <param name="rows">The rows, one number per column.</param>
    /// <exception cref="InputException">A column is malformed, or a row does not have one value per column.</exception>
    public ReferenceTable(IEnumerable<ReferenceColumn> columns, IEnumerable<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        Columns = [.. columns];
        Rows = [.. rows.Select(row => row.ToImmutableArray())];
        if (Columns.IsEmpty)
        {
            throw new InputException("The table has no column: give at least one.");
        }

        if (Columns.FirstOrDefault(column => column.Problem() is not null) is { } bad)
        {
            throw new InputException(
                $"A column has {bad.Problem()}: names and units are words without blanks, commas and quotes, "
                + "tolerances finite and not negative. Correct it.");
        }

        if (Columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InputException($"The column '{duplicate.Key}' is there {duplicate.Count()} times: names are distinct. Rename one.");
        }

        for (int row = 0; row < Rows.Length; row++)
        {
            if (Rows[row].Length != Columns.Length)
            {
                throw new InputException(
                    $"Row {row + 1} of the table has {Rows[row].Length} values for {Columns.Length} columns: give one value per column.");
            }
        }
    }

    /// <summary>The columns.</summary>
    public ImmutableArray<ReferenceColumn> Columns { get; }

    /// <summary>The rows: <c>Rows[row][column]</c>.</summary>
    public ImmutableArray<ImmutableArray<double>> Rows { get; }

    /// <summary>The index of a column, or -1.</summary>
    /// <param name="name">Its name.</param>
    public int IndexOf(string name)
    {
        for (int index = 0; index < Columns.Length; index++)
        {
            if (string.Equals(Columns[index].Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Names a row by its leading key columns, such as <c>n = 5, time = 0.5</c>, or by its number if there are none.</summary>
    /// <param name="row">Index of the row.</param>
    internal string Label(int row)
    {
        string[] keys =
        [
            .. Columns.TakeWhile(column => column.IsKey).Select((column, index) => $"{column.Name} = {Numeral.Exact(Rows[row][index])}"),
        ];
        return keys.Length == 0 ? $"row {row + 1}" : string.Join(", ", keys);
    }
}
