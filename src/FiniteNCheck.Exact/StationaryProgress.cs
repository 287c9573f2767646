namespace FiniteNCheck.Exact;

/// <summary>The progress of a search for stationary states or slow modes.</summary>
/// <param name="Fraction">How far it is, 0 to 1, judged by the residual on a logarithmic scale.</param>
/// <param name="What">What is being done, for people.</param>
public readonly record struct StationaryProgress(double Fraction, string What);
