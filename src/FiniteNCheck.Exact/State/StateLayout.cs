using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// Where the numbers of a state lie in one array: sector after sector, row after row; for complex states all real parts first, then all
/// imaginary parts.
/// </summary>
/// <remarks>
/// Populations hold diagonals. Full rows hold all columns. Packed rows hold the columns up to the diagonal and a halo of two beyond it, copies
/// of the rows below: the operators of one block connect states at most two levels apart, so every row that the generator reads is there.
/// </remarks>
internal sealed class StateLayout
{
    /// <summary>The columns beyond the diagonal that a packed row holds.</summary>
    public const int Halo = 2;

    private readonly int[] offsets;

    /// <summary>Lays out a state.</summary>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held; not <see cref="Representation.Auto"/>.</param>
    /// <param name="packed">Whether to hold one triangle; for one block whose generator is banded.</param>
    public StateLayout(SectorGraph graph, Representation representation, bool packed = false)
    {
        Graph = graph;
        Representation = representation;
        IsPacked = packed && !IsDiagonal;
        offsets = new int[graph.Vertices.Length];
        int total = 0;
        foreach (Sector sector in graph.Vertices)
        {
            offsets[sector.Index] = total;
            total = checked(total + RowStart(sector, sector.Dimension));
        }

        PlaneSize = total;
    }

    /// <summary>The sectors.</summary>
    public SectorGraph Graph { get; }

    /// <summary>How the state is held.</summary>
    public Representation Representation { get; }

    /// <summary>Whether rows end at the halo.</summary>
    public bool IsPacked { get; }

    /// <summary>The numbers of one plane (all real parts).</summary>
    public int PlaneSize { get; }

    /// <summary>The numbers held in all.</summary>
    public int Length => IsComplex ? checked(2 * PlaneSize) : PlaneSize;

    /// <summary>Whether there are imaginary parts.</summary>
    public bool IsComplex => Representation == Representation.Complex;

    /// <summary>Whether only diagonals are held.</summary>
    public bool IsDiagonal => Representation == Representation.Populations;

    /// <summary>Where a row begins in a plane.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    public int Offset(Sector sector, int row = 0) => offsets[sector.Index] + RowStart(sector, row);

    /// <summary>The columns that a row holds, counted from 0; those beyond the diagonal of a packed row are copies.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    public int RowLength(Sector sector, int row) => IsPacked ? row + 1 + Halo : IsDiagonal ? 1 : sector.Dimension;

    /// <summary>The columns of a row that are its own.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    public int OwnLength(Sector sector, int row) => IsPacked ? row + 1 : RowLength(sector, row);

    /// <summary>An element of a state. Setting one of a packed state sets its copies and mirror image too.</summary>
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

            return IsPacked && column > row
                ? Complex.Conjugate(Read(state, Offset(sector, column) + row))
                : Read(state, Offset(sector, row) + column);
        }

        set
        {
            if (IsDiagonal)
            {
                state[Offset(sector) + row] = row == column ? value.Real : state[Offset(sector) + row];
                return;
            }

            (int low, int high) = (Math.Min(row, column), Math.Max(row, column));
            Complex lower = column > row ? Complex.Conjugate(value) : value;
            if (!IsPacked)
            {
                Write(state, Offset(sector, row) + column, value);
                return;
            }

            Write(state, Offset(sector, high) + low, lower);
            if (high > low && high - low <= Halo)
            {
                Write(state, Offset(sector, low) + high, Complex.Conjugate(lower));
            }
        }
    }

    private int RowStart(Sector sector, int row) => checked(IsPacked
        ? row * (row + 1 + (2 * Halo)) / 2
        : row * RowLength(sector, row));

    private Complex Read(double[] state, int at) => new(state[at], IsComplex ? state[PlaneSize + at] : 0);

    private void Write(double[] state, int at, Complex value)
    {
        state[at] = value.Real;
        if (IsComplex)
        {
            state[PlaneSize + at] = value.Imaginary;
        }
    }
}
