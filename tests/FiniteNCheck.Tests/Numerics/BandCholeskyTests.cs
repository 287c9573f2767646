using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>Compares the lower bound with smallest eigenvalues known in closed form.</summary>
[Trait("Kind", "Unit")]
public sealed class BandCholeskyTests
{
    [Theory]
    [InlineData(2.0)]
    [InlineData(1.9)]
    [InlineData(-1.0)]
    public void The_bound_is_below_and_within_a_factor_of_four(double diagonal)
    {
        // Diagonal d and off-diagonals -1: eigenvalues d - 2 cos(k pi/(n+1)).
        const int N = 60;
        double smallest = diagonal - (2 * Math.Cos(Math.PI / (N + 1)));
        double bound = BandCholesky.LowerBound(Tridiagonal(N, diagonal), N, 1);
        Assert.True(bound <= Math.Min(smallest, 0), $"{bound} above {smallest}");
        Assert.True(bound >= (4 * Math.Min(smallest, 0)) - 1e-14, $"{bound} far below {smallest}");
    }

    [Fact]
    public void A_full_matrix_with_one_negative_eigenvalue_is_seen()
    {
        // v v^T - 1e-6 w w^T with orthogonal unit vectors.
        const int N = 40;
        double[] matrix = new double[N * N];
        for (int row = 0; row < N; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sign = (row + column) % 2 == 0 ? 1 : -1;
                matrix[(row * N) + column - row + N - 1] = (1.0 / N) - (1e-6 * sign / N);
            }
        }

        Assert.InRange(BandCholesky.LowerBound(matrix, N, N - 1), -4e-6, -1e-6);
    }

    [Fact]
    public void Bad_input_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => BandCholesky.LowerBound(new double[5], 3, 1));
        Assert.Throws<ArgumentException>(() => BandCholesky.LowerBound([0, double.NaN], 1, 1));
        Assert.Equal(0, BandCholesky.LowerBound(new double[6], 3, 1));
    }

    private static double[] Tridiagonal(int n, double diagonal) =>
        [.. Enumerable.Range(0, n).SelectMany(row => new[] { row == 0 ? 0 : -1.0, diagonal })];
}
