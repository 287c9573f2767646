namespace FiniteNCheck.Numerics;

/// <summary>
/// The factors <c>A = L U</c> of a sparse matrix in envelope storage, without pivoting: each row of L and each column of U is held from its
/// first nonzero element to the diagonal, after the rows were put in an order of small bandwidth.
/// </summary>
/// <remarks>
/// Without pivoting the factors are accurate where the diagonal dominates, as for a generator minus a positive shift. Where a pivot
/// vanishes it is replaced, and the factors are those of a matrix nearby: good enough for a preconditioner, whose user checks residuals.
/// </remarks>
public sealed class EnvelopeLu
{
    private const double SmallestPivot = 1e-12;

    private readonly int[] order;
    private readonly int[] first;
    private readonly double[][] lower;
    private readonly double[][] upper;
    private readonly double[] pivots;

    /// <summary>Factorises a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="shift">Subtracted from its diagonal.</param>
    /// <param name="cancellationToken">Cancels the factorisation with an <see cref="OperationCanceledException"/>.</param>
    public EnvelopeLu(SparseRows matrix, double shift = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        order = matrix.OrderByBandwidth();
        int count = matrix.Count;
        int[] place = new int[count];
        for (int i = 0; i < count; i++)
        {
            place[order[i]] = i;
        }

        first = FindEnvelope(matrix, place);
        lower = new double[count][];
        upper = new double[count][];
        pivots = new double[count];
        double scale = 0;
        for (int i = 0; i < count; i++)
        {
            lower[i] = new double[i - first[i]];
            upper[i] = new double[i - first[i]];
            Numbers += (2 * (i - first[i])) + 1;
        }

        for (int row = 0; row < count; row++)
        {
            foreach ((int column, double value) in matrix.Row(row))
            {
                (int i, int j) = (place[row], place[column]);
                if (i == j)
                {
                    pivots[i] += value;
                }
                else if (value != 0)
                {
                    (double[] half, int at) = i > j ? (lower[i], j - first[i]) : (upper[j], i - first[j]);
                    half[at] += value;
                }

                scale = Math.Max(scale, Math.Abs(value));
            }
        }

        for (int i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pivots[i] -= shift;
            Eliminate(i);
            if (!(Math.Abs(pivots[i]) > SmallestPivot * scale))
            {
                pivots[i] = scale > 0 ? -SmallestPivot * scale : -1;
            }
        }
    }

    /// <summary>The numbers that the factors hold.</summary>
    public long Numbers { get; }

    /// <summary>Solves <c>A x = b</c> for the numbers of long vectors at given places; other numbers stay.</summary>
    /// <param name="b">The right-hand side.</param>
    /// <param name="x">Receives the solution; may be <paramref name="b"/>.</param>
    /// <param name="places">Where the number of each row lies in both vectors.</param>
    public void Solve(double[] b, double[] x, int[] places)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(places);
        double[] y = new double[order.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = b[places[order[i]]] - LinearCombination.Dot(lower[i], y.AsSpan(first[i], i - first[i]));
        }

        for (int i = y.Length - 1; i >= 0; i--)
        {
            y[i] /= pivots[i];
            LinearCombination.AddScaled(y.AsSpan(first[i], i - first[i]), -y[i], upper[i]);
            x[places[order[i]]] = y[i];
        }
    }

    // Row i of L and column i of U from those before: each element less the product of what precedes it in its row and column.
    private void Eliminate(int i)
    {
        (double[] row, double[] column) = (lower[i], upper[i]);
        for (int j = first[i]; j < i; j++)
        {
            int from = Math.Max(first[i], first[j]);
            int length = j - from;
            if (length > 0)
            {
                (int here, int there) = (from - first[i], from - first[j]);
                row[j - first[i]] -= LinearCombination.Dot(row.AsSpan(here, length), upper[j].AsSpan(there, length));
                column[j - first[i]] -= LinearCombination.Dot(column.AsSpan(here, length), lower[j].AsSpan(there, length));
            }

            row[j - first[i]] /= pivots[j];
        }

        pivots[i] -= LinearCombination.Dot(row, column);
    }

    private static int[] FindEnvelope(SparseRows matrix, int[] place)
    {
        int[] start = [.. Enumerable.Range(0, matrix.Count)];
        for (int row = 0; row < matrix.Count; row++)
        {
            foreach ((int column, double value) in matrix.Row(row))
            {
                if (value != 0)
                {
                    (int i, int j) = (Math.Max(place[row], place[column]), Math.Min(place[row], place[column]));
                    start[i] = Math.Min(start[i], j);
                }
            }
        }

        return start;
    }
}
