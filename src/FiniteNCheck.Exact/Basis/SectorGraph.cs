using System.Collections.Immutable;

namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// The sector graph: vertices are sectors, edges the one-spin transitions <c>J_q -> J_q - 1, J_q, J_q + 1</c> of one block.
/// A density matrix is one Hermitian block per vertex.
/// </summary>
internal sealed class SectorGraph
{
    private readonly int[] levels;
    private readonly int[] strides;

    /// <summary>Builds the graph.</summary>
    /// <param name="spins">The number of spins of each block, at least 1 each.</param>
    public SectorGraph(ImmutableArray<int> spins)
    {
        Spins = spins;
        levels = [.. spins.Select(count => (count / 2) + 1)];
        strides = new int[levels.Length];
        int total = 1;
        for (int h = levels.Length - 1; h >= 0; h--)
        {
            strides[h] = total;
            total = checked(total * levels[h]);
        }

        var vertices = ImmutableArray.CreateBuilder<Sector>(total);
        for (int index = 0; index < total; index++)
        {
            vertices.Add(new Sector(index, spins, TwiceJAt(index)));
        }

        Vertices = vertices.MoveToImmutable();
    }

    /// <summary>The number of spins of each block.</summary>
    public ImmutableArray<int> Spins { get; }

    /// <summary>All sectors, the largest <c>J</c> first.</summary>
    public ImmutableArray<Sector> Vertices { get; }

    /// <summary>The elements of a full density matrix, <c>prod (N+1)(N+2)(N+3)/6</c>, without building the graph.</summary>
    /// <param name="spins">The number of spins of each block.</param>
    public static double DensitySize(IEnumerable<int> spins) =>
        spins.Aggregate(1.0, (product, count) => product * (count + 1.0) * (count + 2.0) * (count + 3.0) / 6);

    /// <summary>
    /// The sum over all sectors of the cube of their dimension, <c>prod sum_J (2J+1)^3</c>, to leading orders: the multiplications of one
    /// matrix product in every sector.
    /// </summary>
    /// <param name="spins">The number of spins of each block.</param>
    public static double CubesOfDimensions(IEnumerable<int> spins) =>
        spins.Aggregate(1.0, (product, count) => product * CubesOfDimensions((double)count));

    /// <summary>The same for one block, whose number of spins need not be whole.</summary>
    /// <param name="spins">The number of spins.</param>
    public static double CubesOfDimensions(double spins) => (Math.Pow(spins + 1, 4) / 8) + (Math.Pow(spins + 1, 3) / 2);

    /// <summary>
    /// The elements on the diagonals of a density matrix, <c>prod (floor(N/2)+1)(ceil(N/2)+1)</c>, without building the graph.
    /// </summary>
    /// <param name="spins">The number of spins of each block.</param>
    public static double DiagonalSize(IEnumerable<int> spins) =>
        spins.Aggregate(1.0, (product, count) => product * ((count / 2) + 1.0) * (((count + 1) / 2) + 1.0));

    /// <summary>The sector with <c>J</c> of one block changed, or <see langword="null"/> where there is none.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="block">The block.</param>
    /// <param name="change">The change of <c>J</c>: -1, 0 or 1.</param>
    public Sector? Neighbour(Sector sector, int block, int change)
    {
        int level = ((Spins[block] - sector.TwiceJ[block]) / 2) - change;
        if (level < 0 || level >= levels[block])
        {
            return null;
        }

        return Vertices[sector.Index - (change * strides[block])];
    }

    private ImmutableArray<int> TwiceJAt(int index)
    {
        int[] twiceJ = new int[levels.Length];
        for (int h = levels.Length - 1; h >= 0; h--)
        {
            twiceJ[h] = Spins[h] - (2 * (index % levels[h]));
            index /= levels[h];
        }

        return [.. twiceJ];
    }
}
