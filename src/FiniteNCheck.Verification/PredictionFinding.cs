using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>The verdict on one prediction of a study: confirmed if every element is, refuted if any is.</summary>
public sealed record PredictionFinding
{
    /// <summary>The name of the prediction, such as <c>mean-field</c> or one of the user's own.</summary>
    public required string Prediction { get; init; }

    /// <summary>What it is about, in words of the subject: <c>Covariance, full response</c>.</summary>
    public string Title { get => field ?? Prediction; init; }

    /// <summary>The statement of a prediction of the user's own; <see langword="null"/> for the known ones.</summary>
    public string? Statement { get; init; }

    /// <summary>The verdict that the study expects.</summary>
    public required Verdict Expected { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The reason for the verdict, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Element by element and time by time.</summary>
    public required ImmutableArray<ElementFinding> Elements { get; init; }

    /// <summary>The prediction as a function of time, for plots.</summary>
    public required PredictedCurve Curve { get; init; }

    /// <summary>What would decide an inconclusive verdict; <see langword="null"/> for others.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>The verdicts time by time: refuted if any element at that time is, confirmed if all are.</summary>
    public ImmutableArray<TimeVerdict> Times => TimesOf(Elements);

    /// <summary>The verdicts of elements, time by time.</summary>
    /// <param name="elements">The elements, in the order of their times.</param>
    internal static ImmutableArray<TimeVerdict> TimesOf(IEnumerable<ElementFinding> elements) =>
    [
        .. elements.GroupBy(element => element.Time)
            .Select(group => new TimeVerdict(group.Key, group.Select(element => element.Verdict).Combine())),
    ];
}
