namespace FiniteNCheck.Numerics;

/// <summary>
/// Reads the limit off a ladder under <c>q(N) = q_inf + a/N + b/N^2 + ...</c> by successive elimination of powers of 1/N: the
/// Neville table of polynomials in 1/N, evaluated at 0 (Richardson 1911; Bulirsch and Stoer 1964).
/// </summary>
public static class LadderLimit
{
    // Two estimates in succession can agree by accident: their difference counts twice.
    private const double Caution = 2;

    // Where nothing is known of the corrections, all changes can be too small in the same direction: a plateau looks like a limit.
    private const double UnaidedCaution = 4;

    /// <summary>
    /// The limit and its uncertainty. Degree k uses the k+1 largest sizes, and the error of its value is proportional to the product of
    /// their inverses. Its uncertainty is twice (four times where no corrections are foreseen) the largest of: the change on lowering the degree; the change from the next smaller sizes,
    /// carried on to the limit by that proportion; the change on both; plus the errors of the points carried through. The degree with the
    /// smallest uncertainty is taken. A change on lowering the degree is the error of the <i>lower</i> degree, so the statement is on the
    /// safe side where the series converges; where it does not, the changes are as large as the error.
    /// </summary>
    /// <param name="ladder">At least four sizes.</param>
    /// <param name="order">
    /// The observed order. Where its interval holds no whole number, the powers eliminated are not the ladder's own, and the uncertainty
    /// is also twice the distance from the limits under the observed exponent.
    /// </param>
    /// <param name="foreseen">
    /// What is known of corrections from elsewhere. Each degree is then also compared with the limit that the same sizes have if the foreseen coefficient
    /// of 1/N is right, and is no more certain than the first term that it leaves (<see cref="ForeseenCorrections.Remainder"/>). No limit moves, and no
    /// uncertainty becomes smaller.
    /// </param>
    /// <exception cref="ArgumentException">The ladder has fewer than four sizes.</exception>
    public static LimitEstimate Read(Ladder ladder, OrderEstimate? order = null, ForeseenCorrections? foreseen = null)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        if (ladder.Count < Ladder.FewestPoints)
        {
            throw new ArgumentException($"The ladder has {ladder.Count} sizes: at least {Ladder.FewestPoints} are needed.", nameof(ladder));
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
            : best with { Uncertainty = Math.Max(best.Uncertainty, Caution * DistanceUnderExponent(ladder, order, best.Value)) };
    }

    /// <summary>
    /// About which largest size the limit would be known to a target, on a ladder of the same proportions: the uncertainty of degree k is that of its
    /// change from degree k-1, which falls like <c>N^-k</c>, and the degree that gets there first counts. Never below the ladder's own largest size.
    /// </summary>
    /// <param name="ladder">At least four sizes, not constant.</param>
    /// <param name="foreseen">What is known of corrections from elsewhere, or <see langword="null"/>.</param>
    /// <param name="target">The uncertainty wanted, positive.</param>
    /// <returns>The size, or infinity where no larger one helps.</returns>
    public static double SizeFor(Ladder ladder, ForeseenCorrections? foreseen, double target)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        (double Value, double Error)[,] table = Eliminate(ladder);
        int last = ladder.Count - 1;
        return Enumerable.Range(1, ladder.Count - 2).Min(degree =>
        {
            // Errors of the values do not fall with N.
            double room = target - table[degree, last].Error;
            double left = AtDegree(degree, table, ladder, foreseen).Uncertainty - table[degree, last].Error;
            return room <= 0 ? double.PositiveInfinity : ladder.Sizes[last] * Math.Max(1, Math.Pow(left / room, 1.0 / degree));
        });
    }

    private static LimitEstimate AtDegree(int degree, (double Value, double Error)[,] table, Ladder ladder, ForeseenCorrections? foreseen)
    {
        int last = ladder.Count - 1;
        double value = table[degree, last].Value;
        double ratio = ladder.Sizes[last] / ladder.Sizes[last - degree - 1];
        double change = Math.Max(
            Math.Abs(value - table[degree - 1, last].Value),
            Math.Max(
                Math.Abs(value - table[degree, last - 1].Value) * Math.Max(1, 1 / (ratio - 1)),
                Math.Abs(value - table[degree - 1, last - 1].Value)));
        double truncation = UnaidedCaution * change;
        if (foreseen is not null)
        {
            int first = last - degree;
            double other = foreseen.Limit(ladder.Sizes.AsSpan()[first..], ladder.Values.AsSpan()[first..]);
            truncation = Math.Max(Caution * Math.Max(change, Math.Abs(value - other)), foreseen.Remainder(ladder.Sizes.AsSpan()[first..]));
        }

        return new LimitEstimate(value, truncation + table[degree, last].Error, degree, table[1, last].Value, table[2, last].Value);
    }

    private static bool HoldsWholeNumber(OrderEstimate order) => Math.Max(1, Math.Ceiling(order.Least)) <= order.Most;

    /// <summary>The largest distance of a limit from those under the observed exponent, at its value and at both ends of its interval.</summary>
    private static double DistanceUnderExponent(Ladder ladder, OrderEstimate order, double limit)
    {
        double[] h = ladder.ScaledInverses();
        int points = order.Corrections + 2;
        return new[] { order.Least, order.Value, order.Most }.Max(exponent =>
        {
            if (exponent <= 0)
            {
                return double.PositiveInfinity;
            }

            double[] weights = PowerBasis.LimitWeights(exponent, h.AsSpan(ladder.Count - points, points));
            return Math.Abs(weights.Select((weight, i) => weight * ladder.Values[ladder.Count - points + i]).Sum() - limit);
        });
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
