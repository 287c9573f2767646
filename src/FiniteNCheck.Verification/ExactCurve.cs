namespace FiniteNCheck.Verification;

/// <summary>Exact values at one size between the times of a study, for pictures: no verdict rests on them.</summary>
/// <param name="N">The ladder value.</param>
/// <param name="Spins">The total number of spins.</param>
/// <param name="Curve">Means and covariances against time, by their names.</param>
public sealed record ExactCurve(int N, int Spins, PredictedCurve Curve);
