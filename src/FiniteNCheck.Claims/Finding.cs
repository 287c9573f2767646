using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims;

/// <summary>What the numbers say about a statement.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, in one sentence with the decisive numbers.</param>
/// <param name="Evidence">The numbers.</param>
public sealed record Finding(Verdict Verdict, string Reason, ImmutableArray<Evidence> Evidence)
{
    /// <summary>
    /// Several findings on the parts of one statement: refuted where one part is, confirmed where all are; the reason is that of the parts that decide.
    /// </summary>
    /// <param name="parts">The findings on the parts, at least one.</param>
    public static Finding All(params IReadOnlyList<Finding> parts)
    {
        Verdict verdict = parts.Any(part => part.Verdict == Verdict.Refuted) ? Verdict.Refuted
            : parts.All(part => part.Verdict == Verdict.Confirmed) ? Verdict.Confirmed
            : Verdict.Inconclusive;
        return new Finding(
            verdict,
            string.Join(" ", parts.Where(part => part.Verdict == verdict).Select(part => part.Reason)),
            [.. parts.SelectMany(part => part.Evidence)]);
    }
}
