
namespace FiniteNCheck.Verification;

/// <summary>A prediction that a study tests, and the verdict it expects.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Expected">The expected verdict; confirmed by default.</param>
public sealed record ExpectedPrediction(Prediction Prediction, Verdict Expected = Verdict.Confirmed)
{
    /// <summary>The prediction's name in files and output.</summary>
    public string Name => Prediction.Name;
}
