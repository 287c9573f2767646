namespace FiniteNCheck.Numerics;

/// <summary>
/// Extrapolates the limit of a ladder, assuming <c>q(N) = q_inf + a/N + b/N^2 + ...</c>, by successive elimination of powers of 1/N: the
/// Neville table of polynomials in 1/N, evaluated at 0 (Richardson 1911; Bulirsch and Stoer 1964).
/// </summary>
public static class LadderLimit
{
    // Two successive estimates can agree by accident, so their difference counts twice.
    private const double Caution = 2;

    // Without predicted corrections a plateau looks like a limit: all changes can be too small at once.
    private const double UnaidedCaution = 4;

    /// <summary>
    /// The limit and its uncertainty. Degree k uses the k+1 largest sizes, and its error is proportional to the product of their
    /// inverses. Its uncertainty is the propagated errors of the values plus twice (four times without predicted corrections) the
    /// largest of three changes: on lowering the degree; from the next smaller sizes, extrapolated to the limit by that
    /// proportionality; and on both. The degree with the smallest uncertainty is taken. The change on lowering the degree is the
    /// error of the <i>lower</i> degree, so the uncertainty is conservative if the series converges. If it does not, the changes
    /// are as large as the error.
    /// </summary>
    /// <param name="ladder">At least four sizes.</param>
    /// <param name="order">
    /// The observed order. If its interval contains no whole number, integer powers do not describe the ladder. The uncertainty is then at
    /// least twice the distance from the limits under the observed exponent.
    /// </param>
    /// <param name="foreseen">
    /// Independently predicted corrections, or <see langword="null"/>. Each degree is then also compared with the limit of the
    /// same sizes under the predicted coefficient of 1/N, and its uncertainty is at least the first term left out
    /// (<see cref="ForeseenCorrections.Remainder"/>). Without the coefficient only the latter applies. The limit of a degree never moves.
    /// </param>
    /// <exception cref="ArgumentException">The ladder has fewer than four sizes.</exception>
    public static LimitEstimate Read(Ladder ladder, OrderEstimate? order = null, ForeseenCorrections? foreseen = null)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        if (ladder.Count < Ladder.MinPoints)
        {
            throw new ArgumentException($"The ladder has {ladder.Count} sizes: at least {Ladder.MinPoints} are needed.", nameof(ladder));
        }

        (double Value, double Error)[,] table = Eliminate(ladder);
        if (ladder.IsConstant)
        {
            return Constant(ladder, table);
        }

        LimitEstimate best = Enumerable.Range(1, ladder.Count - 2)
            .Select(degree => AtDegree(degree, table, ladder, foreseen))
            .MinBy(estimate => estimate.Uncertainty)!;
        return order is null || HoldsWholeNumber(order)
            ? best
            : best with
            {
                Uncertainty = Math.Max(best.Uncertainty, Caution * DistanceUnderExponent(ladder, order, best.Value)),
            };
    }

    /// <summary>
    /// Estimates the largest size at which a ladder of the same proportions would reach a target uncertainty. The uncertainty of degree k
    /// follows its change from degree k-1, which falls like <c>N^-k</c>; the best degree counts. Never below the ladder's own largest size.
    /// </summary>
    /// <param name="ladder">At least four sizes, not constant.</param>
    /// <param name="foreseen">Independently predicted corrections, or <see langword="null"/>.</param>
    /// <param name="target">The target uncertainty, positive.</param>
    /// <returns>The size, or infinity if no larger one helps.</returns>
    public static double SizeFor(Ladder ladder, ForeseenCorrections? foreseen, double target)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        (double Value, double Error)[,] table = Eliminate(ladder);
        int last = ladder.Count - 1;
        return Enumerable.Range(1, ladder.Count - 2).Min(degree =>
        {
            // The errors of the values do not decrease with N.
            double room = target - table[degree, last].Error;
            double left = AtDegree(degree, table, ladder, foreseen).Uncertainty - table[degree, last].Error;
            return room <= 0 ? double.PositiveInfinity : ladder.Sizes[last] * Math.Max(1, Math.Pow(left / room, 1.0 / degree));
        });
    }

    private static LimitEstimate AtDegree(
        int degree, (double Value, double Error)[,] table, Ladder ladder, ForeseenCorrections? foreseen)
    {
        int last = ladder.Count - 1;
        double value = table[degree, last].Value;
        double ratio = ladder.Sizes[last] / ladder.Sizes[last - degree - 1];
        double change = Math.Max(
            Math.Abs(value - table[degree - 1, last].Value),
            Math.Max(
                Math.Abs(value - table[degree, last - 1].Value) * Math.Max(1, 1 / (ratio - 1)),
                Math.Abs(value - table[degree - 1, last - 1].Value)));
        ReadOnlySpan<double> sizes = ladder.Sizes.AsSpan()[(last - degree)..];
        double truncation = foreseen?.Coefficient is null
            ? UnaidedCaution * change
            : Caution * Math.Max(change, Math.Abs(value - foreseen.Limit(sizes, ladder.Values.AsSpan()[(last - degree)..])));
        return new LimitEstimate(
            value,
            Math.Max(truncation, foreseen?.Remainder(sizes) ?? 0) + table[degree, last].Error,
            degree,
            table[1, last].Value,
            table[2, last].Value);
    }

    private static bool HoldsWholeNumber(OrderEstimate order) => Math.Max(1, Math.Ceiling(order.Lower)) <= order.Upper;

    /// <summary>
    /// The largest distance between a limit and those under the observed exponent: its value and both ends of its interval.
    /// </summary>
    private static double DistanceUnderExponent(Ladder ladder, OrderEstimate order, double limit)
    {
        double[] h = ladder.ScaledInverses();
        int points = order.Corrections + 2;
        return new[] { order.Lower, order.Value, order.Upper }.Max(exponent =>
        {
            if (exponent <= 0)
            {
                return double.PositiveInfinity;
            }

            double[] weights = PowerBasis.LimitWeights(exponent, h.AsSpan(ladder.Count - points, points));
            return Math.Abs(weights.Select((weight, i) => weight * ladder.Values[ladder.Count - points + i]).Sum() - limit);
        });
    }

    /// <summary>The limit of a constant ladder: the middle of the range of its values.</summary>
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
