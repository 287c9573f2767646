namespace FiniteNCheck.Verification;

/// <summary>Progress of a study.</summary>
/// <param name="Study">The study's name.</param>
/// <param name="Stage">The current stage, such as <c>exact, n = 24 (48 spins)</c>.</param>
/// <param name="Fraction">
/// The part of the estimated cost that is done, 0 to 1; the cost of a size is taken as the fourth power of its number of spins.
/// </param>
public sealed record StudyProgress(string Study, string Stage, double Fraction);
