namespace FiniteNCheck.Numerics;

/// <summary>The nonzero elements of a square matrix, row by row. Elements added twice add up.</summary>
/// <param name="count">The number of rows.</param>
public sealed class SparseRows(int count)
{
    private readonly List<(int Column, double Value)>[] rows = [.. Enumerable.Range(0, count).Select(_ => new List<(int, double)>())];

    /// <summary>The number of rows.</summary>
    public int Count => count;

    /// <summary>Adds an element.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="value">The value; finite.</param>
    public void Add(int row, int column, double value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)count, nameof(column));
        rows[row].Add((column, value));
    }

    /// <summary>The elements of one row, in the order in which they were added.</summary>
    /// <param name="row">The row.</param>
    public IReadOnlyList<(int Column, double Value)> Row(int row) => rows[row];

    /// <summary>
    /// An order of the rows in which nonzero elements lie close to the diagonal: breadth first from a row far from the others, neighbours
    /// with few neighbours first, then reversed (Cuthill and McKee 1969, reversed by George).
    /// </summary>
    /// <returns>The rows in their new order.</returns>
    public int[] OrderByBandwidth()
    {
        int[][] neighbours = Neighbours();
        var order = new List<int>(count);
        bool[] visited = new bool[count];
        foreach (int start in Enumerable.Range(0, count).OrderBy(row => neighbours[row].Length))
        {
            if (!visited[start])
            {
                // The last row reached from any row is far from the middle: two sweeps find one near an end.
                int far = Visit(Visit(start, (bool[])visited.Clone(), [])[^1], (bool[])visited.Clone(), [])[^1];
                Visit(far, visited, order);
            }
        }

        order.Reverse();
        return [.. order];

        List<int> Visit(int first, bool[] seen, List<int> found)
        {
            int next = found.Count;
            found.Add(first);
            seen[first] = true;
            for (; next < found.Count; next++)
            {
                foreach (int neighbour in neighbours[found[next]])
                {
                    if (!seen[neighbour])
                    {
                        seen[neighbour] = true;
                        found.Add(neighbour);
                    }
                }
            }

            return found;
        }
    }

    // For each row the others that it is joined with by an element on either side, those with few neighbours first.
    private int[][] Neighbours()
    {
        var sets = new HashSet<int>[count];
        for (int row = 0; row < count; row++)
        {
            sets[row] = [];
        }

        for (int row = 0; row < count; row++)
        {
            foreach ((int column, double value) in rows[row])
            {
                if (column != row && value != 0)
                {
                    sets[row].Add(column);
                    sets[column].Add(row);
                }
            }
        }

        return [.. sets.Select(set => set.OrderBy(row => sets[row].Count).ThenBy(row => row).ToArray())];
    }
}
