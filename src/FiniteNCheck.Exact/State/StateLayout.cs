using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// Where the numbers of a state lie in one array: sector after sector, rows of full matrices (or diagonals); for complex states all real
/// parts first, then all imaginary parts.
/// </summary>
internal sealed class StateLayout
{
    private readonly int[] offsets;

    /// <summary>Lays out a state.</summary>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held; not <see cref="Representation.Auto"/>.</param>
    public StateLayout(SectorGraph graph, Representation representation)
    {
        Graph = graph;
        Representation = representation;
        offsets = new int[graph.Vertices.Length];
        int total = 0;
        foreach (Sector sector in graph.Vertices)
        {
            offsets[sector.Index] = total;
            total = checked(total + SizeOf(sector));
        }

        PlaneSize = total;
    }

    /// <summary>The sectors.</summary>
    public SectorGraph Graph { get; }

    /// <summary>How the state is held.</summary>
    public Representation Representation { get; }

    /// <summary>The numbers of one plane (all real parts).</summary>
    public int PlaneSize { get; }

    /// <summary>The numbers held in all.</summary>
    public int Length => IsComplex ? checked(2 * PlaneSize) : PlaneSize;

    /// <summary>Whether there are imaginary parts.</summary>
    public bool IsComplex => Representation == Representation.Complex;

    /// <summary>Whether only diagonals are held.</summary>
    public bool IsDiagonal => Representation == Representation.Populations;

    /// <summary>Where a sector begins in a plane.</summary>
    /// <param name="sector">The sector.</param>
    public int Offset(Sector sector) => offsets[sector.Index];

    /// <summary>The numbers of a sector in a plane.</summary>
    /// <param name="sector">The sector.</param>
    public int SizeOf(Sector sector) => checked(IsDiagonal ? sector.Dimension : sector.Dimension * sector.Dimension);

    /// <summary>An element of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex this[double[] state, Sector sector, int row, int column]
    {
        get
        {
            if (IsDiagonal)
            {
                return row == column ? state[Offset(sector) + row] : 0;
            }

            int at = Offset(sector) + (row * sector.Dimension) + column;
            return new Complex(state[at], IsComplex ? state[PlaneSize + at] : 0);
        }

        set
        {
            if (IsDiagonal)
            {
                state[Offset(sector) + row] = row == column ? value.Real : state[Offset(sector) + row];
                return;
            }

            int at = Offset(sector) + (row * sector.Dimension) + column;
            state[at] = value.Real;
            if (IsComplex)
            {
                state[PlaneSize + at] = value.Imaginary;
            }
        }
    }
}
