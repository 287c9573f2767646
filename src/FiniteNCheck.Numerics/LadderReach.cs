namespace FiniteNCheck.Numerics;

/// <summary>
/// Finds the sizes of a ladder that a power series in 1/N through the larger ones does not reach: small systems whose corrections are
/// not small, such as those that have left a metastable state (corrections like <c>t exp(-c N)</c> are in no such series).
/// </summary>
public static class LadderReach
{
    /// <summary>
    /// A size is out of reach when the series through all larger sizes misses it by more than this part of the range of values from that
    /// size on: by then the series does not even tell half of what it is asked for. Where the series describes the ladder the miss is its
    /// first omitted term, a few per cent at most.
    /// </summary>
    public const double LargestMiss = 0.5;

    /// <summary>
    /// How many of the smallest sizes are out of reach: all up to the largest one that is. The last three sizes are never judged, since
    /// too little is left to judge them by; a result above <c>Count - 4</c> says that no limit can be read.
    /// </summary>
    /// <param name="ladder">The ladder.</param>
    public static int CountOutOfReach(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        int outOfReach = 0;
        for (int first = 0; first <= ladder.Count - Ladder.FewestPoints; first++)
        {
            if (Miss(ladder, first) > LargestMiss)
            {
                outOfReach = first + 1;
            }
        }

        return outOfReach;
    }

    /// <summary>
    /// The distance of a value from the polynomial in 1/N through all larger sizes, less what errors explain, in units of the
    /// range of values from that size on.
    /// </summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="index">The size; at least three larger ones must follow.</param>
    public static double Miss(Ladder ladder, int index)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, ladder.Count - Ladder.FewestPoints);
        Ladder larger = ladder.WithoutSmallest(index + 1);
        double[] h = larger.ScaledInverses();
        (double predicted, double error) = Evaluate(larger, h, larger.Sizes[0] / ladder.Sizes[index]);
        double miss = Math.Abs(predicted - ladder.Values[index]) - error - ladder.Errors[index];
        double[] values = [.. ladder.Values.Skip(index)];
        return miss <= 0 ? 0 : miss / (values.Max() - values.Min());
    }

    /// <summary>The interpolating polynomial at x (Lagrange's form) and the bound of its error.</summary>
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
