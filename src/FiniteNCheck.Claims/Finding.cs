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
    /// Combines the findings on the parts of one statement. The statement is refuted if one part is, and confirmed if all
    /// are; the reason is that of the decisive parts.
    /// </summary>
    /// <param name="parts">The findings on the parts, at least one.</param>
    public static Finding All(params IReadOnlyList<Finding> parts)
    {
        Verdict verdict = parts.Select(part => part.Verdict).Combine();
        return new Finding(
            verdict,
            string.Join(" ", parts.Where(part => part.Verdict == verdict).Select(part => part.Reason)),
            [.. parts.SelectMany(part => part.Evidence)]);
    }
}
