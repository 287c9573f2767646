namespace FiniteNCheck.Verification;

/// <summary>Combines the verdicts on the parts of a statement.</summary>
public static class VerdictRule
{
    /// <summary>
    /// Refuted where enough parts are refuted, confirmed where all are confirmed, inconclusive otherwise.
    /// </summary>
    /// <param name="parts">The verdicts on the parts; none of them counts as confirmed.</param>
    /// <param name="minRefuted">How many refuted parts refute the whole.</param>
    public static Verdict Combine(this IEnumerable<Verdict> parts, int minRefuted = 1)
    {
        Verdict[] all = [.. parts];
        return all.Count(each => each == Verdict.Refuted) >= minRefuted ? Verdict.Refuted
            : Array.TrueForAll(all, each => each == Verdict.Confirmed) ? Verdict.Confirmed
            : Verdict.Inconclusive;
    }
}
