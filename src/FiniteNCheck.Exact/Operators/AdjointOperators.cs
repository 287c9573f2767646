using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// The operators of the adjoint generator, which moves observables: <c>dO/dt = G+ O + O G + sum_K K+ O K</c>. Every Kraus factor leads the
/// other way, and a channel with a tilted argument multiplies by its rate last: <c>Gamma (sum_K K+ O K) Gamma</c>.
/// </summary>
internal sealed class AdjointOperators : SectorOperators
{
    // By the sector that a factor of the adjoint leads to.
    private readonly SectorMap[][] incoming;
    private readonly Dictionary<TiltedChannel, SectorMap[][]> tilted;

    /// <summary>Prepares the adjoint of a system's generator.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="graph">Its sectors.</param>
    public AdjointOperators(CollectiveSystem system, SectorGraph graph)
        : base(system, graph)
    {
        incoming = Reversed(base.Incoming);
        tilted = Tilted.ToDictionary(channel => channel, channel => Reversed(target => base.TiltedIncoming(channel, target)));
    }

    /// <inheritdoc/>
    public override bool RatesComeFirst => false;

    /// <inheritdoc/>
    public override BandOperator Drift(Sector sector) => base.Drift(sector).Adjoint();

    /// <inheritdoc/>
    public override SectorMap[] Incoming(Sector target) => incoming[target.Index];

    /// <inheritdoc/>
    public override IEnumerable<SectorMap> TiltedIncoming(TiltedChannel channel, Sector target) => tilted[channel][target.Index];

    private SectorMap[][] Reversed(Func<Sector, IEnumerable<SectorMap>> factors)
    {
        ILookup<int, SectorMap> bySource = Graph.Vertices.SelectMany(factors).ToLookup(map => map.Source.Index, map => map.Adjoint());
        return [.. Graph.Vertices.Select(sector => bySource[sector.Index].ToArray())];
    }
}
