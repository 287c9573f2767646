using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>The comparison of one predicted number with its ladder of exact values.</summary>
public sealed record ElementFinding
{
    /// <summary>The element: <c>z.plus</c> for a mean, <c>z.plus,z.minus</c> for a covariance.</summary>
    public required string Observable { get; init; }

    /// <summary>The observables of the element: one for a mean, two for a covariance.</summary>
    public ImmutableArray<string> Observables => [.. Observable.Split(',')];

    /// <summary>The time.</summary>
    public required double Time { get; init; }

    /// <summary>The exact values, smallest size first.</summary>
    public required ImmutableArray<LadderPoint> Ladder { get; init; }

    /// <summary>The limit extrapolated from the ladder, or NaN if there is none.</summary>
    public required double Limit { get; init; }

    /// <summary>Its uncertainty (half-width).</summary>
    public required double LimitUncertainty { get; init; }

    /// <summary>The limit with <c>a/N</c> alone eliminated, from the two largest sizes used, or NaN.</summary>
    public double FirstOrderLimit { get; init; } = double.NaN;

    /// <summary>The limit with <c>a/N</c> and <c>b/N^2</c> eliminated, from the three largest sizes used, or NaN.</summary>
    public double SecondOrderLimit { get; init; } = double.NaN;

    /// <summary>
    /// The observed order <c>p</c> of <c>q(N) - q_inf ~ N^-p</c>, or <see langword="null"/> where the ladder is constant.
    /// </summary>
    public required double? Order { get; init; }

    /// <summary>The half-width of the interval of the order, or <see langword="null"/>.</summary>
    public required double? OrderUncertainty { get; init; }

    /// <summary>The predicted value.</summary>
    public required double Prediction { get; init; }

    /// <summary>The numerical error of the prediction.</summary>
    public required double PredictionError { get; init; }

    /// <summary><c>|prediction - limit|</c> in units of the combined uncertainty.</summary>
    public required double Distance { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The reason for the verdict, in one sentence; for an inconclusive verdict also what would decide it.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Estimate of the largest size that would decide an inconclusive verdict; <see langword="null"/>
    /// otherwise, or if no size is expected to.
    /// </summary>
    public int? DecidingN { get; init; }
}
