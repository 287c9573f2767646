namespace FiniteNCheck.Theory.Corrections;

/// <summary>Products of short vectors.</summary>
internal static class ShortVector
{
    /// <summary>The inner product of two vectors of equal length.</summary>
    /// <param name="a">First vector.</param>
    /// <param name="b">Second vector.</param>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The cross product of two three-vectors.</summary>
    /// <param name="a">First vector.</param>
    /// <param name="b">Second vector.</param>
    /// <param name="product">Receives <c>a x b</c>.</param>
    public static void Cross(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        product[0] = (a[1] * b[2]) - (a[2] * b[1]);
        product[1] = (a[2] * b[0]) - (a[0] * b[2]);
        product[2] = (a[0] * b[1]) - (a[1] * b[0]);
    }

    /// <summary>One row of a 3x3 matrix times a three-vector.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="row">The row.</param>
    /// <param name="v">The vector.</param>
    public static double Row(double[,] matrix, int row, ReadOnlySpan<double> v) =>
        (matrix[row, 0] * v[0]) + (matrix[row, 1] * v[1]) + (matrix[row, 2] * v[2]);
}
