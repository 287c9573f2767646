using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>Receives one element t(n) that is held.</summary>
/// <param name="occupations">The occupation of every bin, by <see cref="OccupationBins.All"/>; changes with the next visit.</param>
/// <param name="row">The place of the counts k of the row.</param>
/// <param name="column">The place of the counts l of the column.</param>
/// <param name="value">The number <c>t(n) = u(n) sqrt(D_k D_l)</c>.</param>
/// <param name="hasMirror">Whether the conjugate is another element, which is not held.</param>
internal delegate void ElementVisitor(ReadOnlySpan<int> occupations, int row, int column, Complex value, bool hasMirror);

/// <summary>The elements of a matrix that a layout holds.</summary>
/// <param name="layout">The layout.</param>
/// <param name="rowCounts">The places of the counts of the rows at the first number of each row.</param>
/// <param name="columnCounts">The places of the counts of the columns there.</param>
internal sealed class StateElements(OccupationLayout layout, int[] rowCounts, int[] columnCounts)
{
    /// <summary>Visits all elements, in the order of memory.</summary>
    /// <param name="numbers">The numbers of the matrix.</param>
    /// <param name="visit">Receives an element.</param>
    public void Visit(double[] numbers, ElementVisitor visit)
    {
        OccupationOrder order = layout.Order;
        int[] diagonal = [.. order.Blocks.SelectMany(h => order.DiagonalBins[h])];
        int[] occupations = new int[order.Bins.Count];
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            ReadOnlySpan<ushort> occupied = layout.OccupationsOf(cell);
            for (int j = 0; j < occupied.Length; j++)
            {
                occupations[order.OffDiagonalBins[j]] = occupied[j];
            }

            OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
            for (int row = 0; row < shape.Rows; row++)
            {
                foreach (int bin in diagonal)
                {
                    occupations[bin] = shape.Occupations[(row * order.DiagonalCount) + order.DiagonalPlaces[bin]];
                }

                int first = layout.FirstRows[cell] + row;
                for (int i = 0; i < shape.Lengths[row]; i++)
                {
                    int at = OccupationLayout.Guard + layout.Offsets[cell] + shape.Starts[row] + i;
                    var value = new Complex(numbers[at], layout.IsComplex ? numbers[at + layout.Plane] : 0);
                    visit(occupations, rowCounts[first] + i, columnCounts[first] + i, value, !layout.IsOwnMirror[cell]);
                    if (order.RisingBin >= 0)
                    {
                        occupations[order.RisingBin]++;
                        occupations[order.FallingBin]--;
                    }
                }
            }
        }
    }
}
