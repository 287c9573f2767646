namespace FiniteNCheck.Verification;

/// <summary>The verdict of exact numbers on a prediction.</summary>
public enum Verdict
{
    /// <summary>The prediction lies inside the uncertainty of the extrapolated limit and the observed order is the claimed one.</summary>
    Confirmed,

    /// <summary>The prediction lies many uncertainties away from the extrapolated limit.</summary>
    Refuted,

    /// <summary>The ladder does not decide; the reason says what would.</summary>
    Inconclusive,
}
