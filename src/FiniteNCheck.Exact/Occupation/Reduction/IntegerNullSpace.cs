namespace FiniteNCheck.Exact.Occupation.Reduction;

/// <summary>Vectors of whole numbers whose products with given vectors all vanish, over the whole numbers or modulo 2.</summary>
internal static class IntegerNullSpace
{
    /// <summary>A basis of the vectors q with <c>q . v = 0</c>.</summary>
    /// <param name="vectors">The vectors v.</param>
    /// <param name="length">Their length.</param>
    public static List<long[]> Rational(IEnumerable<int[]> vectors, int length)
    {
        var rows = new List<(int Pivot, long[] Row)>();
        foreach (int[] vector in vectors)
        {
            long[] row = [.. vector.Select(each => (long)each)];
            foreach ((int pivot, long[] other) in rows)
            {
                Eliminate(row, other, pivot);
            }

            int own = Array.FindIndex(row, each => each != 0);
            if (own >= 0)
            {
                foreach ((_, long[] other) in rows)
                {
                    Eliminate(other, row, own);
                }

                rows.Add((own, row));
            }
        }

        var basis = new List<long[]>();
        for (int free = 0; free < length; free++)
        {
            if (rows.Any(row => row.Pivot == free))
            {
                continue;
            }

            // With every pivot's row scaled to the same pivot, the others follow from the free one.
            long scale = rows.Aggregate(1L, (lcm, row) => lcm / Divisor(lcm, row.Row[row.Pivot]) * Math.Abs(row.Row[row.Pivot]));
            long[] q = new long[length];
            q[free] = scale;
            foreach ((int pivot, long[] row) in rows)
            {
                q[pivot] = -scale / row[pivot] * row[free];
            }

            Reduce(q);
            basis.Add(q);
        }

        return basis;
    }

    /// <summary>A basis of the vectors q of zeros and ones with <c>q . v</c> even.</summary>
    /// <param name="vectors">The vectors v.</param>
    /// <param name="length">Their length, at most 64.</param>
    public static List<ulong> Binary(IEnumerable<int[]> vectors, int length)
    {
        var rows = new List<(int Pivot, ulong Row)>();
        foreach (int[] vector in vectors)
        {
            ulong row = vector.Index().Aggregate(0UL, (bits, each) => bits | ((ulong)(each.Item & 1) << each.Index));
            foreach ((int pivot, ulong other) in rows)
            {
                row ^= ((row >> pivot) & 1) == 1 ? other : 0;
            }

            if (row != 0)
            {
                int own = System.Numerics.BitOperations.TrailingZeroCount(row);
                rows = [.. rows.Select(each => (each.Pivot, ((each.Row >> own) & 1) == 1 ? each.Row ^ row : each.Row)), (own, row)];
            }
        }

        return
        [
            .. from free in Enumerable.Range(0, length)
               where !rows.Any(row => row.Pivot == free)
               select rows.Where(row => ((row.Row >> free) & 1) == 1).Aggregate(1UL << free, (q, row) => q | (1UL << row.Pivot)),
        ];
    }

    private static void Eliminate(long[] row, long[] by, int pivot)
    {
        if (row[pivot] == 0)
        {
            return;
        }

        long divisor = Divisor(row[pivot], by[pivot]);
        (long own, long other) = (by[pivot] / divisor, row[pivot] / divisor);
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = checked((own * row[i]) - (other * by[i]));
        }

        Reduce(row);
    }

    private static void Reduce(long[] row)
    {
        long divisor = row.Aggregate(0L, Divisor);
        for (int i = 0; divisor > 1 && i < row.Length; i++)
        {
            row[i] /= divisor;
        }
    }

    private static long Divisor(long a, long b) => b == 0 ? Math.Abs(a) : Divisor(b, a % b);
}
