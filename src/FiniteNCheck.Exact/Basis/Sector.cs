using System.Collections.Immutable;

namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// A vertex of the sector graph: a tuple <c>(J_1, ..., J_B)</c>. Its states <c>|J_1 M_1, ..., J_B M_B&gt;</c> are numbered by
/// <c>a_h = J_h + M_h</c> from 0 to <c>2 J_h</c>, the last block varying fastest.
/// </summary>
internal sealed class Sector
{
    private readonly int[] strides;

    /// <summary>Creates a sector.</summary>
    /// <param name="index">Its position among all sectors.</param>
    /// <param name="spins">The number of spins of each block.</param>
    /// <param name="twiceJ">The values <c>2 J_h</c>.</param>
    public Sector(int index, ImmutableArray<int> spins, ImmutableArray<int> twiceJ)
    {
        Index = index;
        Spins = spins;
        TwiceJ = twiceJ;
        strides = new int[twiceJ.Length];
        int dimension = 1;
        for (int h = twiceJ.Length - 1; h >= 0; h--)
        {
            strides[h] = dimension;
            dimension *= twiceJ[h] + 1;
        }

        Dimension = dimension;
    }

    /// <summary>Its position among all sectors.</summary>
    public int Index { get; }

    /// <summary>The number of spins of each block.</summary>
    public ImmutableArray<int> Spins { get; }

    /// <summary>The values <c>2 J_h</c>.</summary>
    public ImmutableArray<int> TwiceJ { get; }

    /// <summary>The number of states, <c>prod (2 J_h + 1)</c>.</summary>
    public int Dimension { get; }

    /// <summary>The number of states of the last block.</summary>
    public int InnerDimension => TwiceJ[^1] + 1;

    /// <summary>The number of states of one block.</summary>
    /// <param name="block">The block.</param>
    public int DimensionOf(int block) => TwiceJ[block] + 1;

    /// <summary>The distance between states that differ by 1 in <c>M</c> of a block.</summary>
    /// <param name="block">The block.</param>
    public int Stride(int block) => strides[block];

    /// <summary>The number <c>a = J + M</c> of a block in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="block">The block.</param>
    public int Level(int state, int block) => state / strides[block] % DimensionOf(block);

    /// <summary>Twice the quantum number <c>M</c> of a block in a state: the sum of its Pauli z values.</summary>
    /// <param name="state">The state.</param>
    /// <param name="block">The block.</param>
    public int TwiceM(int state, int block) => (2 * Level(state, block)) - TwiceJ[block];
}
