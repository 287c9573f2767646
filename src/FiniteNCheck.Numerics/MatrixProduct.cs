using System.Numerics;
using System.Runtime.InteropServices;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Products of square matrices, row by row in one array: two rows of the result by four of the right factor at a time, so that every number
/// loaded is used several times. Sums run in a fixed order.
/// </summary>
public static class MatrixProduct
{
    private const int Depth = 4;

    /// <summary>Adds <c>sign A B</c> to C.</summary>
    /// <param name="a">A; rows x columns numbers, row by row.</param>
    /// <param name="b">B, likewise.</param>
    /// <param name="c">C, likewise; not A or B.</param>
    /// <param name="size">The number of rows and columns.</param>
    /// <param name="sign">1 or -1.</param>
    public static void Add(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int size, double sign = 1)
    {
        int length = checked(size * size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Length, length, nameof(a));
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, length, nameof(b));
        ArgumentOutOfRangeException.ThrowIfNotEqual(c.Length, length, nameof(c));
        Span<double> first = stackalloc double[Depth];
        Span<double> second = stackalloc double[Depth];
        for (int row = 0; row < size; row += 2)
        {
            bool isPair = row + 1 < size;
            Span<double> to = c.Slice(row * size, size);
            Span<double> next = isPair ? c.Slice((row + 1) * size, size) : [];
            for (int k = 0; k < size; k += Depth)
            {
                int depth = Math.Min(Depth, size - k);
                for (int j = 0; j < Depth; j++)
                {
                    first[j] = j < depth ? sign * a[(row * size) + k + j] : 0;
                    second[j] = isPair && j < depth ? sign * a[((row + 1) * size) + k + j] : 0;
                }

                if (depth == Depth && isPair)
                {
                    AddToPair(to, next, first, second, b.Slice(k * size, Depth * size));
                    continue;
                }

                for (int j = 0; j < depth; j++)
                {
                    ReadOnlySpan<double> from = b.Slice((k + j) * size, size);
                    LinearCombination.AddScaled(to, first[j], from);
                    if (isPair)
                    {
                        LinearCombination.AddScaled(next, second[j], from);
                    }
                }
            }
        }
    }

    // c_r += sum_j w_rj b_j for two rows c_0, c_1 and four rows b_j.
    private static void AddToPair(
        Span<double> c0, Span<double> c1, ReadOnlySpan<double> w0, ReadOnlySpan<double> w1, ReadOnlySpan<double> b)
    {
        int size = c0.Length;
        ref double to0 = ref MemoryMarshal.GetReference(c0);
        ref double to1 = ref MemoryMarshal.GetReference(c1);
        ref double from = ref MemoryMarshal.GetReference(b);
        (double w00, double w01, double w02, double w03) = (w0[0], w0[1], w0[2], w0[3]);
        (double w10, double w11, double w12, double w13) = (w1[0], w1[1], w1[2], w1[3]);
        int i = 0;
        for (; i <= size - Vector<double>.Count; i += Vector<double>.Count)
        {
            var b0 = Vector.LoadUnsafe(ref from, (nuint)i);
            var b1 = Vector.LoadUnsafe(ref from, (nuint)(size + i));
            var b2 = Vector.LoadUnsafe(ref from, (nuint)((2 * size) + i));
            var b3 = Vector.LoadUnsafe(ref from, (nuint)((3 * size) + i));
            Vector<double> sum0 = Vector.LoadUnsafe(ref to0, (nuint)i);
            Vector<double> sum1 = Vector.LoadUnsafe(ref to1, (nuint)i);
            sum0 = Vector.FusedMultiplyAdd(new Vector<double>(w00), b0, sum0);
            sum1 = Vector.FusedMultiplyAdd(new Vector<double>(w10), b0, sum1);
            sum0 = Vector.FusedMultiplyAdd(new Vector<double>(w01), b1, sum0);
            sum1 = Vector.FusedMultiplyAdd(new Vector<double>(w11), b1, sum1);
            sum0 = Vector.FusedMultiplyAdd(new Vector<double>(w02), b2, sum0);
            sum1 = Vector.FusedMultiplyAdd(new Vector<double>(w12), b2, sum1);
            sum0 = Vector.FusedMultiplyAdd(new Vector<double>(w03), b3, sum0);
            sum1 = Vector.FusedMultiplyAdd(new Vector<double>(w13), b3, sum1);
            sum0.StoreUnsafe(ref to0, (nuint)i);
            sum1.StoreUnsafe(ref to1, (nuint)i);
        }

        for (; i < size; i++)
        {
            (double b0, double b1, double b2, double b3) = (b[i], b[size + i], b[(2 * size) + i], b[(3 * size) + i]);
            c0[i] = Math.FusedMultiplyAdd(
                w03, b3, Math.FusedMultiplyAdd(w02, b2, Math.FusedMultiplyAdd(w01, b1, Math.FusedMultiplyAdd(w00, b0, c0[i]))));
            c1[i] = Math.FusedMultiplyAdd(
                w13, b3, Math.FusedMultiplyAdd(w12, b2, Math.FusedMultiplyAdd(w11, b1, Math.FusedMultiplyAdd(w10, b0, c1[i]))));
        }
    }
}
