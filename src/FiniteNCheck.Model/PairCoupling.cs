namespace FiniteNCheck.Model;

/// <summary>
/// The pair term <c>H += strength/n^scale * 1/2 {S_a^(h), S_b^(k)}</c> with <c>S = sum of Pauli matrices</c> (11), <c>n</c> the ladder
/// value.
/// </summary>
/// <param name="FirstBlock">Index of block <c>h</c>.</param>
/// <param name="FirstAxis">Axis <c>a</c>.</param>
/// <param name="SecondBlock">Index of block <c>k</c>; may equal <c>h</c>.</param>
/// <param name="SecondAxis">Axis <c>b</c>.</param>
/// <param name="Strength">The strength, an inverse time.</param>
public sealed record PairCoupling(int FirstBlock, PauliAxis FirstAxis, int SecondBlock, PauliAxis SecondAxis, double Strength)
    : Coupling(FirstBlock, SecondBlock, Strength);
