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
        int length = destination.Length;
        ref double d = ref MemoryMarshal.GetReference(destination);
        ref double weights = ref MemoryMarshal.GetReference(w[..length]);
        ref double values = ref MemoryMarshal.GetReference(x[..length]);
        Vector<double> a = new(factor);
        int i = 0;
        for (; i <= length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> sum = Vector.FusedMultiplyAdd(
                a * Vector.LoadUnsafe(ref weights, (nuint)i), Vector.LoadUnsafe(ref values, (nuint)i), Vector.LoadUnsafe(ref d, (nuint)i));
            sum.StoreUnsafe(ref d, (nuint)i);
        }

        for (; i < length; i++)
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
