namespace FiniteNCheck.Model.Levels;

/// <summary>
/// The pair term <c>H += strength/n^scale * 1/2 {S_A^(h), S_B^(k)}</c> with <c>S_A^(h) = sum_i A^(i)</c> over the sites of block h.
/// </summary>
/// <param name="FirstBlock">Index of block <c>h</c>.</param>
/// <param name="FirstOperator">The Hermitian one-site operator <c>A</c>.</param>
/// <param name="SecondBlock">Index of block <c>k</c>; may equal <c>h</c>.</param>
/// <param name="SecondOperator">The Hermitian one-site operator <c>B</c>.</param>
/// <param name="Strength">The strength, an inverse time.</param>
public sealed record LevelCoupling(
    int FirstBlock, LocalOperator FirstOperator, int SecondBlock, LocalOperator SecondOperator, double Strength)
    : Coupling(FirstBlock, SecondBlock, Strength);
