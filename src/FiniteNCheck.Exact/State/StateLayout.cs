using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// Where the numbers of a state lie in one array: sector after sector, in strips along the diagonals on and below the main one. A Hermitian
/// matrix is held once; complex elements as pairs of real and imaginary part; populations are the main diagonals alone.
/// </summary>
/// <remarks>
/// Every Kraus factor keeps a state within its diagonal <c>M - M'</c> of each block or moves it to a near one, and the cells that a generator reads for
/// one strip lie in strips again. A layout may hold part of a sector; elements it does not hold count as zero.
/// </remarks>
internal sealed class StateLayout
{
    /// <summary>Unused numbers before the first and after the last strip, so that kernels may read whole vectors.</summary>
    public const int Guard = 64;

    private readonly int[]?[] stripAt;
    private readonly (int From, int Count)[] ofSector;

    /// <summary>Lays out a state in full.</summary>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held; not <see cref="Representation.Auto"/>.</param>
    public StateLayout(SectorGraph graph, Representation representation)
        : this(graph, representation, graph.Vertices.SelectMany(sector => StripsOf(sector, representation)))
    {
    }

    /// <summary>Lays out a part of a state.</summary>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held; not <see cref="Representation.Auto"/>.</param>
    /// <param name="strips">The strips to hold, at most one on each diagonal, sector by sector; their offsets are ignored.</param>
    public StateLayout(SectorGraph graph, Representation representation, IEnumerable<Strip> strips)
    {
        Graph = graph;
        Representation = representation;
        stripAt = new int[graph.Vertices.Length][];
        ofSector = new (int, int)[graph.Vertices.Length];
        var placed = ImmutableArray.CreateBuilder<Strip>();
        int next = Guard;
        foreach (Strip strip in strips)
        {
            int[] numbers = stripAt[strip.Sector.Index] ??= new int[DiagonalCount(strip.Sector)];
            (int from, int count) = ofSector[strip.Sector.Index];
            ofSector[strip.Sector.Index] = (count == 0 ? placed.Count : from, count + 1);
            placed.Add(strip with { Offset = next });
            numbers[DiagonalOf(strip.Sector, strip.Row, strip.Column)] = placed.Count;
            next = checked(next + (strip.Length * Width));
        }

        Strips = placed.DrainToImmutable();
        Length = checked(next + Guard);
    }

    /// <summary>The sectors.</summary>
    public SectorGraph Graph { get; }

    /// <summary>How the state is held.</summary>
    public Representation Representation { get; }

    /// <summary>The strips in the order of their offsets.</summary>
    public ImmutableArray<Strip> Strips { get; }

    /// <summary>The length of the array, guards included.</summary>
    public int Length { get; }

    /// <summary>The real numbers that say something.</summary>
    public int Numbers => Length - (2 * Guard);

    /// <summary>Whether elements have imaginary parts.</summary>
    public bool IsComplex => Representation == Representation.Complex;

    /// <summary>Real numbers per element.</summary>
    public int Width => IsComplex ? 2 : 1;

    /// <summary>Whether only main diagonals are held.</summary>
    public bool IsDiagonal => Representation == Representation.Populations;

    /// <summary>The strips of one sector in full, along one diagonal of the sector after the other.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="representation">How the state is held.</param>
    public static IEnumerable<Strip> StripsOf(Sector sector, Representation representation)
    {
        int inner = sector.InnerDimension;
        int differences = representation == Representation.Populations ? 1 : sector.Dimension;
        for (int difference = 0; difference < differences; difference++)
        {
            int length;
            for (int column = 0; column + difference < sector.Dimension; column += length)
            {
                // Up to where the row or the column leaves the level of the outer blocks.
                int row = column + difference;
                length = Math.Min(inner - (row % inner), inner - (column % inner));
                yield return new Strip(sector, row, column, length);
            }
        }
    }

    /// <summary>The strips that are held of one sector.</summary>
    /// <param name="sector">The sector.</param>
    public ReadOnlySpan<Strip> StripsIn(Sector sector) => Strips.AsSpan().Slice(ofSector[sector.Index].From, ofSector[sector.Index].Count);

    /// <summary>The strip on the diagonal through an element, or <see langword="null"/> where none is held.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row, not above the column.</param>
    /// <param name="column">The column.</param>
    public Strip? StripThrough(Sector sector, int row, int column)
    {
        int number = stripAt[sector.Index]?[DiagonalOf(sector, row, column)] ?? 0;
        return number == 0 ? null : Strips[number - 1];
    }

    /// <summary>An element of a state; zero where it is not held.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex Read(double[] state, Sector sector, int row, int column)
    {
        if (row < column)
        {
            return Complex.Conjugate(Read(state, sector, column, row));
        }

        if (IsDiagonal && row != column)
        {
            return 0;
        }

        if (StripThrough(sector, row, column) is not { } strip || row < strip.Row || row >= strip.Row + strip.Length)
        {
            return 0;
        }

        int at = strip.Offset + ((row - strip.Row) * Width);
        return new Complex(state[at], IsComplex ? state[at + 1] : 0);
    }

    /// <summary>Copies what another layout holds too.</summary>
    /// <param name="state">A state in this layout.</param>
    /// <param name="target">The other layout, of the same sectors and representation.</param>
    public double[] CopyTo(double[] state, StateLayout target)
    {
        double[] copy = new double[target.Length];
        foreach (Strip to in target.Strips)
        {
            if (StripThrough(to.Sector, to.Row, to.Column) is { } from)
            {
                int first = Math.Max(from.Row, to.Row);
                int length = Math.Min(from.Row + from.Length, to.Row + to.Length) - first;
                if (length > 0)
                {
                    Array.Copy(state, from.Offset + ((first - from.Row) * Width), copy, to.Offset + ((first - to.Row) * Width), length * Width);
                }
            }
        }

        return copy;
    }

    /// <summary>The number of the diagonal through an element: pairs of levels of the outer blocks, then the difference of the last block's levels.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row, not above the column.</param>
    /// <param name="column">The column.</param>
    public static int DiagonalOf(Sector sector, int row, int column)
    {
        int inner = sector.InnerDimension;
        int outer = sector.Dimension / inner;
        return outer == 1
            ? row - column
            : ((((row / inner * outer) + (column / inner)) * ((2 * inner) - 1)) + (row % inner) - (column % inner) + inner - 1);
    }

    private static int DiagonalCount(Sector sector)
    {
        int outer = sector.Dimension / sector.InnerDimension;
        return checked(outer == 1 ? sector.Dimension : outer * outer * ((2 * sector.InnerDimension) - 1));
    }
}
