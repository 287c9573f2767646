using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// What the generator is, sector by sector: <c>G = -i H - 1/2 sum J+ J</c> inside each sector and Kraus factors along the edges of the graph,
/// so that <c>d rho/dt = G rho + rho G+ + sum_K K rho K+</c>. Channels with tilted arguments act on <c>Gamma rho Gamma</c> instead of <c>rho</c>.
/// </summary>
internal sealed class SectorOperators
{
    /// <summary>Builds the operators of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="graph">Its sectors.</param>
    public SectorOperators(CollectiveSystem system, SectorGraph graph)
    {
        Graph = graph;
        JumpChannel[] diagonal = [.. system.Jumps.Where(FrameChoice.IsDiagonal)];
        JumpChannel[] tilted = [.. system.Jumps.Where(jump => !FrameChoice.IsDiagonal(jump))];
        IsBanded = tilted.Length == 0;
        Incoming = Group(graph.Vertices.SelectMany(source => diagonal.SelectMany(
            jump => JumpFactors.Leaving(graph, source, jump.Block, DiagonalJump.Of(source, jump)))));
        Tilted = [.. tilted.Select(jump => new TiltedChannel(
            RateMatrices(jump),
            Group(graph.Vertices.SelectMany(source => JumpFactors.Leaving(graph, source, jump.Block, DiagonalJump.WithoutRate(source, jump))))))];
        Drift = [.. graph.Vertices.Select(sector => DiagonalDrift(system, sector, diagonal))];
        DenseDrift = IsBanded ? [] : [.. graph.Vertices.Select(sector => AddTiltedDecay(Drift[sector.Index].ToDense(), sector, tilted))];
    }

    /// <summary>The sectors.</summary>
    public SectorGraph Graph { get; }

    /// <summary>Whether every rate is diagonal, so that <c>G</c> has few bands.</summary>
    public bool IsBanded { get; }

    /// <summary><c>G</c> of each sector without the tilted channels.</summary>
    public BandOperator[] Drift { get; }

    /// <summary><c>G</c> of each sector in full, where some channel is tilted; empty otherwise.</summary>
    public Complex[][,] DenseDrift { get; }

    /// <summary>The Kraus factors of the diagonal channels by target sector.</summary>
    public SectorMap[][] Incoming { get; }

    /// <summary>The tilted channels.</summary>
    public TiltedChannel[] Tilted { get; }

    /// <summary>The Hamiltonian inside one sector.</summary>
    /// <param name="system">The system.</param>
    /// <param name="sector">The sector.</param>
    public static BandOperator Hamiltonian(CollectiveSystem system, Sector sector)
    {
        var spin = CollectiveSpin.Of(sector);
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

    private static BandOperator DiagonalDrift(CollectiveSystem system, Sector sector, JumpChannel[] jumps)
    {
        BandOperator drift = BandOperator.Scalar(sector, 0).Add(-Complex.ImaginaryOne, Hamiltonian(system, sector));
        foreach (JumpChannel jump in jumps)
        {
            drift.Add(-0.5, DiagonalJump.Decay(sector, jump));
        }

        return drift;
    }

    private Complex[,] AddTiltedDecay(Complex[,] drift, Sector sector, JumpChannel[] tilted)
    {
        for (int channel = 0; channel < tilted.Length; channel++)
        {
            Complex[,] rate = Tilted[channel].Rates[sector.Index];
            Complex[,] decay = Multiply(Multiply(rate, DiagonalJump.LocalDecay(sector, tilted[channel]).ToDense()), rate);
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

    private Complex[][,] RateMatrices(JumpChannel jump)
    {
        Complex[][][,] rotations = [.. jump.Argument.Select((r, g) => TiltedRate.Rotations(r, Graph.Spins[g]))];
        return [.. Graph.Vertices.Select(sector =>
            TiltedRate.Matrix(sector, jump, [.. rotations.Select((ofBlock, g) => ofBlock[sector.TwiceJ[g]])]))];
    }

    private SectorMap[][] Group(IEnumerable<SectorMap> maps)
    {
        ILookup<int, SectorMap> byTarget = maps.ToLookup(map => map.Target.Index);
        return [.. Graph.Vertices.Select(sector => byTarget[sector.Index].ToArray())];
    }

    private static Complex[,] Multiply(Complex[,] a, Complex[,] b)
    {
        int d = a.GetLength(0);
        var product = new Complex[d, d];
        for (int row = 0; row < d; row++)
        {
            for (int k = 0; k < d; k++)
            {
                Complex factor = a[row, k];
                if (factor == Complex.Zero)
                {
                    continue;
                }

                for (int column = 0; column < d; column++)
                {
                    product[row, column] += factor * b[k, column];
                }
            }
        }

        return product;
    }
}
