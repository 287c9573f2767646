namespace FiniteNCheck.Claims.Figures;

/// <summary>How far a run over figures has come.</summary>
/// <param name="What">What is being computed.</param>
/// <param name="Fraction">Share of the work done, 0 to 1.</param>
public sealed record FigureProgress(string What, double Fraction);
