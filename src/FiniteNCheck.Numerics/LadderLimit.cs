namespace FiniteNCheck.Numerics;

/// <summary>
/// Reads the limit off a ladder under <c>q(N) = q_inf + a/N + b/N^2 + ...</c> by successive elimination of powers of 1/N: the
/// Neville table of polynomials in 1/N, evaluated at 0 (Richardson 1911; Bulirsch and Stoer 1964).
/// </summary>
public static class LadderLimit
{
    /// <summary>
    /// The limit and its uncertainty. Degree k uses the k+1 largest sizes. Its uncertainty is the largest change on lowering the degree, on
    /// moving to the next smaller sizes, and on both, plus the errors of the points carried through; the degree with the smallest
    /// uncertainty is taken. A change on lowering the degree is the error of the <i>lower</i> degree, so the statement is on the safe side
    /// where the series converges; where it does not, the changes are as large as the error.
    /// </summary>
    /// <param name="ladder">At least four sizes.</param>
    /// <exception cref="ArgumentException">The ladder has fewer than four sizes.</exception>
    public static LimitEstimate Read(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        if (ladder.Count < Ladder.FewestPoints)
        {
            throw new ArgumentException($"The ladder has {ladder.Count} sizes: at least {Ladder.FewestPoints} are needed.", nameof(ladder));
        }

        (double Value, double Error)[,] table = Eliminate(ladder);
        int last = ladder.Count - 1;
        if (ladder.IsConstant)
        {
            return Constant(ladder, table);
        }

        LimitEstimate? best = null;
        for (int degree = 1; degree < last; degree++)
        {
            double value = table[degree, last].Value;
            double change = Math.Max(
                Math.Abs(value - table[degree - 1, last].Value),
                Math.Max(Math.Abs(value - table[degree, last - 1].Value), Math.Abs(value - table[degree - 1, last - 1].Value)));
            double uncertainty = change + table[degree, last].Error;
            if (best is null || uncertainty < best.Uncertainty)
            {
                best = new LimitEstimate(value, uncertainty, degree, table[1, last].Value, table[2, last].Value);
            }
        }

        return best!;
    }

    /// <summary>A constant ladder: the value with the smallest error bound; the others differ from it by no more than errors.</summary>
    private static LimitEstimate Constant(Ladder ladder, (double Value, double Error)[,] table)
    {
        double low = ladder.Values.Min();
        double high = ladder.Values.Max();
        int last = ladder.Count - 1;
        double uncertainty = ((high - low) / 2) + ladder.Errors.Max();
        return new LimitEstimate((low + high) / 2, uncertainty, 0, table[1, last].Value, table[2, last].Value);
    }

    /// <summary>
    /// <c>T[k, i]</c>: the polynomial of degree k in h = 1/N through the points i-k, ..., i, at h = 0, by
    /// <c>T[k,i] = (h_{i-k} T[k-1,i] - h_i T[k-1,i-1]) / (h_{i-k} - h_i)</c>; and the bound <c>sum_j |dT/dq_j| e_j</c> of its error.
    /// </summary>
    private static (double Value, double Error)[,] Eliminate(Ladder ladder)
    {
        int count = ladder.Count;
        double[] h = ladder.ScaledInverses();
        double[,][] weights = new double[count, count][];
        (double Value, double Error)[,] table = new (double Value, double Error)[count, count];
        for (int i = 0; i < count; i++)
        {
            weights[0, i] = new double[count];
            weights[0, i][i] = 1;
            table[0, i] = (ladder.Values[i], ladder.Errors[i]);
        }

        for (int k = 1; k < count; k++)
        {
            for (int i = k; i < count; i++)
            {
                double upper = h[i - k] / (h[i - k] - h[i]);
                double lower = -h[i] / (h[i - k] - h[i]);
                weights[k, i] = new double[count];
                double error = 0;
                for (int j = i - k; j <= i; j++)
                {
                    weights[k, i][j] = (upper * weights[k - 1, i][j]) + (lower * weights[k - 1, i - 1][j]);
                    error += Math.Abs(weights[k, i][j]) * ladder.Errors[j];
                }

                table[k, i] = ((upper * table[k - 1, i].Value) + (lower * table[k - 1, i - 1].Value), error);
            }
        }

        return table;
    }
}
