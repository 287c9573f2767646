using System.Collections.Immutable;

namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// Where the numbers of a state lie in one array: sector after sector, in strips along the diagonals on and below the main one. A Hermitian
/// matrix is stored once; complex elements are pairs of real and imaginary part; populations are the main diagonals alone.
/// </summary>
/// <remarks>
/// Every Kraus factor keeps a state on its diagonal <c>M - M'</c> of each block or moves it to a nearby one. The elements that a generator
/// reads for one strip therefore lie in strips again. A layout may store part of a sector; elements it does not store count as zero.
/// </remarks>
internal sealed class StateLayout
{
    /// <summary>Unused numbers before the first strip and after the last, so that kernels may read whole vectors.</summary>
    public const int Guard = 64;

    // For each sector and diagonal one more than the index of the strip there, or 0.
    private readonly int[]?[] stripAt;
    private readonly (int From, int Count)[] ofSector;

    /// <summary>Lays out the whole state.</summary>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held; not <see cref="Representation.Auto"/>.</param>
    public StateLayout(SectorGraph graph, Representation representation)
        : this(graph, representation, graph.Vertices.SelectMany(sector => StripsOf(sector, representation)))
    {
    }

    /// <summary>Lays out part of a state.</summary>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held; not <see cref="Representation.Auto"/>.</param>
    /// <param name="strips">The strips to store, at most one on each diagonal, sector by sector; their offsets are ignored.</param>
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
            int[] numbers = stripAt[strip.Sector.Index] ??= new int[CountDiagonals(strip.Sector)];
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

    /// <summary>The real numbers stored, guards excluded.</summary>
    public int Numbers => Length - (2 * Guard);

    /// <summary>Whether elements have imaginary parts.</summary>
    public bool IsComplex => Representation == Representation.Complex;

    /// <summary>Real numbers per element.</summary>
    public int Width => IsComplex ? 2 : 1;

    /// <summary>Whether only main diagonals are stored.</summary>
    public bool IsDiagonal => Representation == Representation.Populations;

    /// <summary>The strips of a whole sector, one diagonal after the other.</summary>
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

    /// <summary>
    /// The index of the diagonal through an element: pairs of levels of the outer blocks, then the difference of the last block's levels.
    /// </summary>
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

    /// <summary>The strips stored of one sector.</summary>
    /// <param name="sector">The sector.</param>
    public ReadOnlySpan<Strip> StripsIn(Sector sector) => Strips.AsSpan().Slice(ofSector[sector.Index].From, ofSector[sector.Index].Count);

    /// <summary>The strip on the diagonal through an element, or <see langword="null"/> where none is stored.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row, not above the column.</param>
    /// <param name="column">The column.</param>
    public Strip? StripThrough(Sector sector, int row, int column)
    {
        int number = stripAt[sector.Index]?[DiagonalOf(sector, row, column)] ?? 0;
        return number == 0 ? null : Strips[number - 1];
    }

    private static int CountDiagonals(Sector sector)
    {
        int outer = sector.Dimension / sector.InnerDimension;
        return checked(outer == 1 ? sector.Dimension : outer * outer * ((2 * sector.InnerDimension) - 1));
    }
}
