namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// Which values of J a block of spins reaches. Jumps of single spins lead from each J to its neighbours and so, in the end, to all;
/// everything else conserves J. A start that is symmetric and pure has <c>J = N/2</c> alone, any other start all J.
/// </summary>
/// <param name="Spins">The number of spins N, which need not be whole in an estimate.</param>
/// <param name="StartsSymmetric">Whether the block starts with <c>J = N/2</c> alone.</param>
/// <param name="ChangesJ">Whether a jump changes its J.</param>
internal readonly record struct BlockReach(double Spins, bool StartsSymmetric = false, bool ChangesJ = true)
{
    /// <summary>Whether <c>J = N/2</c> is all that is reached.</summary>
    public bool IsSymmetric => StartsSymmetric && !ChangesJ;

    /// <summary>The elements of a density matrix: <c>(N+1)(N+2)(N+3)/6</c> for all J, <c>(N+1)^2</c> for the largest.</summary>
    public double Elements => IsSymmetric ? Math.Pow(Spins + 1, 2) : (Spins + 1) * (Spins + 2) * (Spins + 3) / 6;

    /// <summary>The elements on the diagonals: <c>(floor(N/2)+1)(ceil(N/2)+1)</c> for all J, <c>N+1</c> for the largest.</summary>
    public double Diagonals => IsSymmetric ? Spins + 1 : (Math.Floor(Spins / 2) + 1) * (Math.Floor((Spins + 1) / 2) + 1);

    /// <summary>The sum over J of <c>(2J+1)^3</c>, to leading orders: the multiplications of one matrix product in every sector.</summary>
    public double Cubes => IsSymmetric ? Math.Pow(Spins + 1, 3) : (Math.Pow(Spins + 1, 4) / 8) + (Math.Pow(Spins + 1, 3) / 2);

    /// <summary>The product over several blocks.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="ofBlock">The count of one block.</param>
    public static double Product(IEnumerable<BlockReach> blocks, Func<BlockReach, double> ofBlock) =>
        blocks.Aggregate(1.0, (product, block) => product * ofBlock(block));
}
