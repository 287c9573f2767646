using System.Numerics;

namespace FiniteNCheck.Exact.Basis;

/// <summary>A density matrix, or another Hermitian matrix of the same blocks: a layout and the numbers stored in it.</summary>
/// <param name="Layout">Where the numbers lie.</param>
/// <param name="Numbers">The numbers, guards included.</param>
internal readonly record struct DensityMatrix(StateLayout Layout, double[] Numbers)
{
    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="layout">Where the numbers lie.</param>
    public DensityMatrix(StateLayout layout)
        : this(layout, new double[layout.Length])
    {
    }

    /// <summary>An element of a strip. Imaginary parts are dropped where the layout is real.</summary>
    /// <param name="strip">A strip of the layout, or a part of one.</param>
    /// <param name="i">The element, from 0 to below the length of the strip.</param>
    public Complex this[Strip strip, int i]
    {
        get
        {
            int at = strip.Offset + (i * Layout.Width);
            return new Complex(Numbers[at], Layout.IsComplex ? Numbers[at + 1] : 0);
        }

        set
        {
            int at = strip.Offset + (i * Layout.Width);
            Numbers[at] = value.Real;
            if (Layout.IsComplex)
            {
                Numbers[at + 1] = value.Imaginary;
            }
        }
    }

    /// <summary>Any element of a sector, on either side of the diagonal; zero where it is not stored.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex this[Sector sector, int row, int column]
    {
        get
        {
            if (row < column)
            {
                return Complex.Conjugate(this[sector, column, row]);
            }

            if (Layout.IsDiagonal && row != column)
            {
                return 0;
            }

            return Layout.StripThrough(sector, row, column) is { } strip && row >= strip.Row && row < strip.Row + strip.Length
                ? this[strip, row - strip.Row]
                : 0;
        }
    }

    /// <summary>The numbers of one strip.</summary>
    /// <param name="strip">A strip of the layout, or a part of one.</param>
    public Span<double> NumbersOf(Strip strip) => Numbers.AsSpan(strip.Offset, strip.Length * Layout.Width);

    /// <summary>Copies the elements that another layout stores too; the others are zero there.</summary>
    /// <param name="target">The other layout, of the same sectors and representation.</param>
    public DensityMatrix CopyTo(StateLayout target)
    {
        var copy = new DensityMatrix(target);
        int width = Layout.Width;
        foreach (Strip to in target.Strips)
        {
            if (Layout.StripThrough(to.Sector, to.Row, to.Column) is { } from)
            {
                int first = Math.Max(from.Row, to.Row);
                int length = Math.Min(from.Row + from.Length, to.Row + to.Length) - first;
                if (length > 0)
                {
                    int source = from.Offset + ((first - from.Row) * width);
                    Array.Copy(Numbers, source, copy.Numbers, to.Offset + ((first - to.Row) * width), length * width);
                }
            }
        }

        return copy;
    }
}
