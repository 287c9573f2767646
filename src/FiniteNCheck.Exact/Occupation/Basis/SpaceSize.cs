namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>How large a state is, of each pair of mirror images one counted.</summary>
/// <param name="Numbers">The numbers t(n).</param>
/// <param name="Rows">The rows.</param>
/// <param name="Cells">The cells.</param>
internal readonly record struct SpaceSize(double Numbers, double Rows, double Cells);
