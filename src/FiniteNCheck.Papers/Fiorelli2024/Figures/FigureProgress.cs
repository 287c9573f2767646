namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>How far figures have come.</summary>
/// <param name="What">What is being computed.</param>
/// <param name="Fraction">Share of the work done, 0 to 1.</param>
public sealed record FigureProgress(string What, double Fraction);
