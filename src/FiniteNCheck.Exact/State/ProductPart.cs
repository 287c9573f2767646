using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>A Hermitian part of a product of matrices of the groups.</summary>
/// <param name="blocks">The matrices, one per group.</param>
/// <param name="isImaginary">Whether the part is <c>(X - X+)/(2i)</c>.</param>
/// <param name="rounding">Bound of the rounding in the product, in trace norm.</param>
internal sealed class ProductPart(IBlockMatrix[] blocks, bool isImaginary, double rounding) : HermitianPart(isImaginary, rounding)
{
    /// <summary>
    /// The group whose state a fluctuation multiplies, where the other blocks are states; <see langword="null"/> for any other product.
    /// </summary>
    public int? Fluctuating { get; init; }

    /// <inheritdoc/>
    private protected override Complex Whole(Sector sector, int row, int column)
    {
        Complex product = 1;
        for (int g = 0; g < blocks.Length && product != 0; g++)
        {
            product *= blocks[g].Element(sector.TwiceJ[g], sector.Level(row, g), sector.Level(column, g));
        }

        return product;
    }
}
