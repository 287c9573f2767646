using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>A channel whose rate is a dense matrix in every sector: its Kraus factors act on <c>Gamma rho Gamma</c>.</summary>
internal sealed class TiltedChannel
{
    private readonly CollectiveRate rate;
    private readonly ImmutableArray<PauliVector> argument;
    private readonly Complex[][][,] rotations;
    private readonly Func<Sector, BandOperator> decay;
    private readonly Func<Sector, IEnumerable<SectorMap>> incoming;

    /// <summary>Prepares a jump of single spins.</summary>
    /// <param name="graph">The sector graph.</param>
    /// <param name="jump">The jump.</param>
    public TiltedChannel(SectorGraph graph, JumpChannel jump)
        : this(
            graph,
            jump.Rate,
            jump.Argument,
            sector => DiagonalJump.LocalDecay(sector, jump),
            target => JumpFactors.LeadingTo(graph, target, jump.Block, source => DiagonalJump.WithoutRate(source, jump)))
    {
    }

    /// <summary>Prepares a collective jump.</summary>
    /// <param name="graph">The sector graph.</param>
    /// <param name="jump">The jump.</param>
    public TiltedChannel(SectorGraph graph, CollectiveJump jump)
        : this(
            graph,
            jump.Rate,
            jump.Argument,
            sector => CollectiveFactor.Decay(CollectiveFactor.WithoutRate(sector, jump)),
            target => [CollectiveFactor.ToMap(target, CollectiveFactor.WithoutRate(target, jump))])
    {
    }

    private TiltedChannel(
        SectorGraph graph,
        CollectiveRate rate,
        ImmutableArray<PauliVector> argument,
        Func<Sector, BandOperator> decay,
        Func<Sector, IEnumerable<SectorMap>> incoming)
    {
        (this.rate, this.argument, this.decay, this.incoming) = (rate, argument, decay, incoming);
        rotations = [.. argument.Select((r, g) => TiltedRate.Rotations(r, graph.Spins[g]))];
    }

    /// <summary>The matrix <c>Gamma(Delta)</c> in one sector.</summary>
    /// <param name="sector">The sector.</param>
    public Complex[,] Rate(Sector sector) =>
        TiltedRate.Matrix(sector, rate, argument, [.. rotations.Select((ofBlock, g) => ofBlock[sector.TwiceJ[g]])]);

    /// <summary>The operator <c>sum J+ J = Gamma (sum j+ j) Gamma</c> in one sector.</summary>
    /// <param name="sector">The sector.</param>
    public Complex[,] Decay(Sector sector)
    {
        Complex[,] matrix = Rate(sector);
        return SquareMatrix.Multiply(SquareMatrix.Multiply(matrix, decay(sector).ToDense()), matrix);
    }

    /// <summary>The Kraus factors of the jump without its rate that lead to one sector.</summary>
    /// <param name="target">The sector.</param>
    public IEnumerable<SectorMap> Incoming(Sector target) => incoming(target);
}
