namespace FiniteNCheck.Exact;

/// <summary>The progress of an evolution.</summary>
/// <param name="Time">Model time reached.</param>
/// <param name="EndTime">Model time at which the run ends.</param>
/// <param name="Steps">Accepted integration steps so far.</param>
public readonly record struct ExactProgress(double Time, double EndTime, long Steps);
