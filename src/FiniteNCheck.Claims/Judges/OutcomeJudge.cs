using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>Decides statements that say what happens in each of several regions of the parameters, from points in every region.</summary>
public static class OutcomeJudge
{
    /// <summary>So many points must lie in each region before anything is confirmed, and so many must differ before a statement is refuted.</summary>
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
        (Verdict verdict, string reason) = differ.Length >= MinPoints
            ? (Verdict.Refuted, $"{what}: fails at {differ.Length} of {all.Length} points ({string.Join("; ", differ.GroupBy(Difference, StringComparer.Ordinal).Select(kind => $"{kind.Key} at {kind.Count()}"))}).")
            : differ.Length > 0 ? (Verdict.Inconclusive, $"{what}: fails at {differ.Length} of {all.Length} points, {MinPoints} would refute.")
            : undecided > 0 ? (Verdict.Inconclusive, $"{what}: the numbers show nothing at {undecided} of {all.Length} points.")
            : thin is not null || all.Length == 0 ? (Verdict.Inconclusive, $"{what}: fewer than {MinPoints} points with {thin?.Key ?? "any outcome"}; more would decide.")
            : (Verdict.Confirmed, $"{what}: holds at all {all.Length} points ({string.Join(", ", kinds.Select(kind => $"{kind.Key} at {kind.Count()}"))}).");
        return new Finding(verdict, reason, [new Evidence(what, ["point", "claimed", "observed", .. numbers], [.. all.Select(Row)])]);
    }

    private static bool Agrees(PointOutcome each) => string.Equals(each.Claimed, each.Observed, StringComparison.Ordinal);

    private static string Difference(PointOutcome each) => $"{each.Claimed} is claimed and {each.Observed} observed";

    private static ImmutableArray<Cell> Row(PointOutcome each) =>
        [each.Point, each.Claimed, each.Observed ?? "undecided", .. each.Numbers.Select(number => (Cell)number)];
}
