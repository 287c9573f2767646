using System.Collections.Immutable;

namespace FiniteNCheck.Verification.Verdicts;

/// <summary>Findings of studies with missing sizes: the sizes that have a result are judged, the others are named.</summary>
internal static class IncompleteStudy
{
    private const int MaxNamed = 3;

    /// <summary>Adds the missing sizes to a finding based on the others.</summary>
    /// <param name="study">The study.</param>
    /// <param name="found">The finding based on the other sizes.</param>
    /// <param name="missing">The sizes without a result.</param>
    /// <param name="remedy">What to do about them, as a sentence; may be empty.</param>
    public static StudyFinding AddMissing(Study study, StudyFinding found, ImmutableArray<MissingSize> missing, string remedy) =>
        missing.IsEmpty
            ? found
            : found with
            {
                Ladder = study.Ladder,
                Spins = SpinsOf(study),
                Missing = missing,
                Notes = [$"{Describe(study, missing)}; the verdicts rest on the others.{remedy}", .. found.Notes],
            };

    /// <summary>The finding when no size has a result: every prediction is inconclusive.</summary>
    /// <param name="study">The study.</param>
    /// <param name="missing">Its sizes, all without a result.</param>
    /// <param name="remedy">What to do about them, as a sentence; may be empty.</param>
    public static StudyFinding WithoutResults(Study study, ImmutableArray<MissingSize> missing, string remedy) =>
        Undecided(study, $"{Describe(study, missing)}.{remedy}") with { Missing = missing };

    /// <summary>The finding when nothing can be compared.</summary>
    /// <param name="study">The study.</param>
    /// <param name="reason">The reason, and what to do.</param>
    public static StudyFinding Undecided(Study study, string reason) => new()
    {
        Study = study.Name,
        Cell = study.Cell,
        Model = study.Model.Name,
        Ladder = study.Ladder,
        Spins = SpinsOf(study),
        Method = "not complete",
        Notes = [reason, .. study.Notes],
        Predictions =
        [
            .. study.Predictions.Select(prediction => new PredictionFinding
            {
                Prediction = prediction.Name,
                Title = prediction.Prediction.Title,
                Expected = prediction.Expected,
                Verdict = Verdict.Inconclusive,
                Reason = reason,
                Elements = [],
                Curve = new PredictedCurve([], []),
            }),
        ],
    };

    private static ImmutableArray<int> SpinsOf(Study study) => [.. study.Ladder.Select(n => study.Model.SpinsAt(n).Sum())];

    /// <summary>Names the missing sizes, grouped by reason, without a full stop.</summary>
    private static string Describe(Study study, ImmutableArray<MissingSize> missing)
    {
        string[] reasons =
        [
            .. missing.GroupBy(size => size.Reason.TrimEnd('.'), StringComparer.Ordinal)
                .Select(group => $"n = {string.Join(", ", group.Select(size => size.N))}: {group.Key}"),
        ];
        string more = reasons.Length > MaxNamed ? $"; and {reasons.Length - MaxNamed} more reasons" : string.Empty;
        return $"{missing.Length} of {study.Ladder.Length} sizes have no result ({string.Join("; ", reasons.Take(MaxNamed))}{more})";
    }
}
