using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>
/// The sum over all terms of one strip, in registers: each number of the result is written once, however many terms feed it. Reads up to
/// four vectors beyond the strip, for which layouts and weights have guards.
/// </summary>
internal static class StripKernel
{
    /// <summary>Computes one strip with the widest registers of the machine.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Offset and length of the strip, in real numbers.</param>
    public static void Run(in StripUpdate update, double[] weights, TermList terms, (int At, int Length) strip)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<Lanes512, Vector512<double>>(in update, weights, terms, strip);
        }
        else
        {
            Run<Lanes256, Vector256<double>>(in update, weights, terms, strip);
        }
    }

    /// <summary>Computes one strip with registers of a given width.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Offset and length of the strip, in real numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, T>(in StripUpdate update, double[] weights, TermList terms, (int At, int Length) strip)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(update.X);
        ref double w = ref MemoryMarshal.GetArrayDataReference(weights);
        TermCounts counts = terms.Counts;
        for (int i = 0; i < strip.Length; i += 4 * TLanes.Count)
        {
            T sum0 = default;
            T sum1 = default;
            T sum2 = default;
            T sum3 = default;
            ref int offset = ref MemoryMarshal.GetReference(terms.Offsets);
            offset = ref AddProducts<TLanes, T, DirectReader>(
                ref x, ref w, ref offset, counts.Products, i, ref sum0, ref sum1, ref sum2, ref sum3);
            offset = ref AddProducts<TLanes, T, ExchangedReader>(
                ref x, ref w, ref offset, counts.ImaginaryProducts, i, ref sum0, ref sum1, ref sum2, ref sum3);
            offset = ref AddSingles<TLanes, T, DirectReader>(
                ref x, ref w, ref offset, counts.Singles, i, ref sum0, ref sum1, ref sum2, ref sum3);
            AddSingles<TLanes, T, ExchangedReader>(
                ref x, ref w, ref offset, counts.ImaginarySingles, i, ref sum0, ref sum1, ref sum2, ref sum3);
            update.Finish<TLanes, T>(sum0, strip, i);
            update.Finish<TLanes, T>(sum1, strip, i + TLanes.Count);
            update.Finish<TLanes, T>(sum2, strip, i + (2 * TLanes.Count));
            update.Finish<TLanes, T>(sum3, strip, i + (3 * TLanes.Count));
        }
    }

    // Adds w(r) v(c) x for each product. Inlined, so that the sums stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int AddProducts<TLanes, T, TReader>(
        ref double x, ref double w, ref int offset, int count, int i,
        scoped ref T sum0, scoped ref T sum1, scoped ref T sum2, scoped ref T sum3)
        where TLanes : struct, ILanes<T>
        where T : struct
        where TReader : struct, ISourceReader
    {
        nuint one = (nuint)TLanes.Count;
        for (; count > 0; count--)
        {
            nuint read = (nuint)(offset + i);
            nuint first = (nuint)(Unsafe.Add(ref offset, 1) + i);
            nuint second = (nuint)(Unsafe.Add(ref offset, 2) + i);
            T weight = TLanes.Multiply(TLanes.Load(ref w, first), TLanes.Load(ref w, second));
            sum0 = TLanes.MultiplyAdd(weight, TReader.Read<TLanes, T>(ref x, read), sum0);
            weight = TLanes.Multiply(TLanes.Load(ref w, first + one), TLanes.Load(ref w, second + one));
            sum1 = TLanes.MultiplyAdd(weight, TReader.Read<TLanes, T>(ref x, read + one), sum1);
            weight = TLanes.Multiply(TLanes.Load(ref w, first + (2 * one)), TLanes.Load(ref w, second + (2 * one)));
            sum2 = TLanes.MultiplyAdd(weight, TReader.Read<TLanes, T>(ref x, read + (2 * one)), sum2);
            weight = TLanes.Multiply(TLanes.Load(ref w, first + (3 * one)), TLanes.Load(ref w, second + (3 * one)));
            sum3 = TLanes.MultiplyAdd(weight, TReader.Read<TLanes, T>(ref x, read + (3 * one)), sum3);
            offset = ref Unsafe.Add(ref offset, 3);
        }

        return ref offset;
    }

    // Adds w x for each single weight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int AddSingles<TLanes, T, TReader>(
        ref double x, ref double w, ref int offset, int count, int i,
        scoped ref T sum0, scoped ref T sum1, scoped ref T sum2, scoped ref T sum3)
        where TLanes : struct, ILanes<T>
        where T : struct
        where TReader : struct, ISourceReader
    {
        nuint one = (nuint)TLanes.Count;
        for (; count > 0; count--)
        {
            nuint read = (nuint)(offset + i);
            nuint weight = (nuint)(Unsafe.Add(ref offset, 1) + i);
            sum0 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight), TReader.Read<TLanes, T>(ref x, read), sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + one), TReader.Read<TLanes, T>(ref x, read + one), sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + (2 * one)), TReader.Read<TLanes, T>(ref x, read + (2 * one)), sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + (3 * one)), TReader.Read<TLanes, T>(ref x, read + (3 * one)), sum3);
            offset = ref Unsafe.Add(ref offset, 2);
        }

        return ref offset;
    }
}
