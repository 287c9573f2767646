using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>A study drawn at random, whose theory is right.</summary>
/// <param name="Seed">The seed that draws it again.</param>
/// <param name="Family">Which kind of model it is.</param>
/// <param name="Ladder">Which kind of ladder it has: <c>short</c>, <c>chosen</c> or <c>sensible</c>.</param>
/// <param name="Study">The study; it predicts the mean field and the covariance with the full drift.</param>
public sealed record DrawnStudy(int Seed, string Family, string Ladder, Study Study)
{
    /// <summary>A ladder of eight sizes up to n = 64, at times up to 1: what the manual recommends to start with.</summary>
    public bool IsSensible => string.Equals(Ladder, RandomStudies.Sensible, StringComparison.Ordinal) && Study.Times[^1] <= 1;
}
