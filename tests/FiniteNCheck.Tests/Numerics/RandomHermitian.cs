using System.Numerics;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>A random Hermitian matrix with its smallest eigenvalue from an eigenvalue solver.</summary>
internal sealed class RandomHermitian
{
    private readonly Complex[,] elements;
    private readonly bool isComplex;

    /// <summary><c>sum_k weight_k v_k v_k+</c> with random vectors of length 1.</summary>
    public RandomHermitian(Random random, int size, bool isComplex, IEnumerable<double> weights)
    {
        this.isComplex = isComplex;
        elements = new Complex[size, size];
        foreach (double weight in weights)
        {
            Complex[] vector = [.. Enumerable.Range(0, size).Select(_ =>
                new Complex(random.NextDouble() - 0.5, isComplex ? random.NextDouble() - 0.5 : 0))];
            double squares = vector.Sum(v => (v * Complex.Conjugate(v)).Real);
            for (int row = 0; row < size; row++)
            {
                for (int column = 0; column < size; column++)
                {
                    elements[row, column] += weight / squares * vector[row] * Complex.Conjugate(vector[column]);
                }
            }
        }
    }

    public int Size => elements.GetLength(0);

    public Complex this[int row, int column] => elements[row, column];

    /// <summary>The smallest eigenvalue, of the real symmetric matrix of 2x2 blocks ((a, -b), (b, a)) for a complex one.</summary>
    public double SmallestEigenvalue()
    {
        double[] matrix = new double[4 * Size * Size];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                int at = (4 * Size * row) + (2 * column);
                matrix[at] = matrix[at + (2 * Size) + 1] = elements[row, column].Real;
                matrix[at + (2 * Size)] = elements[row, column].Imaginary;
                matrix[at + 1] = -elements[row, column].Imaginary;
            }
        }

        return SymmetricEigenvalues.Smallest(matrix, 2 * Size);
    }

    public PackedHermitian Packed()
    {
        var matrix = new PackedHermitian(Size, isComplex);
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                matrix[row, column] = elements[row, column];
            }
        }

        return matrix;
    }

    /// <summary>The lower triangle of a real matrix as a band.</summary>
    public double[][] Band()
    {
        double[][] band = [.. Enumerable.Range(0, Size).Select(_ => new double[Size])];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                band[row][column - row + Size - 1] = elements[row, column].Real;
            }
        }

        return band;
    }
}
