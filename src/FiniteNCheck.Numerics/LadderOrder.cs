namespace FiniteNCheck.Numerics;

/// <summary>
/// Estimates the exponent p of <c>q(N) - q_inf ~ N^-p</c> from a ladder alone, without a value for the limit.
/// </summary>
/// <remarks>
/// <para>For K = 0, 1, 2, ... the K+3 largest sizes determine p in <c>q = q_inf + N^-p (a + b/N + ... )</c> with K corrections.
/// For K = 0 this is the ratio of two successive differences. Repeating it without the largest size shows how fast the exponents
/// settle.</para>
/// <para>For K > 0 the equation can have several roots: if the leading coefficient nearly cancels, both <c>p</c> and <c>p+1</c>
/// describe the ladder. The root that has settled best is taken. If another has settled nearly as well, the interval spans
/// both.</para>
/// </remarks>
public static class LadderOrder
{
    /// <summary>
    /// The smallest exponent sought with corrections. Below it no feasible ladder can distinguish a power from a logarithm.
    /// </summary>
    public const double MinExponent = 0.25;

    /// <summary>The largest exponent sought with corrections.</summary>
    public const double MaxExponent = 8;

    /// <summary>
    /// The smallest half width of an interval. Claims about exponents differ by 1/2; narrower intervals are an accident of the roots.
    /// </summary>
    public const double MinUncertainty = 0.02;

    // Two successive estimates can agree by accident, so their difference counts twice.
    private const double Caution = 2;

    // A root that has settled at least half as well as the best one is an equally good candidate.
    private const double Ambiguity = 2;

    // Exponents of one series differ by whole numbers, and the rival of p = 1 is p = 1/2. Two closer roots are one, poorly determined.
    private const double MinSeparation = 0.5;

    /// <summary>The exponent with its interval, or <see langword="null"/> if the ladder is constant or shows none.</summary>
    /// <param name="ladder">At least four sizes.</param>
    /// <exception cref="ArgumentException">The ladder has fewer than four sizes.</exception>
    public static OrderEstimate? Read(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        if (ladder.Count < Ladder.MinPoints)
        {
            throw new ArgumentException($"The ladder has {ladder.Count} sizes: at least {Ladder.MinPoints} are needed.", nameof(ladder));
        }

        if (ladder.IsConstant)
        {
            return null;
        }

        ExponentTable table = new(ladder);
        List<OrderEstimate> candidates =
            [.. Enumerable.Range(0, ladder.Count - 2).SelectMany(corrections => Candidates(table, corrections))];
        OrderEstimate? best = candidates.MinBy(candidate => candidate.Uncertainty);
        return best is null ? null : Span(best, candidates, table);
    }

    /// <summary>The exponents at one K, each with its interval.</summary>
    private static IEnumerable<OrderEstimate> Candidates(ExponentTable table, int corrections)
    {
        foreach ((double exponent, double error) in table.Roots(corrections, withoutLargest: 0))
        {
            if (corrections == 0)
            {
                if (Local(table, exponent, error) is { } local)
                {
                    yield return local;
                }
            }
            else if (Change(table, exponent, corrections) is double change)
            {
                double uncertainty = Math.Max(Caution * change, Drift(table, exponent, corrections)) + error;
                yield return new OrderEstimate(exponent, uncertainty, corrections);
            }
        }
    }

    /// <summary>
    /// A local exponent drifts as <c>p + c h</c>. The remaining drift is the change from one window to the next times
    /// <c>h_last/(h_previous - h_last)</c>, in either direction. The larger of the last two changes counts, since a drift that turns round
    /// stands still for a moment. A drift that accelerates in ln N does not turn: the exponent then lies ahead, as it does when corrections
    /// vanish exponentially.
    /// </summary>
    private static OrderEstimate? Local(ExponentTable table, double exponent, double error)
    {
        if (table.Nearest(exponent, 0, 1) is not double previous)
        {
            return null;
        }

        double change = exponent - previous;
        double ahead = Caution * Math.Max(1, table.RemainingDrift) * Math.Abs(change);
        double? earlier = previous - table.Nearest(previous, 0, 2);
        if (earlier is double before && before * change > 0 && Math.Abs(change) >= table.PaceRatio * Math.Abs(before))
        {
            double far = exponent + (Math.Sign(change) * ahead);
            return new OrderEstimate((previous + far) / 2, (Math.Abs(far - previous) / 2) + error, 0);
        }

        double turning = Caution * Math.Max(1, table.RemainingDrift) * Math.Abs(earlier ?? 0);
        return new OrderEstimate(exponent, Math.Max(Math.Max(ahead, turning), Drift(table, exponent, 0)) + error, 0);
    }

    /// <summary>
    /// How far an exponent moves when K is raised as far as the ladder allows, less the errors of the values. An exponent that has settled
    /// without corrections must not move when they are taken into account.
    /// </summary>
    private static double Drift(ExponentTable table, double exponent, int corrections)
    {
        double drift = 0;
        for (int higher = corrections + 1; table.HasWindow(higher, 0); higher++)
        {
            IReadOnlyList<(double Exponent, double Error)> roots = table.Roots(higher, withoutLargest: 0);
            if (roots.Count > 0)
            {
                (double nearest, double error) = roots.MinBy(root => Math.Abs(root.Exponent - exponent));
                drift = Math.Max(drift, Math.Abs(nearest - exponent) - error);
            }
        }

        return drift;
    }

    /// <summary>
    /// The largest change on lowering K, on leaving out the largest size, and on both; or half the change on lowering K twice, if larger.
    /// </summary>
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

        double[] changes =
            [Math.Abs(exponent - lower.Value), Math.Abs(exponent - lowerEarlier.Value), Math.Abs(exponent - same.Value)];
        return Math.Max(changes.Max(), Math.Abs(exponent - (lowest ?? lower.Value)) / Caution);
    }

    /// <summary>
    /// The interval of the best root, widened to other roots with equally many corrections that have settled nearly as well, or
    /// that are too close for the equation to resolve: two roots meet when the leading coefficient nearly cancels.
    /// </summary>
    private static OrderEstimate Span(OrderEstimate best, List<OrderEstimate> candidates, ExponentTable table)
    {
        double uncertainty = Math.Max(best.Uncertainty, MinUncertainty);
        OrderEstimate[] rivals =
        [
            .. candidates.Where(each => each.Corrections == best.Corrections && each.Uncertainty <= Ambiguity * uncertainty),
        ];
        double[] meeting =
        [
            best.Value,
            .. table.Roots(best.Corrections, withoutLargest: 0)
                .Select(root => root.Exponent)
                .Where(exponent => Math.Abs(exponent - best.Value) < MinSeparation),
        ];
        double lower = Math.Min(best.Value - uncertainty, Math.Min(rivals.Min(rival => rival.Lower), meeting.Min() - uncertainty));
        double upper = Math.Max(best.Value + uncertainty, Math.Max(rivals.Max(rival => rival.Upper), meeting.Max() + uncertainty));
        return best with { Value = (lower + upper) / 2, Uncertainty = (upper - lower) / 2 };
    }
}
