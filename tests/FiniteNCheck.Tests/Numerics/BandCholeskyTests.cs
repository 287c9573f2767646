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
        double bound = BandCholesky.LowerBound(Tridiagonal(N, diagonal), 1);
        Assert.True(bound <= Math.Min(smallest, 0), $"{bound} above {smallest}");
        Assert.True(bound >= (4 * Math.Min(smallest, 0)) - 1e-14, $"{bound} far below {smallest}");
    }

    [Fact]
    public void A_full_matrix_with_one_negative_eigenvalue_is_seen()
    {
        // v v^T - 1e-6 w w^T with orthogonal unit vectors.
        const int N = 40;
        double[][] matrix = [.. Enumerable.Range(0, N).Select(_ => new double[N])];
        for (int row = 0; row < N; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sign = (row + column) % 2 == 0 ? 1 : -1;
                matrix[row][column - row + N - 1] = (1.0 / N) - (1e-6 * sign / N);
            }
        }

        Assert.InRange(BandCholesky.LowerBound(matrix, N - 1), -4e-6, -1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    public void The_bound_of_random_matrices_of_any_rank_is_below(double resolution)
    {
        var random = new Random(1);
        for (int trial = 0; trial < 100; trial++)
        {
            int size = random.Next(1, 60);
            int rank = random.Next(1, size + 1);
            double negative = Math.Pow(10, -16 * random.NextDouble());
            var matrix = new RandomHermitian(random, size, false, [.. Enumerable.Repeat(1.0 / rank, rank), -negative]);
            double smallest = matrix.SmallestEigenvalue();
            double bound = BandCholesky.LowerBound(matrix.Band(), size - 1, resolution);

            // The eigenvalue solver is off by rounding units of 1 times the dimension, and the factorisation by as many.
            Assert.True(bound <= Math.Min(smallest, 0) + 1e-14, $"{bound} above {smallest}");
            Assert.True(bound >= (4 * Math.Min(smallest, 0)) - Math.Max(resolution, 1e-12), $"{bound} far below {smallest}");
        }
    }

    [Fact]
    public void Bad_input_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => BandCholesky.LowerBound([new double[2], new double[3]], 1));
        Assert.Throws<ArgumentException>(() => BandCholesky.LowerBound([[0, double.NaN]], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BandCholesky.LowerBound([], 1));
        Assert.Equal(0, BandCholesky.LowerBound([new double[2], new double[2], new double[2]], 1));
    }

    private static double[][] Tridiagonal(int n, double diagonal) =>
        [.. Enumerable.Range(0, n).Select(row => new[] { row == 0 ? 0 : -1.0, diagonal })];
}
