using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// The operators of the generator, sector by sector: <c>G = -i H - 1/2 sum J+ J</c> inside each sector and Kraus factors along the edges of
/// the graph, so that <c>d rho/dt = G rho + rho G+ + sum_K K rho K+</c>. Channels with tilted arguments act on <c>Gamma rho Gamma</c>
/// instead of <c>rho</c>. Operators are built on request and not stored.
/// </summary>
internal class SectorOperators
{
    private readonly CollectiveSystem system;
    private readonly JumpChannel[] diagonal;
    private readonly CollectiveJump[] collective;

    /// <summary>Prepares the operators of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="graph">Its sectors.</param>
    public SectorOperators(CollectiveSystem system, SectorGraph graph)
    {
        this.system = system;
        Graph = graph;
        diagonal = [.. system.Jumps.Where(jump => FrameChoice.IsDiagonal(jump.Argument))];
        collective = [.. system.CollectiveJumps.Where(jump => FrameChoice.IsDiagonal(jump.Argument))];
        Tilted =
        [
            .. system.Jumps.Where(jump => !FrameChoice.IsDiagonal(jump.Argument)).Select(jump => new TiltedChannel(graph, jump)),
            .. system.CollectiveJumps.Where(jump => !FrameChoice.IsDiagonal(jump.Argument)).Select(jump => new TiltedChannel(graph, jump)),
        ];
    }

    /// <summary>The sectors.</summary>
    public SectorGraph Graph { get; }

    /// <summary>The channels whose rates depend on several axes of a block.</summary>
    public TiltedChannel[] Tilted { get; }

    /// <summary>
    /// Cancels the preparation of a run, which asks for the operators of every sector. It must be reset before the first step: a step that
    /// fails halfway would leave a state that is neither the old nor the new one.
    /// </summary>
    public CancellationToken Preparation { get; set; }

    /// <summary>Whether every rate is diagonal, so that <c>G</c> has only a few bands.</summary>
    public bool IsBanded => Tilted.Length == 0;

    /// <summary><c>G</c> of one sector without the tilted channels.</summary>
    /// <param name="sector">The sector.</param>
    public virtual BandOperator Drift(Sector sector)
    {
        Preparation.ThrowIfCancellationRequested();
        BandOperator drift = BandOperator.Scalar(sector, 0).Add(-Complex.ImaginaryOne, Hamiltonian(system, sector));
        foreach (JumpChannel jump in diagonal)
        {
            drift.Add(-0.5, DiagonalJump.Decay(sector, jump));
        }

        foreach (CollectiveJump jump in collective)
        {
            drift.Add(-0.5, CollectiveFactor.Decay(CollectiveFactor.WithRate(sector, jump)));
        }

        return drift;
    }

    /// <summary><c>-1/2 sum J+ J</c> of the tilted channels in one sector, as a dense matrix.</summary>
    /// <param name="sector">The sector.</param>
    public Complex[,] TiltedDrift(Sector sector)
    {
        Preparation.ThrowIfCancellationRequested();
        var drift = new Complex[sector.Dimension, sector.Dimension];
        foreach (TiltedChannel channel in Tilted)
        {
            Complex[,] decay = channel.Decay(sector);
            for (int row = 0; row < sector.Dimension; row++)
            {
                for (int column = 0; column < sector.Dimension; column++)
                {
                    drift[row, column] -= decay[row, column] / 2;
                }
            }
        }

        return drift;
    }

    /// <summary>The Kraus factors of the diagonal channels that lead to one sector.</summary>
    /// <param name="target">The sector.</param>
    public virtual SectorMap[] Incoming(Sector target) =>
    [
        .. diagonal.SelectMany(jump => JumpFactors.LeadingTo(Graph, target, jump.Block, source => DiagonalJump.WithRate(source, jump))),
        .. collective.Select(jump => CollectiveFactor.ToMap(target, CollectiveFactor.WithRate(target, jump))),
    ];

    /// <summary>Whether a tilted channel multiplies by its rate before its Kraus factors act, as it does on states.</summary>
    public virtual bool RatesComeFirst => true;

    /// <summary>The Kraus factors of a tilted channel, without its rate, that lead to one sector.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="target">The sector.</param>
    public virtual IEnumerable<SectorMap> TiltedIncoming(TiltedChannel channel, Sector target) => channel.Incoming(target);

    /// <summary>The Hamiltonian inside one sector.</summary>
    /// <param name="system">The system.</param>
    /// <param name="sector">The sector.</param>
    public static BandOperator Hamiltonian(CollectiveSystem system, Sector sector)
    {
        BandOperator[] spin = CollectiveSpin.Of(sector);
        var hamiltonian = new BandOperator(sector.Dimension);
        for (int g = 0; g < system.Groups; g++)
        {
            for (int a = 0; a < 3; a++)
            {
                double field = system.Fields[g][(PauliAxis)a];
                if (field != 0)
                {
                    hamiltonian.Add(field, spin[(3 * g) + a]);
                }
            }
        }

        for (int row = 0; row < spin.Length; row++)
        {
            for (int column = 0; column < spin.Length; column++)
            {
                if (system.Coupling[row, column] != 0)
                {
                    hamiltonian.Add(system.Coupling[row, column] / 2, spin[row].Times(spin[column]));
                }
            }
        }

        return hamiltonian;
    }
}
