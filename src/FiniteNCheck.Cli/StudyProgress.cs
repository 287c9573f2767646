namespace FiniteNCheck.Cli;

/// <summary>How far a study has come.</summary>
/// <param name="Fraction">Share of the work done, 0 to 1.</param>
/// <param name="Stage">What is being done, such as <c>n = 40</c>.</param>
public readonly record struct StudyProgress(double Fraction, string Stage);
