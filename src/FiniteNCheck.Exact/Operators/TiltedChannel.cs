using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>A channel whose rate is a dense matrix in every sector: its Kraus factors act on <c>Gamma rho Gamma</c>.</summary>
internal sealed class TiltedChannel
{
    private readonly SectorGraph graph;
    private readonly JumpChannel jump;
    private readonly Complex[][][,] rotations;

    /// <summary>Prepares a channel.</summary>
    /// <param name="graph">The sector graph.</param>
    /// <param name="jump">The channel.</param>
    public TiltedChannel(SectorGraph graph, JumpChannel jump)
    {
        this.graph = graph;
        this.jump = jump;
        rotations = [.. jump.Argument.Select((r, g) => TiltedRate.Rotations(r, graph.Spins[g]))];
    }

    /// <summary>The matrix <c>Gamma(Delta)</c> in one sector.</summary>
    /// <param name="sector">The sector.</param>
    public Complex[,] Rate(Sector sector) =>
        TiltedRate.Matrix(sector, jump, [.. rotations.Select((ofBlock, g) => ofBlock[sector.TwiceJ[g]])]);

    /// <summary>The operator <c>sum_i J_i+ J_i = Gamma (sum_i j+ j) Gamma</c> in one sector.</summary>
    /// <param name="sector">The sector.</param>
    public Complex[,] Decay(Sector sector)
    {
        Complex[,] rate = Rate(sector);
        return SquareMatrix.Multiply(SquareMatrix.Multiply(rate, DiagonalJump.LocalDecay(sector, jump).ToDense()), rate);
    }

    /// <summary>The Kraus factors of the jump without its rate that lead to one sector.</summary>
    /// <param name="target">The sector.</param>
    public IEnumerable<SectorMap> Incoming(Sector target) =>
        JumpFactors.LeadingTo(graph, target, jump.Block, source => DiagonalJump.WithoutRate(source, jump));
}
