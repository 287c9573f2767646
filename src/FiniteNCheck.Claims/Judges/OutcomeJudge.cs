using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>Decides statements that say what happens in each of several regions of the parameters, from points in every region.</summary>
public static class OutcomeJudge
{
    /// <summary>
    /// So many points must lie in each region before anything is confirmed, and so many must differ before a
    /// statement is refuted.
    /// </summary>
    public const int MinPoints = 3;

    /// <summary>Compares what is claimed with what is observed.</summary>
    /// <param name="what">What is compared with what.</param>
    /// <param name="numbers">The names of the numbers that show what happens.</param>
    /// <param name="points">The points.</param>
    public static Finding Judge(string what, ImmutableArray<string> numbers, IEnumerable<PointOutcome> points)
    {
        PointOutcome[] all = [.. points.OrderBy(Agrees)];
        PointOutcome[] differ = [.. all.Where(each => each.Observed is not null && !Agrees(each))];
        int undecided = all.Count(each => each.Observed is null);
        IGrouping<string, PointOutcome>[] kinds = [.. all.GroupBy(each => each.Claimed, StringComparer.Ordinal)];
        IGrouping<string, PointOutcome>? thin = kinds.FirstOrDefault(kind => kind.Count() < MinPoints);
        (Verdict verdict, string reason) = Decide();
        return new Finding(
            verdict,
            reason,
            [new Evidence(what, ["point", "claimed", "observed", .. numbers], [.. all.Select(Row)])]);

        (Verdict Verdict, string Reason) Decide()
        {
            if (differ.Length >= MinPoints)
            {
                IEnumerable<string> counts = differ
                    .GroupBy(Difference, StringComparer.Ordinal)
                    .Select(kind => $"{kind.Key} at {kind.Count()}");
                string where = string.Join("; ", counts);
                return (Verdict.Refuted, $"{what}: fails at {differ.Length} of {all.Length} points ({where}).");
            }

            if (differ.Length > 0)
            {
                string needed = $"{MinPoints} would refute";
                return (Verdict.Inconclusive, $"{what}: fails at {differ.Length} of {all.Length} points, {needed}.");
            }

            if (undecided > 0)
            {
                return (Verdict.Inconclusive, $"{what}: the numbers show nothing at {undecided} of {all.Length} points.");
            }

            if (thin is not null || all.Length == 0)
            {
                string kind = thin?.Key ?? "any outcome";
                return (Verdict.Inconclusive, $"{what}: fewer than {MinPoints} points with {kind}; more would decide.");
            }

            string held = string.Join(", ", kinds.Select(kind => $"{kind.Key} at {kind.Count()}"));
            return (Verdict.Confirmed, $"{what}: holds at all {all.Length} points ({held}).");
        }
    }

    private static bool Agrees(PointOutcome each) => string.Equals(each.Claimed, each.Observed, StringComparison.Ordinal);

    private static string Difference(PointOutcome each) => $"{each.Claimed} is claimed and {each.Observed} observed";

    private static ImmutableArray<Cell> Row(PointOutcome each) =>
        [each.Point, each.Claimed, each.Observed ?? "undecided", .. each.Numbers.Select(number => (Cell)number)];
}
