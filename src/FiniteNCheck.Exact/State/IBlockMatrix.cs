using System.Numerics;

namespace FiniteNCheck.Exact.State;

/// <summary>A matrix of one block of spins that no permutation changes: its part in spin J, summed over the multiplicity of J.</summary>
internal interface IBlockMatrix
{
    /// <summary>An element.</summary>
    /// <param name="twiceJ"><c>2J</c>.</param>
    /// <param name="a"><c>J + M</c> of the row.</param>
    /// <param name="b"><c>J + M'</c> of the column.</param>
    Complex Element(int twiceJ, int a, int b);
}
