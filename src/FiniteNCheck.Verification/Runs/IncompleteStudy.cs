using System.Collections.Immutable;

namespace FiniteNCheck.Verification.Runs;

/// <summary>What is found of a study some of whose points have no result: nothing.</summary>
internal static class IncompleteStudy
{
    private const int MostNamed = 3;

    /// <summary>The finding: every prediction inconclusive, for want of the points.</summary>
    /// <param name="study">The study.</param>
    /// <param name="lacking">Its points without a result, with the reason of those that failed.</param>
    public static StudyFinding Finding(Study study, ImmutableArray<(RunPoint Point, PointFailure? Failure)> lacking)
    {
        string reason = Reason(study, lacking);
        return new StudyFinding
        {
            Study = study.Name,
            Cell = study.Cell,
            Model = study.Model.Name,
            Ladder = study.Ladder,
            Spins = [.. study.Ladder.Select(n => study.Model.SpinsAt(n).Sum())],
            Method = "not complete",
            Notes = [reason],
            Predictions =
            [
                .. study.Predictions.Select(prediction => new PredictionFinding
                {
                    Prediction = prediction.Name,
                    Expected = prediction.Expected,
                    Verdict = Verdict.Inconclusive,
                    Reason = reason,
                    Elements = [],
                    Curve = new PredictedCurve([], []),
                }),
            ],
        };
    }

    private static string Reason(Study study, ImmutableArray<(RunPoint Point, PointFailure? Failure)> lacking)
    {
        // Sizes that lack a result for the same reason are named together.
        string[] reasons =
        [
            .. lacking.GroupBy(each => each.Failure?.Error.TrimEnd('.') ?? "not computed yet", StringComparer.Ordinal)
                .Select(group => $"n = {string.Join(", ", group.Select(each => each.Point.N))}: {group.Key}"),
        ];
        string more = reasons.Length > MostNamed ? $"; and {reasons.Length - MostNamed} more reasons" : string.Empty;
        string retry = lacking.Any(each => each.Failure is not null) ? ", with --retry also what failed" : string.Empty;
        return $"{lacking.Length} of {study.Ladder.Length} sizes have no result ({string.Join("; ", reasons.Take(MostNamed))}{more}); run the study again to compute what is missing{retry}.";
    }
}
