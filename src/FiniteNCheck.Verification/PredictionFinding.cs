using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>The verdict on one prediction of a study: confirmed where every element is, refuted where one is.</summary>
public sealed record PredictionFinding
{
    /// <summary>The prediction: <c>mean-field</c>, <c>covariance-full</c> or <c>covariance-printed</c>.</summary>
    public required string Prediction { get; init; }

    /// <summary>The verdict that the study expects.</summary>
    public required Verdict Expected { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Element by element and time by time.</summary>
    public required ImmutableArray<ElementFinding> Elements { get; init; }

    /// <summary>What is predicted between the times of the study, for pictures.</summary>
    public required PredictedCurve Curve { get; init; }
}
