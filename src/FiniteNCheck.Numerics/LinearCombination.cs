using System.Numerics;
using System.Runtime.InteropServices;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Weighted sums of long vectors, computed in parallel in fixed chunks: the result does not depend on the number of threads.
/// </summary>
public sealed class LinearCombination
{
    private const int ChunkSize = 4096;
    private readonly ParallelOptions options;

    /// <summary>Prepares sums on a given number of threads.</summary>
    /// <param name="threads">Number of threads; at least 1.</param>
    public LinearCombination(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        options = new ParallelOptions { MaxDegreeOfParallelism = threads };
    }

    /// <summary>Writes <c>base + h sum_j weight_j vectors[slot_j]</c>.</summary>
    /// <param name="destination">Receives the sum. Must not be a vector that a term reads.</param>
    /// <param name="start">The vector <c>base</c>, or <see langword="null"/> for zero.</param>
    /// <param name="h">The common factor.</param>
    /// <param name="terms">Weights and slots.</param>
    /// <param name="vectors">The vectors that slots index.</param>
    public void Apply(double[] destination, double[]? start, double h, (double Weight, int Slot)[] terms, double[][] vectors)
    {
        int chunks = (destination.Length + ChunkSize - 1) / ChunkSize;
        if (chunks < 4 || options.MaxDegreeOfParallelism == 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                ApplyChunk(chunk, destination, start, h, terms, vectors);
            }

            return;
        }

        Parallel.For(0, chunks, options, chunk => ApplyChunk(chunk, destination, start, h, terms, vectors));
    }

    private static void ApplyChunk(
        int chunk, double[] destination, double[]? start, double h, (double Weight, int Slot)[] terms, double[][] vectors)
    {
        int from = chunk * ChunkSize;
        int length = Math.Min(ChunkSize, destination.Length - from);
        Span<double> sum = stackalloc double[ChunkSize];
        sum = sum[..length];
        if (start is null)
        {
            sum.Clear();
        }
        else
        {
            start.AsSpan(from, length).CopyTo(sum);
        }

        foreach ((double weight, int slot) in terms)
        {
            AddScaled(sum, h * weight, vectors[slot].AsSpan(from, length));
        }

        sum.CopyTo(destination.AsSpan(from, length));
    }

    /// <summary><c>destination += factor x</c>, element by element.</summary>
    /// <param name="destination">The vector added to.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="x">The vector added, at least as long as the destination.</param>
    public static void AddScaled(Span<double> destination, double factor, ReadOnlySpan<double> x)
    {
        int length = destination.Length;
        ref double d = ref MemoryMarshal.GetReference(destination);
        ref double v = ref MemoryMarshal.GetReference(x[..length]);
        Vector<double> a = new(factor);
        int i = 0;
        for (; i <= length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> sum = Vector.FusedMultiplyAdd(
                a, Vector.LoadUnsafe(ref v, (nuint)i), Vector.LoadUnsafe(ref d, (nuint)i));
            sum.StoreUnsafe(ref d, (nuint)i);
        }

        for (; i < length; i++)
        {
            destination[i] = Math.FusedMultiplyAdd(factor, x[i], destination[i]);
        }
    }

    /// <summary><c>sum_i x_i y_i</c>.</summary>
    /// <param name="x">The first vector.</param>
    /// <param name="y">The second vector, at least as long.</param>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double b = ref MemoryMarshal.GetReference(y[..x.Length]);
        Vector<double> sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a, (nuint)i), Vector.LoadUnsafe(ref b, (nuint)i), sums);
        }

        double sum = Vector.Sum(sums);
        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
