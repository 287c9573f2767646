namespace FiniteNCheck.Numerics;

/// <summary>
/// Estimates the exponent p of <c>q(N) - q_inf ~ N^-p</c> from a ladder alone: no value of the limit is put in.
/// </summary>
/// <remarks>
/// <para>For K = 0, 1, 2, ... the ladder's K+3 largest sizes determine p in <c>q = q_inf + N^-p (a + b/N + ... )</c> with K corrections:
/// K = 0 is the ratio of two successive differences. The same from the ladder less its largest size shows how fast the exponents settle.</para>
/// <para>Beyond K = 0 the equation has several roots: a leading coefficient that nearly cancels makes <c>p</c> and <c>p+1</c> both describe
/// the ladder. The root that has settled best is taken; where another has settled nearly as well the interval spans both.</para>
/// </remarks>
public static class LadderOrder
{
    /// <summary>The least exponent sought beyond K = 0: below it a power cannot be told from a logarithm on any ladder in reach.</summary>
    public const double LeastExponent = 0.25;

    /// <summary>The largest exponent sought beyond K = 0.</summary>
    public const double LargestExponent = 8;

    /// <summary>No interval is narrower than this half width: claims about exponents differ by 1/2, and finer statements are an accident of the roots.</summary>
    public const double FinestUncertainty = 0.02;

    // Two estimates in succession can agree by accident: their difference counts twice.
    private const double Caution = 2;

    // A root that has settled at least half as well as the best is as good a candidate.
    private const double Ambiguity = 2;

    /// <summary>The exponent with its interval, or <see langword="null"/> where the ladder is constant or shows none.</summary>
    /// <param name="ladder">At least four sizes.</param>
    /// <exception cref="ArgumentException">The ladder has fewer than four sizes.</exception>
    public static OrderEstimate? Read(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        if (ladder.Count < Ladder.FewestPoints)
        {
            throw new ArgumentException($"The ladder has {ladder.Count} sizes: at least {Ladder.FewestPoints} are needed.", nameof(ladder));
        }

        if (ladder.IsConstant)
        {
            return null;
        }

        ExponentTable table = new(ladder);
        List<OrderEstimate> candidates = [.. Enumerable.Range(0, ladder.Count - 2).SelectMany(corrections => Candidates(table, corrections))];
        OrderEstimate? best = candidates.MinBy(candidate => candidate.Uncertainty);
        return best is null ? null : Span(best, candidates);
    }

    /// <summary>The exponents at one K, each with its interval.</summary>
    private static IEnumerable<OrderEstimate> Candidates(ExponentTable table, int corrections)
    {
        foreach ((double exponent, double error) in table.Roots(corrections, withoutLargest: 0))
        {
            double? change = corrections == 0 ? LocalChange(table, exponent) : Change(table, exponent, corrections);
            if (change is double known)
            {
                yield return new OrderEstimate(exponent, (Caution * known) + error, corrections);
            }
        }
    }

    /// <summary>
    /// A local exponent runs as <c>p + c h</c>: what is left to run is the change from one window to the next times
    /// <c>h_last/(h_previous - h_last)</c>. The larger of the last two changes counts, since a run that turns stands still for a moment.
    /// </summary>
    private static double? LocalChange(ExponentTable table, double exponent)
    {
        if (table.Nearest(exponent, 0, 1) is not double previous)
        {
            return null;
        }

        double before = table.Nearest(exponent, 0, 2) ?? previous;
        return Math.Max(1, table.RemainingRun) * Math.Max(Math.Abs(exponent - previous), Math.Abs(previous - before));
    }

    /// <summary>The largest change on lowering K once, on leaving out the largest size, and on both; or half that on lowering K twice, if larger.</summary>
    private static double? Change(ExponentTable table, double exponent, int corrections)
    {
        double? lower = table.Nearest(exponent, corrections - 1, 0);
        double? lowerEarlier = table.Nearest(exponent, corrections - 1, 1);
        double? same = table.HasWindow(corrections, 1) ? table.Nearest(exponent, corrections, 1) : exponent;
        double? lowest = corrections > 1 ? table.Nearest(exponent, corrections - 2, 0) : exponent;
        if (lower is null || lowerEarlier is null || same is null)
        {
            return null;
        }

        double[] changes = [Math.Abs(exponent - lower.Value), Math.Abs(exponent - lowerEarlier.Value), Math.Abs(exponent - same.Value)];
        return Math.Max(changes.Max(), Math.Abs(exponent - (lowest ?? lower.Value)) / Caution);
    }

    /// <summary>The interval of the best root, widened to rivals that the same number of corrections leaves standing.</summary>
    private static OrderEstimate Span(OrderEstimate best, List<OrderEstimate> candidates)
    {
        double uncertainty = Math.Max(best.Uncertainty, FinestUncertainty);
        OrderEstimate[] rivals =
        [
            .. candidates.Where(candidate => candidate.Corrections == best.Corrections && candidate.Uncertainty <= Ambiguity * uncertainty),
        ];
        double least = Math.Min(best.Value - uncertainty, rivals.Min(rival => rival.Least));
        double most = Math.Max(best.Value + uncertainty, rivals.Max(rival => rival.Most));
        return best with { Value = (least + most) / 2, Uncertainty = (most - least) / 2 };
    }
}
