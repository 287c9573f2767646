using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// One of the two Hermitian parts of a matrix <c>X = X_h + i X_a</c>: <c>X_h = (X + X+)/2</c> or <c>X_a = (X - X+)/(2i)</c>.
/// The evolution keeps both Hermitian. Neither has trace 1 nor needs to be positive, and the trace norm of neither exceeds that of X.
/// </summary>
/// <param name="isImaginary">Whether the part is <c>X_a</c>.</param>
/// <param name="rounding">Bound of the rounding in X, in trace norm.</param>
internal abstract class HermitianPart(bool isImaginary, double rounding) : StartMatrix
{
    /// <inheritdoc/>
    public override double Rounding => rounding;

    /// <summary>Bound of the rounding in the product of a fluctuation and a state, in trace norm.</summary>
    /// <param name="spins">The number of spins of each block.</param>
    /// <param name="ofFluctuation">The number of spins of the block that fluctuates.</param>
    /// <remarks>Before they cancel, both terms of F have a norm of up to <c>sqrt(N)</c>.</remarks>
    public static double RoundingOfFluctuation(IEnumerable<int> spins, int ofFluctuation) =>
        2 * Math.Sqrt(ofFluctuation) * RoundingOfProduct(spins);

    /// <inheritdoc/>
    public override Complex Element(Sector sector, int row, int column) =>
        Of(Whole(sector, row, column), Whole(sector, column, row), isImaginary);

    /// <summary>An element of a part.</summary>
    /// <param name="here">The element of X.</param>
    /// <param name="mirror">The element of X in the column and row exchanged.</param>
    /// <param name="isImaginary">Whether the part is <c>X_a</c>.</param>
    public static Complex Of(Complex here, Complex mirror, bool isImaginary)
    {
        if (!isImaginary)
        {
            return (here + Complex.Conjugate(mirror)) / 2;
        }

        Complex difference = here - Complex.Conjugate(mirror);
        return new Complex(difference.Imaginary / 2, -difference.Real / 2);
    }

    /// <summary>An element of X.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    private protected abstract Complex Whole(Sector sector, int row, int column);
}
