namespace FiniteNCheck.Verification;

/// <summary>The predictions that a study can test.</summary>
public enum PredictionKind
{
    /// <summary>The mean-field averages (22), <c>mean-field</c> in files and output.</summary>
    MeanField,

    /// <summary>The covariance (50) with the full drift, <c>covariance-full</c>.</summary>
    CovarianceFull,

    /// <summary>The covariance (50) with the drift as printed on 2 February 2024, <c>covariance-printed</c>.</summary>
    CovariancePrinted,
}
