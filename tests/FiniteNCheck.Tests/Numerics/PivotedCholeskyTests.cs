using FiniteNCheck.Numerics;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>The lower bound is below the smallest eigenvalue for every matrix, and close to it for those that states resemble.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class PivotedCholeskyTests(ITestOutputHelper output)
{
    // The eigenvalue solver is off by a few rounding units of the largest eigenvalue, which is at most 1, times the dimension.
    private const double Rounding = 1e-14;

    private const double Resolution = 1e-13;

    // Sizes around those of vectors, blocks and panels.
    private static readonly int[] Sizes = [1, 2, 7, 8, 9, 31, 32, 33, 64, 65, 100];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_bound_of_a_positive_matrix_of_any_rank_is_rounding(bool isComplex)
    {
        var random = new Random(1);
        foreach (int size in Sizes)
        {
            foreach (int rank in new[] { 1, (size + 2) / 3, size })
            {
                var matrix = new RandomHermitian(random, size, isComplex, Enumerable.Repeat(1.0 / rank, rank));
                double bound = PivotedCholesky.LowerBound(matrix.Packed(), Resolution, 1);
                Assert.True(bound <= matrix.SmallestEigenvalue() + Rounding, $"{size}, rank {rank}: {bound}");
                Assert.InRange(bound, -2 * Resolution, 0);
            }
        }
    }

    /// <summary>Weights fall off like those of a thermal state, and negative ones of all sizes lie on top.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_bound_is_never_above_a_negative_eigenvalue(bool isComplex)
    {
        var random = new Random(2);
        double loosest = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            int size = Sizes[random.Next(Sizes.Length)];
            double negative = Math.Pow(10, -12 * random.NextDouble());
            double ratio = 0.05 + (0.95 * random.NextDouble());
            int ofNegatives = random.Next(1, 1 + Math.Min(size, 5));
            var matrix = new RandomHermitian(
                random,
                size,
                isComplex,
                Enumerable.Range(0, size).Select(k => (1 - ratio) * Math.Pow(ratio, k)).Concat(Enumerable.Repeat(-negative, ofNegatives)));
            double smallest = matrix.SmallestEigenvalue();
            double bound = PivotedCholesky.LowerBound(matrix.Packed(), Resolution, 1);
            Assert.True(bound <= smallest + Rounding, $"{trial}: {bound} above {smallest}");
            loosest = smallest < -1e-11 ? Math.Max(loosest, bound / smallest) : loosest;
        }

        output.WriteLine($"at most {loosest:F0} times the eigenvalue");
    }

    /// <summary>Where the rank is low and the noise far below, the noise is what is left.</summary>
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-10)]
    public void A_negative_eigenvalue_below_a_state_of_low_rank_is_known_to_a_factor(double negative)
    {
        var random = new Random(3);
        for (int trial = 0; trial < 20; trial++)
        {
            var matrix = new RandomHermitian(random, 100, true, [0.6, 0.3, 0.1, -negative]);
            double bound = PivotedCholesky.LowerBound(matrix.Packed(), Resolution, 1);

            // Three pivots out of 100 rows: the remainder is some ten times the part that is orthogonal to the state, here nearly all.
            Assert.InRange(bound, -100 * negative, matrix.SmallestEigenvalue() + Rounding);
        }
    }

    [Fact]
    public void A_coarse_resolution_still_gives_a_bound()
    {
        var matrix = new RandomHermitian(new Random(4), 50, true, [.. Enumerable.Repeat(0.02, 50), -1e-3]);
        double smallest = matrix.SmallestEigenvalue();
        foreach (double resolution in new[] { 1e-16, 1e-6, 1e-2, 10 })
        {
            Assert.True(PivotedCholesky.LowerBound(matrix.Packed(), resolution, 1) <= smallest + Rounding);
        }
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void The_bound_does_not_depend_on_the_number_of_threads()
    {
        var matrix = new RandomHermitian(new Random(5), 300, true, Enumerable.Range(0, 60).Select(k => Math.Pow(0.5, k + 1)));
        double[] bounds = [.. new[] { 1, 2, 5 }.Select(threads => PivotedCholesky.LowerBound(matrix.Packed(), Resolution, threads))];
        Assert.Single(bounds.Distinct());
    }

    [Fact]
    public void Bad_input_is_an_error()
    {
        var matrix = new PackedHermitian(3, true);
        Assert.Equal(0, PivotedCholesky.LowerBound(matrix, Resolution, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PackedHermitian(0, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => PivotedCholesky.LowerBound(matrix, 0, 1));
        matrix[2, 1] = double.NaN;
        Assert.Throws<ArgumentException>(() => PivotedCholesky.LowerBound(matrix, Resolution, 1));
    }
}
