using System.Numerics;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Operators;

/// <summary>Operations on dense square matrices.</summary>
internal static class SquareMatrix
{
    /// <summary>The product <c>a b</c>, by products of real and imaginary parts.</summary>
    /// <param name="a">The left factor.</param>
    /// <param name="b">The right factor, of the same size.</param>
    public static Complex[,] Multiply(Complex[,] a, Complex[,] b)
    {
        int d = a.GetLength(0);
        (double[] aRe, double[]? aIm) = Parts(a);
        (double[] bRe, double[]? bIm) = Parts(b);
        double[] re = new double[d * d];
        double[] im = new double[d * d];
        MatrixProduct.Add(aRe, bRe, re, d);
        if (aIm is not null && bIm is not null)
        {
            MatrixProduct.Add(aIm, bIm, re, d, -1);
        }

        if (bIm is not null)
        {
            MatrixProduct.Add(aRe, bIm, im, d);
        }

        if (aIm is not null)
        {
            MatrixProduct.Add(aIm, bRe, im, d);
        }

        var product = new Complex[d, d];
        for (int i = 0; i < re.Length; i++)
        {
            product[i / d, i % d] = new Complex(re[i], im[i]);
        }

        return product;
    }

    /// <summary>The Hermitian matrix <c>u v u+</c> with a real diagonal v.</summary>
    /// <param name="u">The matrix u.</param>
    /// <param name="values">The diagonal of v.</param>
    public static Complex[,] Turn(Complex[,] u, double[] values)
    {
        int d = values.Length;
        var left = new Complex[d, d];
        var right = new Complex[d, d];
        for (int row = 0; row < d; row++)
        {
            for (int column = 0; column < d; column++)
            {
                left[row, column] = u[row, column] * values[column];
                right[column, row] = Complex.Conjugate(u[row, column]);
            }
        }

        // Rounding must not make it less than Hermitian.
        Complex[,] product = Multiply(left, right);
        for (int row = 0; row < d; row++)
        {
            product[row, row] = product[row, row].Real;
            for (int column = 0; column < row; column++)
            {
                product[column, row] = Complex.Conjugate(product[row, column]);
            }
        }

        return product;
    }

    // Imaginary parts are left out where all are zero.
    private static (double[] Re, double[]? Im) Parts(Complex[,] matrix)
    {
        int d = matrix.GetLength(0);
        double[] re = new double[d * d];
        double[] im = new double[d * d];
        bool isComplex = false;
        for (int i = 0; i < re.Length; i++)
        {
            Complex element = matrix[i / d, i % d];
            (re[i], im[i]) = (element.Real, element.Imaginary);
            isComplex |= element.Imaginary != 0;
        }

        return (re, isComplex ? im : null);
    }
}
