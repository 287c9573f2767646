using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>
/// Compares fresh numbers with a <c>*.verified.csv</c>, each column within the tolerances that the
/// file states. One call in a test of your own:
/// <code>ReferenceComparer.Check("decay.verified.csv", new ReferenceTable(columns, rows));</code>
/// </summary>
public static class ReferenceComparer
{
    /// <summary>
    /// Returns if every number agrees; otherwise writes the fresh numbers as <c>*.received.csv</c>
    /// beside the file and throws. To accept them, rename that file. If no reference file exists yet,
    /// the fresh table is written with its own tolerances, and the call throws as well.
    /// </summary>
    /// <param name="verifiedPath">The reference file; its name ends in <c>.verified.csv</c>.</param>
    /// <param name="obtained">
    /// The fresh table. Columns are matched by name, in any order, and must have the units of the file; rows are matched by position. The
    /// tolerances of the file apply.
    /// </param>
    /// <exception cref="ReferenceMismatchException">
    /// Numbers, columns, units or rows disagree, or there is no reference file yet.
    /// </exception>
    /// <exception cref="InputException">The reference file is damaged.</exception>
    public static ReferenceComparison Check(string verifiedPath, ReferenceTable obtained)
    {
        ArgumentNullException.ThrowIfNull(verifiedPath);
        ArgumentNullException.ThrowIfNull(obtained);
        string name = Path.GetFileName(ReferenceFile.ReceivedBeside(verifiedPath))[..^ReferenceFile.ReceivedSuffix.Length];
        ReferenceFile fresh = new(name.Length == 0 ? "table" : name, "not stated yet", ReferenceKind.Table, Origin: null, obtained);
        ReferenceComparison comparison = Compare(verifiedPath, fresh);
        return comparison.Agrees ? comparison : throw new ReferenceMismatchException(comparison);
    }

    /// <summary>Compares a file with its header, without throwing on a mismatch.</summary>
    /// <param name="verifiedPath">The reference file.</param>
    /// <param name="received">The fresh numbers with their header.</param>
    /// <exception cref="InputException">The reference file is damaged.</exception>
    internal static ReferenceComparison Compare(string verifiedPath, ReferenceFile received)
    {
        string receivedPath = ReferenceFile.ReceivedBeside(verifiedPath);
        ReferenceFile? stored = File.Exists(verifiedPath) ? ReferenceFile.Read(verifiedPath) : null;
        ReferenceComparison comparison = stored is not null
            ? Compare(verifiedPath, stored, received)
            : new ReferenceComparison(
                verifiedPath,
                ReceivedPath: null,
                ["There is no such file yet: look at the fresh numbers and accept them."],
                [],
                Worst: null,
                0);
        if (comparison.Agrees)
        {
            return comparison;
        }

        (stored is { Kind: ReferenceKind.Table } ? Adopt(stored, received) : received).Write(receivedPath);
        return comparison with { ReceivedPath = receivedPath };
    }

    /// <summary>Compares without touching any file.</summary>
    /// <param name="path">The name of the stored file in the comparison.</param>
    /// <param name="expected">The stored file.</param>
    /// <param name="received">The fresh numbers with their header.</param>
    internal static ReferenceComparison Compare(string path, ReferenceFile expected, ReferenceFile received)
    {
        ReferenceTable table = expected.Table;
        ReferenceTable fresh = received.Table;
        ImmutableArray<string> problems = [.. ReferenceHeaderComparison.Problems(expected, received), .. ColumnProblems(table, fresh)];
        List<ReferenceDifference> all = [];
        for (int column = 0; column < table.Columns.Length; column++)
        {
            ReferenceColumn stored = table.Columns[column];
            int other = fresh.IndexOf(stored.Name);
            for (int row = 0; other >= 0 && row < Math.Min(table.Rows.Length, fresh.Rows.Length); row++)
            {
                double value = table.Rows[row][column];
                all.Add(new(table.Label(row), stored.Name, value, fresh.Rows[row][other], stored.Allowance(value)));
            }
        }

        return new ReferenceComparison(
            path,
            ReceivedPath: null,
            problems,
            [
                .. all.Where(difference => !difference.Agrees)
                    .OrderByDescending(difference => difference.Ratio)
                    .ThenByDescending(difference => Math.Abs(difference.Difference)),
            ],
            all.MaxBy(difference => difference.Ratio),
            all.Count);
    }

    /// <summary>Gives a plain table the name, purpose and tolerances of the file that it is to replace.</summary>
    private static ReferenceFile Adopt(ReferenceFile stored, ReferenceFile received)
    {
        IEnumerable<ReferenceColumn> columns = received.Table.Columns.Select(column =>
            stored.Table.IndexOf(column.Name) is >= 0 and var index ? stored.Table.Columns[index] with { Unit = column.Unit } : column);
        return stored with { Table = new ReferenceTable(columns, received.Table.Rows.Select(row => (IReadOnlyList<double>)row)) };
    }

    private static IEnumerable<string> ColumnProblems(ReferenceTable expected, ReferenceTable obtained)
    {
        foreach (ReferenceColumn column in expected.Columns)
        {
            int index = obtained.IndexOf(column.Name);
            if (index < 0)
            {
                yield return $"Column {column.Name} is missing from the fresh table.";
            }
            else if (!string.Equals(column.Unit, obtained.Columns[index].Unit, StringComparison.Ordinal))
            {
                yield return $"Column {column.Name} has the unit {column.Unit} in the file and {obtained.Columns[index].Unit} in the fresh "
                    + "table.";
            }
        }

        foreach (ReferenceColumn column in obtained.Columns.Where(column => expected.IndexOf(column.Name) < 0))
        {
            yield return $"Column {column.Name} of the fresh table is not in the file.";
        }

        if (expected.Rows.Length != obtained.Rows.Length)
        {
            yield return $"The fresh table has {obtained.Rows.Length} rows, the file {expected.Rows.Length}.";
        }
    }
}
