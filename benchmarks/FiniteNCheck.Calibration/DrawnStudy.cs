using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>A random study whose theory is right.</summary>
/// <param name="Seed">The seed that draws it again.</param>
/// <param name="Family">The family of its model.</param>
/// <param name="Ladder">The kind of its ladder: <c>short</c>, <c>chosen</c> or <c>sensible</c>.</param>
/// <param name="Study">The study; it predicts the mean field and the covariance with the full drift.</param>
public sealed record DrawnStudy(int Seed, string Family, string Ladder, Study Study)
{
    /// <summary>A ladder of eight sizes up to n = 64, at times up to 1: what the manual recommends as a start.</summary>
    public bool IsSensible => string.Equals(Ladder, RandomStudies.Sensible, StringComparison.Ordinal) && Study.Times[^1] <= 1;
}
