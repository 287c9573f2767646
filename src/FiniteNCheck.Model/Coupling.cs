using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>
/// The pair term <c>H += strength/n^scale * 1/2 {S_A^(h), S_B^(k)}</c> (11) between sites of any kind; <c>n</c> is the ladder value.
/// </summary>
/// <param name="FirstBlock">Index of block <c>h</c>.</param>
/// <param name="SecondBlock">Index of block <c>k</c>; may equal <c>h</c>.</param>
/// <param name="Strength">The strength, an inverse time.</param>
public abstract record Coupling(int FirstBlock, int SecondBlock, double Strength)
{
    /// <summary>The power of n by which the strength is divided; 1 makes a coupling of growing blocks a mean field.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>A factor of the strength that depends on time; <see langword="null"/> for none.</summary>
    public TimeFunction? Drive { get; init; }

    /// <summary>The strength divided by its power of n.</summary>
    /// <param name="n">The ladder value.</param>
    public double StrengthAt(int n) => Scale == 1 ? Strength / n : Strength / Math.Pow(n, Scale);
}
