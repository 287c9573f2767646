using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification;

/// <summary>A prediction that a study tests, and the verdict it expects.</summary>
/// <param name="Kind">The prediction.</param>
/// <param name="Expected">The expected verdict; confirmed by default.</param>
public sealed record ExpectedPrediction(PredictionKind Kind, Verdict Expected = Verdict.Confirmed)
{
    /// <summary>The prediction's name in files and output.</summary>
    public string Name => NameOf(Kind);

    /// <summary>The drift used to compute the prediction; the averages do not depend on it.</summary>
    internal Drift Drift => Kind == PredictionKind.CovariancePrinted ? Drift.Printed : Drift.Full;

    internal static string NameOf(PredictionKind kind) => kind switch
    {
        PredictionKind.MeanField => "mean-field",
        PredictionKind.CovarianceFull => "covariance-full",
        PredictionKind.CovariancePrinted => "covariance-printed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown prediction."),
    };
}
