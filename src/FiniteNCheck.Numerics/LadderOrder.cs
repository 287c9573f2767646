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

    // Exponents of one series differ by whole numbers, and p = 1/2 is the rival of 1: two roots closer than that are one, badly determined.
    private const double LeastDistance = 0.5;

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
                yield return new OrderEstimate(exponent, Math.Max(Caution * change, Drift(table, exponent, corrections)) + error, corrections);
            }
        }
    }

    /// <summary>
    /// A local exponent runs as <c>p + c h</c>: what is left to run is the change from one window to the next times
    /// <c>h_last/(h_previous - h_last)</c>, either way, by the larger of the last two changes, since a run that turns stands still for a
    /// moment. Only a run that speeds up in ln N does not turn: there the exponent lies ahead, as where corrections vanish exponentially.
    /// </summary>
    private static OrderEstimate? Local(ExponentTable table, double exponent, double error)
    {
        if (table.Nearest(exponent, 0, 1) is not double previous)
        {
            return null;
        }

        double change = exponent - previous;
        double ahead = Caution * Math.Max(1, table.RemainingRun) * Math.Abs(change);
        double? earlier = previous - table.Nearest(previous, 0, 2);
        if (earlier is double before && before * change > 0 && Math.Abs(change) >= table.PaceRatio * Math.Abs(before))
        {
            double far = exponent + (Math.Sign(change) * ahead);
            return new OrderEstimate((previous + far) / 2, (Math.Abs(far - previous) / 2) + error, 0);
        }

        double turning = Caution * Math.Max(1, table.RemainingRun) * Math.Abs(earlier ?? 0);
        return new OrderEstimate(exponent, Math.Max(Math.Max(ahead, turning), Drift(table, exponent, 0)) + error, 0);
    }

    /// <summary>
    /// By how much an exponent moves on raising K as far as the ladder allows, where errors of the points do not explain it: an exponent
    /// that has settled without corrections must stay where they are taken into account.
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

    /// <summary>
    /// The interval of the best root, widened to the other roots with as many corrections that have settled nearly as well, or that lie
    /// closer than the equation for p tells apart: a leading coefficient that nearly cancels makes two roots meet.
    /// </summary>
    private static OrderEstimate Span(OrderEstimate best, List<OrderEstimate> candidates, ExponentTable table)
    {
        double uncertainty = Math.Max(best.Uncertainty, FinestUncertainty);
        OrderEstimate[] rivals =
        [
            .. candidates.Where(candidate => candidate.Corrections == best.Corrections && candidate.Uncertainty <= Ambiguity * uncertainty),
        ];
        double[] meeting =
        [
            best.Value,
            .. table.Roots(best.Corrections, withoutLargest: 0).Select(root => root.Exponent).Where(exponent => Math.Abs(exponent - best.Value) < LeastDistance),
        ];
        double least = Math.Min(best.Value - uncertainty, Math.Min(rivals.Min(rival => rival.Least), meeting.Min() - uncertainty));
        double most = Math.Max(best.Value + uncertainty, Math.Max(rivals.Max(rival => rival.Most), meeting.Max() + uncertainty));
        return best with { Value = (least + most) / 2, Uncertainty = (most - least) / 2 };
    }
}
