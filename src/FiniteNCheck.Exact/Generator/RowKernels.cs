using System.Numerics;
using System.Runtime.InteropServices;

namespace FiniteNCheck.Exact.Generator;

/// <summary>Vector work on rows of real numbers. Complex rows are pairs of real ones.</summary>
internal static class RowKernels
{
    /// <summary><c>destination += factor x</c>.</summary>
    /// <param name="destination">The row added to.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="x">The row added, at least as long.</param>
    public static void AddScaled(Span<double> destination, double factor, ReadOnlySpan<double> x) =>
        Numerics.LinearCombination.AddScaled(destination, factor, x);

    /// <summary><c>destination += factor w x</c>, element by element.</summary>
    /// <param name="destination">The row added to.</param>
    /// <param name="factor">The common factor.</param>
    /// <param name="w">The weights, at least as long.</param>
    /// <param name="x">The row added, at least as long.</param>
    public static void AddWeighted(Span<double> destination, double factor, ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        Span<Vector<double>> d = MemoryMarshal.Cast<double, Vector<double>>(destination);
        ReadOnlySpan<Vector<double>> weights = MemoryMarshal.Cast<double, Vector<double>>(w[..destination.Length]);
        ReadOnlySpan<Vector<double>> values = MemoryMarshal.Cast<double, Vector<double>>(x[..destination.Length]);
        Vector<double> a = new(factor);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = Vector.FusedMultiplyAdd(a * weights[i], values[i], d[i]);
        }

        for (int i = d.Length * Vector<double>.Count; i < destination.Length; i++)
        {
            destination[i] = Math.FusedMultiplyAdd(factor * w[i], x[i], destination[i]);
        }
    }

    /// <summary>The sum of squares of a row.</summary>
    /// <param name="x">The row.</param>
    public static double SumOfSquares(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<Vector<double>> values = MemoryMarshal.Cast<double, Vector<double>>(x);
        Vector<double> sum = Vector<double>.Zero;
        foreach (Vector<double> value in values)
        {
            sum = Vector.FusedMultiplyAdd(value, value, sum);
        }

        double total = Vector.Sum(sum);
        for (int i = values.Length * Vector<double>.Count; i < x.Length; i++)
        {
            total += x[i] * x[i];
        }

        return total;
    }
}
