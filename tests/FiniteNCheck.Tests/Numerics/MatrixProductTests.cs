using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>The blocked product against its definition, at sizes around the blocks and the registers.</summary>
public class MatrixProductTests
{
    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(33)]
    public void It_is_the_sum_over_rows_and_columns(int size)
    {
        var random = new Random(size);
        double[] Draw() => [.. Enumerable.Range(0, size * size).Select(_ => random.NextDouble() - 0.5)];
        (double[] a, double[] b, double[] before) = (Draw(), Draw(), Draw());
        foreach (double sign in new[] { 1.0, -1.0 })
        {
            double[] c = [.. before];
            MatrixProduct.Add(a, b, c, size, sign);
            for (int i = 0; i < c.Length; i++)
            {
                int at = i;
                double sum = Enumerable.Range(0, size).Sum(k => a[(at / size * size) + k] * b[(k * size) + (at % size)]);
                double expected = before[i] + (sign * sum);

                // Sums of up to 33 products below one.
                Assert.Equal(expected, c[i], 1e-14);
            }
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Sizes_must_agree() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Add(new double[4], new double[9], new double[4], 2));
}
