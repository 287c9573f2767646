namespace FiniteNCheck.Numerics;

/// <summary>
/// The exponents determined by windows of a ladder, tabulated by the number of corrections and by how many of the largest sizes
/// are left out.
/// </summary>
internal sealed class ExponentTable
{
    // Local exponents are clamped to this range. Beyond it the differences grow, or fall faster than any power in question.
    private const double MinLocalExponent = -20;
    private const double MaxLocalExponent = 60;

    // The scan does not resolve roots closer than this.
    private const double ScanStep = 0.05;

    // If the leading term is below this multiple of the next one even at the largest size, the true leading exponent is p+1.
    private const double MinLeadingShare = 1;

    private readonly Ladder ladder;
    private readonly double[] h;
    private readonly Dictionary<(int Corrections, int WithoutLargest), List<(double Exponent, double Error)>> roots = [];

    internal ExponentTable(Ladder ladder)
    {
        this.ladder = ladder;
        h = ladder.ScaledInverses();
    }

    /// <summary>
    /// <c>h_last/(h_previous - h_last)</c>, where h is the inverse size in the middle of the last and last but one window of three sizes.
    /// </summary>
    internal double RemainingDrift => h[^2] / (h[^3] - h[^2]);

    /// <summary>The last step of the window's middle in ln N, relative to the step before.</summary>
    internal double PaceRatio => Math.Log(h[^3] / h[^2]) / Math.Log(h[^4] / h[^3]);

    /// <summary>Whether the ladder is long enough for a window.</summary>
    /// <param name="corrections">The number of corrections.</param>
    /// <param name="withoutLargest">How many of the largest sizes are left out.</param>
    internal bool HasWindow(int corrections, int withoutLargest) => ladder.Count - withoutLargest >= corrections + 3;

    /// <summary>The exponents of a window with their error bounds.</summary>
    /// <param name="corrections">The number of corrections.</param>
    /// <param name="withoutLargest">How many of the largest sizes are left out.</param>
    internal IReadOnlyList<(double Exponent, double Error)> Roots(int corrections, int withoutLargest)
    {
        if (!HasWindow(corrections, withoutLargest))
        {
            return [];
        }

        if (!roots.TryGetValue((corrections, withoutLargest), out List<(double Exponent, double Error)>? found))
        {
            int first = ladder.Count - withoutLargest - (corrections + 3);
            found = corrections == 0 ? Local(first) : Scan(first, corrections + 3);
            roots.Add((corrections, withoutLargest), found);
        }

        return found;
    }

    /// <summary>The exponent of a window nearest to a given one, or <see langword="null"/> if the window has none.</summary>
    /// <param name="exponent">The given exponent.</param>
    /// <param name="corrections">The number of corrections.</param>
    /// <param name="withoutLargest">How many of the largest sizes are left out.</param>
    internal double? Nearest(double exponent, int corrections, int withoutLargest)
    {
        IReadOnlyList<(double Exponent, double Error)> found = Roots(corrections, withoutLargest);
        return found.Count == 0 ? null : found.MinBy(root => Math.Abs(root.Exponent - exponent)).Exponent;
    }

    private List<(double Exponent, double Error)> Local(int first)
    {
        double[] values = [.. ladder.Values.AsSpan(first, 3)];
        if (PowerBasis.LocalExponent(h.AsSpan(first, 3), values, MinLocalExponent, MaxLocalExponent) is not double exponent)
        {
            return [];
        }

        // d ln(ratio) = d(first)/first - d(second)/second, and d ln(ratio)/dp = ln(h0/h1) up to a factor of order one.
        double relative = ((ladder.Errors[first] + ladder.Errors[first + 1]) / Math.Abs(values[0] - values[1]))
            + ((ladder.Errors[first + 1] + ladder.Errors[first + 2]) / Math.Abs(values[1] - values[2]));
        return [(exponent, relative / Math.Log(h[first + 1] / h[first + 2]))];
    }

    private List<(double Exponent, double Error)> Scan(int first, int length)
    {
        List<(double Exponent, double Error)> found = [];
        double low = LadderOrder.MinExponent;
        double missAtLow = Miss(low, first, length).Value;
        while (low < LadderOrder.MaxExponent)
        {
            double high = low + ScanStep;
            double missAtHigh = Miss(high, first, length).Value;
            if ((missAtLow < 0) != (missAtHigh < 0))
            {
                double exponent = Bisect(low, high, missAtLow < 0, first, length);
                double slope = Math.Abs(missAtHigh - missAtLow) / ScanStep;
                double share = PowerBasis.LeadingShare(
                    exponent, h.AsSpan(first + 1, length - 1), ladder.Values.AsSpan(first + 1, length - 1));
                if (share >= MinLeadingShare)
                {
                    found.Add((exponent, Miss(exponent, first, length).Error / slope));
                }
            }

            low = high;
            missAtLow = missAtHigh;
        }

        return found;
    }

    private double Bisect(double low, double high, bool negativeAtLow, int first, int length)
    {
        // 40 bisections of the scan step reach 1e-13 or better.
        for (int step = 0; step < 40; step++)
        {
            double middle = (low + high) / 2;
            if ((Miss(middle, first, length).Value < 0) == negativeAtLow)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    private (double Value, double Error) Miss(double exponent, int first, int length)
    {
        double[] weights = PowerBasis.MissWeights(exponent, h.AsSpan(first, length));
        double value = 0;
        double error = 0;
        for (int i = 0; i < length; i++)
        {
            value += weights[i] * ladder.Values[first + i];
            error += Math.Abs(weights[i]) * ladder.Errors[first + i];
        }

        return (value, error);
    }
}
