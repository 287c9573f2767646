using System.Numerics;

namespace FiniteNCheck.Exact.Operators;

/// <summary>Operations on dense square matrices.</summary>
internal static class SquareMatrix
{
    /// <summary>The product <c>a b</c>.</summary>
    /// <param name="a">The left factor.</param>
    /// <param name="b">The right factor, of the same size.</param>
    public static Complex[,] Multiply(Complex[,] a, Complex[,] b)
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
