using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>
/// <see cref="StripKernel"/> for two strips that start in the same column, the second one vector further from the main diagonal. They read
/// the same weights by column, and weights by row that lie one vector apart, so two thirds of the loads serve both.
/// </summary>
internal static class PairKernel
{
    /// <summary>Numbers computed at a time in each strip.</summary>
    public static int Block => 4 * Lanes;

    /// <summary>Numbers per vector: the distance between the weights by row of the two strips.</summary>
    public static int Lanes => Vector512.IsHardwareAccelerated ? Lanes512.Count : Lanes256.Count;

    /// <summary>Computes two strips with the widest registers of the machine.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Offset and length of the first strip, in real numbers.</param>
    /// <param name="otherStrip">Offset and length of the second strip, in real numbers.</param>
    public static void Run(
        in StripUpdate update, double[] weights, TermList terms, (int At, int Length) strip, (int At, int Length) otherStrip)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<Lanes512, Vector512<double>>(in update, weights, terms, strip, otherStrip);
        }
        else
        {
            Run<Lanes256, Vector256<double>>(in update, weights, terms, strip, otherStrip);
        }
    }

    /// <summary>Computes two strips with registers of a given width.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Offset and length of the first strip, in real numbers.</param>
    /// <param name="otherStrip">Offset and length of the second strip, in real numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, T>(
        in StripUpdate update, double[] weights, TermList terms, (int At, int Length) strip, (int At, int Length) otherStrip)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(update.X);
        ref double w = ref MemoryMarshal.GetArrayDataReference(weights);
        TermCounts counts = terms.Counts;
        int length = Math.Max(strip.Length, otherStrip.Length);
        for (int i = 0; i < length; i += 4 * TLanes.Count)
        {
            T sum0 = default;
            T sum1 = default;
            T sum2 = default;
            T sum3 = default;
            T other0 = default;
            T other1 = default;
            T other2 = default;
            T other3 = default;
            ref int offset = ref MemoryMarshal.GetReference(terms.Offsets);
            offset = ref AddProducts<TLanes, T, DirectReader>(
                ref x, ref w, ref offset, counts.Products, i,
                ref sum0, ref sum1, ref sum2, ref sum3, ref other0, ref other1, ref other2, ref other3);
            offset = ref AddProducts<TLanes, T, ExchangedReader>(
                ref x, ref w, ref offset, counts.ImaginaryProducts, i,
                ref sum0, ref sum1, ref sum2, ref sum3, ref other0, ref other1, ref other2, ref other3);
            offset = ref AddSingles<TLanes, T, DirectReader>(
                ref x, ref w, ref offset, counts.Singles, i,
                ref sum0, ref sum1, ref sum2, ref sum3, ref other0, ref other1, ref other2, ref other3);
            AddSingles<TLanes, T, ExchangedReader>(
                ref x, ref w, ref offset, counts.ImaginarySingles, i,
                ref sum0, ref sum1, ref sum2, ref sum3, ref other0, ref other1, ref other2, ref other3);
            update.Finish<TLanes, T>(sum0, strip, i);
            update.Finish<TLanes, T>(sum1, strip, i + TLanes.Count);
            update.Finish<TLanes, T>(sum2, strip, i + (2 * TLanes.Count));
            update.Finish<TLanes, T>(sum3, strip, i + (3 * TLanes.Count));
            update.Finish<TLanes, T>(other0, otherStrip, i);
            update.Finish<TLanes, T>(other1, otherStrip, i + TLanes.Count);
            update.Finish<TLanes, T>(other2, otherStrip, i + (2 * TLanes.Count));
            update.Finish<TLanes, T>(other3, otherStrip, i + (3 * TLanes.Count));
        }
    }

    // Adds w(r) v(c) x for each product. The row weights loaded for the first strip serve the second one a vector later. Inlined, so that
    // the sums stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int AddProducts<TLanes, T, TReader>(
        ref double x, ref double w, ref int offset, int count, int i,
        scoped ref T sum0, scoped ref T sum1, scoped ref T sum2, scoped ref T sum3,
        scoped ref T other0, scoped ref T other1, scoped ref T other2, scoped ref T other3)
        where TLanes : struct, ILanes<T>
        where T : struct
        where TReader : struct, ISourceReader
    {
        nuint one = (nuint)TLanes.Count;
        for (; count > 0; count--)
        {
            nuint read = (nuint)(offset + i);
            nuint readOther = (nuint)(Unsafe.Add(ref offset, 1) + i);
            nuint byRow = (nuint)(Unsafe.Add(ref offset, 2) + i);
            nuint byColumn = (nuint)(Unsafe.Add(ref offset, 3) + i);
            T column0 = TLanes.Load(ref w, byColumn);
            T column1 = TLanes.Load(ref w, byColumn + one);
            T column2 = TLanes.Load(ref w, byColumn + (2 * one));
            T column3 = TLanes.Load(ref w, byColumn + (3 * one));
            T row = TLanes.Load(ref w, byRow);
            sum0 = TLanes.MultiplyAdd(TLanes.Multiply(row, column0), TReader.Read<TLanes, T>(ref x, read), sum0);
            row = TLanes.Load(ref w, byRow + one);
            sum1 = TLanes.MultiplyAdd(TLanes.Multiply(row, column1), TReader.Read<TLanes, T>(ref x, read + one), sum1);
            other0 = TLanes.MultiplyAdd(TLanes.Multiply(row, column0), TReader.Read<TLanes, T>(ref x, readOther), other0);
            row = TLanes.Load(ref w, byRow + (2 * one));
            sum2 = TLanes.MultiplyAdd(TLanes.Multiply(row, column2), TReader.Read<TLanes, T>(ref x, read + (2 * one)), sum2);
            other1 = TLanes.MultiplyAdd(TLanes.Multiply(row, column1), TReader.Read<TLanes, T>(ref x, readOther + one), other1);
            row = TLanes.Load(ref w, byRow + (3 * one));
            sum3 = TLanes.MultiplyAdd(TLanes.Multiply(row, column3), TReader.Read<TLanes, T>(ref x, read + (3 * one)), sum3);
            other2 = TLanes.MultiplyAdd(TLanes.Multiply(row, column2), TReader.Read<TLanes, T>(ref x, readOther + (2 * one)), other2);
            row = TLanes.Load(ref w, byRow + (4 * one));
            other3 = TLanes.MultiplyAdd(TLanes.Multiply(row, column3), TReader.Read<TLanes, T>(ref x, readOther + (3 * one)), other3);
            offset = ref Unsafe.Add(ref offset, 4);
        }

        return ref offset;
    }

    // Adds w x for each single weight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int AddSingles<TLanes, T, TReader>(
        ref double x, ref double w, ref int offset, int count, int i,
        scoped ref T sum0, scoped ref T sum1, scoped ref T sum2, scoped ref T sum3,
        scoped ref T other0, scoped ref T other1, scoped ref T other2, scoped ref T other3)
        where TLanes : struct, ILanes<T>
        where T : struct
        where TReader : struct, ISourceReader
    {
        nuint one = (nuint)TLanes.Count;
        for (; count > 0; count--)
        {
            nuint read = (nuint)(offset + i);
            nuint readOther = (nuint)(Unsafe.Add(ref offset, 1) + i);
            nuint weight = (nuint)(Unsafe.Add(ref offset, 2) + i);
            nuint weightOther = (nuint)(Unsafe.Add(ref offset, 3) + i);
            Add<TLanes, T, TReader>(ref x, ref w, read, weight, ref sum0);
            Add<TLanes, T, TReader>(ref x, ref w, readOther, weightOther, ref other0);
            Add<TLanes, T, TReader>(ref x, ref w, read + one, weight + one, ref sum1);
            Add<TLanes, T, TReader>(ref x, ref w, readOther + one, weightOther + one, ref other1);
            Add<TLanes, T, TReader>(ref x, ref w, read + (2 * one), weight + (2 * one), ref sum2);
            Add<TLanes, T, TReader>(ref x, ref w, readOther + (2 * one), weightOther + (2 * one), ref other2);
            Add<TLanes, T, TReader>(ref x, ref w, read + (3 * one), weight + (3 * one), ref sum3);
            Add<TLanes, T, TReader>(ref x, ref w, readOther + (3 * one), weightOther + (3 * one), ref other3);
            offset = ref Unsafe.Add(ref offset, 4);
        }

        return ref offset;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TLanes, T, TReader>(ref double x, ref double w, nuint read, nuint weight, ref T sum)
        where TLanes : struct, ILanes<T>
        where T : struct
        where TReader : struct, ISourceReader =>
        sum = TLanes.MultiplyAdd(TLanes.Load(ref w, weight), TReader.Read<TLanes, T>(ref x, read), sum);
}
