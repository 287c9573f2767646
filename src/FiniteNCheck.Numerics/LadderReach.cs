namespace FiniteNCheck.Numerics;

/// <summary>
/// Finds the sizes of a ladder that are too small for the power series in 1/N through the larger ones: their corrections are not small. An
/// example are systems that have left a metastable state, with corrections like <c>t exp(-c N)</c> that no such series contains.
/// </summary>
public static class LadderReach
{
    /// <summary>
    /// A size is out of reach if the series through all larger sizes misses it by more than this fraction of the range of values
    /// from that size on. Such a series predicts less than half of the change. If the series describes the ladder, the miss is
    /// its first omitted term, a few per cent at most.
    /// </summary>
    public const double MaxMiss = 0.5;

    /// <summary>
    /// The number of smallest sizes that are out of reach: all up to the largest such size. The three largest sizes are never
    /// judged, since too few remain to judge them by. A result above <c>Count - 4</c> means that there is no limit to read.
    /// </summary>
    /// <param name="ladder">The ladder.</param>
    public static int CountOutOfReach(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        int outOfReach = 0;
        for (int first = 0; first <= ladder.Count - Ladder.MinPoints; first++)
        {
            if (Miss(ladder, first) > MaxMiss)
            {
                outOfReach = first + 1;
            }
        }

        return outOfReach;
    }

    /// <summary>
    /// The distance of a value from the polynomial in 1/N through all larger sizes, less the errors of the values, relative to the range of
    /// values from that size on.
    /// </summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="index">The index of the size; at least three larger sizes must follow.</param>
    public static double Miss(Ladder ladder, int index)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, ladder.Count - Ladder.MinPoints);
        Ladder larger = ladder.WithoutSmallest(index + 1);
        double[] h = larger.ScaledInverses();
        (double predicted, double error) = Evaluate(larger, h, larger.Sizes[0] / ladder.Sizes[index]);
        double miss = Math.Abs(predicted - ladder.Values[index]) - error - ladder.Errors[index];
        double[] values = [.. ladder.Values.Skip(index)];
        return miss <= 0 ? 0 : miss / (values.Max() - values.Min());
    }

    /// <summary>The interpolating polynomial at x in Lagrange form, and its error bound.</summary>
    private static (double Value, double Error) Evaluate(Ladder ladder, double[] h, double x)
    {
        double value = 0;
        double error = 0;
        for (int i = 0; i < h.Length; i++)
        {
            double weight = 1;
            for (int j = 0; j < h.Length; j++)
            {
                weight *= i == j ? 1 : (x - h[j]) / (h[i] - h[j]);
            }

            value += weight * ladder.Values[i];
            error += Math.Abs(weight) * ladder.Errors[i];
        }

        return (value, error);
    }
}
