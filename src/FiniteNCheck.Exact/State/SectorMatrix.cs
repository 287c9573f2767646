using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.State;

/// <summary>A matrix of one sector, held in a range of levels of each block and zero elsewhere.</summary>
internal sealed class SectorMatrix
{
    private readonly Sector sector;
    private readonly LevelRange[] rows;
    private readonly LevelRange[] columns;

    // Row by row, the last block varying fastest.
    private readonly Complex[] elements;

    private SectorMatrix(Sector sector, LevelRange[] rows, LevelRange[] columns, Complex[] elements) =>
        (this.sector, this.rows, this.columns, this.elements) = (sector, rows, columns, elements);

    /// <summary>The ranges of levels that hold all rows and columns with an element that is not zero.</summary>
    public LevelRange[] Levels => [.. rows.Zip(columns, (row, column) => row.Hull(column))];

    /// <summary>An element; zero outside of the ranges.</summary>
    /// <param name="row">The row in the sector.</param>
    /// <param name="column">The column in the sector.</param>
    public Complex this[int row, int column] => Place(rows, row) is >= 0 and var first && Place(columns, column) is >= 0 and var second
        ? elements[(first * Size(columns)) + second]
        : Complex.Zero;

    /// <summary>Reads <c>X = X_h + i X_a</c> where it is stored.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="hermitian"><c>X_h</c>.</param>
    /// <param name="antiHermitian"><c>X_a</c>; <see langword="null"/> for zero.</param>
    /// <returns>The matrix; <see langword="null"/> where nothing is stored.</returns>
    public static SectorMatrix? Read(Sector sector, DensityMatrix hermitian, DensityMatrix? antiHermitian)
    {
        (DensityMatrix Part, Complex Factor)[] parts = antiHermitian is { } other
            ? [(hermitian, 1), (other, Complex.ImaginaryOne)]
            : [(hermitian, 1)];
        LevelRange[][] ranges = [.. parts.Select(each => StoredLevels(each.Part.Layout, sector)).OfType<LevelRange[]>()];
        if (ranges.Length == 0)
        {
            return null;
        }

        LevelRange[] levels = ranges.Aggregate((one, two) => [.. one.Zip(two, (a, b) => a.Hull(b))]);
        int size = Size(levels);
        var matrix = new SectorMatrix(sector, levels, levels, new Complex[size * size]);
        foreach ((DensityMatrix part, Complex factor) in parts)
        {
            foreach (Strip strip in part.Layout.StripsIn(sector))
            {
                for (int i = 0; i < strip.Length; i++)
                {
                    (int row, int column) = (Place(levels, sector, strip.Row + i), Place(levels, sector, strip.Column + i));
                    Complex element = part[strip, i];
                    matrix.elements[(row * size) + column] += factor * element;
                    matrix.elements[(column * size) + row] += strip.IsDiagonal ? 0 : factor * Complex.Conjugate(element);
                }
            }
        }

        return matrix;
    }

    /// <summary>The levels of each block in which a layout stores part of a sector, rows and columns together.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="sector">The sector.</param>
    /// <returns>The ranges; <see langword="null"/> where nothing is stored.</returns>
    public static LevelRange[]? StoredLevels(StateLayout layout, Sector sector)
    {
        ReadOnlySpan<Strip> strips = layout.StripsIn(sector);
        if (strips.IsEmpty)
        {
            return null;
        }

        int first = strips[0].Row;
        LevelRange[] ranges = [.. sector.TwiceJ.Select((_, block) => new LevelRange(sector.Level(first, block), 1))];
        foreach (Strip strip in strips)
        {
            for (int block = 0; block < ranges.Length; block++)
            {
                // Only the level of the last block changes along a strip.
                int length = block == ranges.Length - 1 ? strip.Length : 1;
                ranges[block] = ranges[block]
                    .Hull(new LevelRange(sector.Level(strip.Row, block), length))
                    .Hull(new LevelRange(sector.Level(strip.Column, block), length));
            }
        }

        return ranges;
    }

    /// <summary>The product <c>U(right) X U(left)</c> with rotations.</summary>
    /// <param name="left">The rotation on the right of X.</param>
    /// <param name="right">The rotation on the left of X.</param>
    public SectorMatrix Between(WeylRotation left, WeylRotation right) =>
        TurnRows(right).Adjoint().TurnRows(left.Inverse).Adjoint();

    private SectorMatrix TurnRows(WeylRotation rotation)
    {
        LevelRange[] turned = [.. rows];
        Complex[] numbers = elements;
        for (int block = 0; block < rows.Length; block++)
        {
            LevelRotation ofSpin = rotation.Of(block, sector.TwiceJ[block]);
            int outer = Size(turned.AsSpan(0, block));
            int inner = Size(rows.AsSpan(block + 1)) * Size(columns);
            turned[block] = ofSpin.From(rows[block]);
            numbers = ofSpin.Turn(numbers, outer, rows[block], turned[block], inner);
        }

        return new SectorMatrix(sector, turned, columns, numbers);
    }

    private SectorMatrix Adjoint()
    {
        (int height, int width) = (Size(rows), Size(columns));
        var adjoint = new Complex[elements.Length];
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                adjoint[(column * height) + row] = Complex.Conjugate(elements[(row * width) + column]);
            }
        }

        return new SectorMatrix(sector, columns, rows, adjoint);
    }

    private int Place(LevelRange[] ranges, int state) => Place(ranges, sector, state);

    // The position of a state among those of the ranges; -1 outside.
    private static int Place(LevelRange[] ranges, Sector sector, int state)
    {
        int place = 0;
        for (int block = 0; block < ranges.Length; block++)
        {
            int level = sector.Level(state, block) - ranges[block].First;
            if (level < 0 || level >= ranges[block].Count)
            {
                return -1;
            }

            place = (place * ranges[block].Count) + level;
        }

        return place;
    }

    private static int Size(ReadOnlySpan<LevelRange> ranges)
    {
        int size = 1;
        foreach (LevelRange range in ranges)
        {
            size = checked(size * range.Count);
        }

        return size;
    }
}
