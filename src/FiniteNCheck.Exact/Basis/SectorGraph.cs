using System.Collections.Immutable;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.Search;

namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// The sector graph: vertices are sectors, edges the one-spin transitions <c>J_q -> J_q - 1, J_q + 1</c> of one block. A density matrix is
/// one Hermitian block per vertex. Vertices that nothing leads to from the start are left out: their blocks stay zero.
/// </summary>
internal sealed class SectorGraph
{
    // A vertex that is no sector, from which the sectors of the start are reached.
    private const int Start = -1;

    private readonly ImmutableArray<BlockReach> reach;
    private readonly int[] levels;
    private readonly int[] strides;

    // By position among all sectors, reached or not.
    private readonly Sector?[] at;

    /// <summary>Builds the graph of blocks that reach every J.</summary>
    /// <param name="spins">The number of spins of each block, at least 1 each.</param>
    public SectorGraph(ImmutableArray<int> spins)
        : this([.. spins.Select(count => new BlockReach(count))])
    {
    }

    /// <summary>Builds the graph of what blocks reach.</summary>
    /// <param name="reach">The blocks.</param>
    public SectorGraph(ImmutableArray<BlockReach> reach)
    {
        this.reach = reach;
        Spins = [.. reach.Select(block => (int)block.Spins)];
        levels = [.. Spins.Select(count => (count / 2) + 1)];
        strides = new int[levels.Length];
        int total = 1;
        for (int h = levels.Length - 1; h >= 0; h--)
        {
            strides[h] = total;
            total = checked(total * levels[h]);
        }

        at = new Sector?[total];
        int[] positions = [.. Reached().Order()];
        Vertices = [.. positions.Select((position, index) => new Sector(index, Spins, TwiceJAt(position)))];
        for (int v = 0; v < positions.Length; v++)
        {
            at[positions[v]] = Vertices[v];
        }
    }

    /// <summary>The number of spins of each block.</summary>
    public ImmutableArray<int> Spins { get; }

    /// <summary>The sectors reached, the largest <c>J</c> first.</summary>
    public ImmutableArray<Sector> Vertices { get; }

    /// <summary>The number of all sectors, reached or not.</summary>
    public int Total => at.Length;

    /// <summary>
    /// The strongly connected components, in the order of their first sectors: sets of sectors that the evolution does not leave, each
    /// with a stationary state of its own.
    /// </summary>
    public ImmutableArray<ImmutableArray<Sector>> Components()
    {
        Dictionary<Sector, int> component = [];
        var graph = new DelegateVertexAndEdgeListGraph<Sector, SEdge<Sector>>(
            Vertices,
            (Sector sector, out IEnumerable<SEdge<Sector>> edges) =>
            {
                edges = Neighbours(sector).Select(neighbour => new SEdge<Sector>(sector, neighbour));
                return true;
            });
        graph.StronglyConnectedComponents(component);
        return
        [
            .. Vertices.GroupBy(sector => component[sector]).Select(group => group.ToImmutableArray()).OrderBy(group => group[0].Index),
        ];
    }

    /// <summary>The sector with <c>J</c> of one block changed, or <see langword="null"/> where none is reached.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="block">The block.</param>
    /// <param name="change">The change of <c>J</c>: -1, 0 or 1.</param>
    public Sector? Neighbour(Sector sector, int block, int change)
    {
        int level = ((Spins[block] - sector.TwiceJ[block]) / 2) - change;
        return level < 0 || level >= levels[block] ? null : at[PositionOf(sector) - (change * strides[block])];
    }

    private IEnumerable<Sector> Neighbours(Sector sector) =>
        from block in Enumerable.Range(0, levels.Length)
        where reach[block].ChangesJ
        from change in new[] { -1, 1 }
        let neighbour = Neighbour(sector, block, change)
        where neighbour is not null
        select neighbour;

    // Positions of the sectors reached from the start.
    private List<int> Reached()
    {
        var graph = new DelegateVertexAndEdgeListGraph<int, SEdge<int>>(
            Enumerable.Range(Start, at.Length + 1),
            (int position, out IEnumerable<SEdge<int>> edges) =>
            {
                edges = (position == Start ? StartPositions() : NextTo(position)).Select(next => new SEdge<int>(position, next));
                return true;
            });
        List<int> reached = [];
        var search = new BreadthFirstSearchAlgorithm<int, SEdge<int>>(graph);
        search.DiscoverVertex += position =>
        {
            if (position != Start)
            {
                reached.Add(position);
            }
        };
        search.Compute(Start);
        return reached;
    }

    private IEnumerable<int> StartPositions() => Enumerable.Range(0, at.Length)
        .Where(position => reach.Index().All(block => !block.Item.StartsSymmetric || LevelOf(position, block.Index) == 0));

    private IEnumerable<int> NextTo(int position) =>
        from block in Enumerable.Range(0, levels.Length)
        where reach[block].ChangesJ
        from level in new[] { LevelOf(position, block) - 1, LevelOf(position, block) + 1 }
        where level >= 0 && level < levels[block]
        select position + ((level - LevelOf(position, block)) * strides[block]);

    private int LevelOf(int position, int block) => position / strides[block] % levels[block];

    private int PositionOf(Sector sector)
    {
        int position = 0;
        for (int h = 0; h < levels.Length; h++)
        {
            position += (Spins[h] - sector.TwiceJ[h]) / 2 * strides[h];
        }

        return position;
    }

    private ImmutableArray<int> TwiceJAt(int position) =>
        [.. Spins.Select((count, block) => count - (2 * LevelOf(position, block)))];
}
