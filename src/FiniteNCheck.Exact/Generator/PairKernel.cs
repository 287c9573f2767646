using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// <see cref="StripKernel"/> for two strips that start in the same column, the second one vector further from the main diagonal: they read the same
/// weights by column, and weights by row one vector apart, so two thirds of the loads serve both.
/// </summary>
internal static class PairKernel
{
    /// <summary>Numbers computed at a time in each strip.</summary>
    public static int Block => 4 * Lanes;

    /// <summary>Numbers per vector: how far apart the weights by row of the two strips are.</summary>
    public static int Lanes => Vector512.IsHardwareAccelerated ? Lanes512.Count : Lanes256.Count;

    /// <summary>Computes two strips with the widest registers of the machine.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Where the first strip lies and its length, in real numbers.</param>
    /// <param name="otherStrip">The same for the second one.</param>
    public static void Run(in StripUpdate update, double[] weights, TermList terms, (int At, int Length) strip, (int At, int Length) otherStrip)
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

    /// <summary>Computes two strips with registers of one kind.</summary>
    /// <typeparam name="TLanes">Their operations.</typeparam>
    /// <typeparam name="T">The registers.</typeparam>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Where the first strip lies and its length, in real numbers.</param>
    /// <param name="otherStrip">The same for the second one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, T>(in StripUpdate update, double[] weights, TermList terms, (int At, int Length) strip, (int At, int Length) otherStrip)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(update.X);
        ref double w = ref MemoryMarshal.GetArrayDataReference(weights);
        nuint one = (nuint)TLanes.Count;
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
            ref int place = ref MemoryMarshal.GetReference(terms.Places);
            for (int product = terms.Products; product > 0; product--)
            {
                nuint read = (nuint)(place + i);
                nuint readOther = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint byRow = (nuint)(Unsafe.Add(ref place, 2) + i);
                nuint byColumn = (nuint)(Unsafe.Add(ref place, 3) + i);
                T column0 = TLanes.Load(ref w, byColumn);
                T column1 = TLanes.Load(ref w, byColumn + one);
                T column2 = TLanes.Load(ref w, byColumn + (2 * one));
                T column3 = TLanes.Load(ref w, byColumn + (3 * one));
                T row = TLanes.Load(ref w, byRow);
                sum0 = TLanes.MultiplyAdd(TLanes.Multiply(row, column0), TLanes.Load(ref x, read), sum0);
                row = TLanes.Load(ref w, byRow + one);
                sum1 = TLanes.MultiplyAdd(TLanes.Multiply(row, column1), TLanes.Load(ref x, read + one), sum1);
                other0 = TLanes.MultiplyAdd(TLanes.Multiply(row, column0), TLanes.Load(ref x, readOther), other0);
                row = TLanes.Load(ref w, byRow + (2 * one));
                sum2 = TLanes.MultiplyAdd(TLanes.Multiply(row, column2), TLanes.Load(ref x, read + (2 * one)), sum2);
                other1 = TLanes.MultiplyAdd(TLanes.Multiply(row, column1), TLanes.Load(ref x, readOther + one), other1);
                row = TLanes.Load(ref w, byRow + (3 * one));
                sum3 = TLanes.MultiplyAdd(TLanes.Multiply(row, column3), TLanes.Load(ref x, read + (3 * one)), sum3);
                other2 = TLanes.MultiplyAdd(TLanes.Multiply(row, column2), TLanes.Load(ref x, readOther + (2 * one)), other2);
                row = TLanes.Load(ref w, byRow + (4 * one));
                other3 = TLanes.MultiplyAdd(TLanes.Multiply(row, column3), TLanes.Load(ref x, readOther + (3 * one)), other3);
                place = ref Unsafe.Add(ref place, 4);
            }

            for (int product = terms.TurnedProducts; product > 0; product--)
            {
                nuint read = (nuint)(place + i);
                nuint readOther = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint byRow = (nuint)(Unsafe.Add(ref place, 2) + i);
                nuint byColumn = (nuint)(Unsafe.Add(ref place, 3) + i);
                T column0 = TLanes.Load(ref w, byColumn);
                T column1 = TLanes.Load(ref w, byColumn + one);
                T column2 = TLanes.Load(ref w, byColumn + (2 * one));
                T column3 = TLanes.Load(ref w, byColumn + (3 * one));
                T row = TLanes.Load(ref w, byRow);
                sum0 = TLanes.MultiplyAdd(TLanes.Multiply(row, column0), TLanes.ExchangePairs(TLanes.Load(ref x, read)), sum0);
                row = TLanes.Load(ref w, byRow + one);
                sum1 = TLanes.MultiplyAdd(TLanes.Multiply(row, column1), TLanes.ExchangePairs(TLanes.Load(ref x, read + one)), sum1);
                other0 = TLanes.MultiplyAdd(TLanes.Multiply(row, column0), TLanes.ExchangePairs(TLanes.Load(ref x, readOther)), other0);
                row = TLanes.Load(ref w, byRow + (2 * one));
                sum2 = TLanes.MultiplyAdd(TLanes.Multiply(row, column2), TLanes.ExchangePairs(TLanes.Load(ref x, read + (2 * one))), sum2);
                other1 = TLanes.MultiplyAdd(TLanes.Multiply(row, column1), TLanes.ExchangePairs(TLanes.Load(ref x, readOther + one)), other1);
                row = TLanes.Load(ref w, byRow + (3 * one));
                sum3 = TLanes.MultiplyAdd(TLanes.Multiply(row, column3), TLanes.ExchangePairs(TLanes.Load(ref x, read + (3 * one))), sum3);
                other2 = TLanes.MultiplyAdd(TLanes.Multiply(row, column2), TLanes.ExchangePairs(TLanes.Load(ref x, readOther + (2 * one))), other2);
                row = TLanes.Load(ref w, byRow + (4 * one));
                other3 = TLanes.MultiplyAdd(TLanes.Multiply(row, column3), TLanes.ExchangePairs(TLanes.Load(ref x, readOther + (3 * one))), other3);
                place = ref Unsafe.Add(ref place, 4);
            }

            for (int single = terms.Singles; single > 0; single--)
            {
                nuint read = (nuint)(place + i);
                nuint readOther = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint weight = (nuint)(Unsafe.Add(ref place, 2) + i);
                nuint weightOther = (nuint)(Unsafe.Add(ref place, 3) + i);
                sum0 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight), TLanes.Load(ref x, read), sum0);
                other0 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther), TLanes.Load(ref x, readOther), other0);
                sum1 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + one), TLanes.Load(ref x, read + one), sum1);
                other1 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther + one), TLanes.Load(ref x, readOther + one), other1);
                sum2 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + (2 * one)), TLanes.Load(ref x, read + (2 * one)), sum2);
                other2 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther + (2 * one)), TLanes.Load(ref x, readOther + (2 * one)), other2);
                sum3 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + (3 * one)), TLanes.Load(ref x, read + (3 * one)), sum3);
                other3 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther + (3 * one)), TLanes.Load(ref x, readOther + (3 * one)), other3);
                place = ref Unsafe.Add(ref place, 4);
            }

            for (int single = terms.TurnedSingles; single > 0; single--)
            {
                nuint read = (nuint)(place + i);
                nuint readOther = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint weight = (nuint)(Unsafe.Add(ref place, 2) + i);
                nuint weightOther = (nuint)(Unsafe.Add(ref place, 3) + i);
                sum0 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight), TLanes.ExchangePairs(TLanes.Load(ref x, read)), sum0);
                other0 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther), TLanes.ExchangePairs(TLanes.Load(ref x, readOther)), other0);
                sum1 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + one), TLanes.ExchangePairs(TLanes.Load(ref x, read + one)), sum1);
                other1 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther + one), TLanes.ExchangePairs(TLanes.Load(ref x, readOther + one)), other1);
                sum2 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + (2 * one)), TLanes.ExchangePairs(TLanes.Load(ref x, read + (2 * one))), sum2);
                other2 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther + (2 * one)), TLanes.ExchangePairs(TLanes.Load(ref x, readOther + (2 * one))), other2);
                sum3 = TLanes.MultiplyAdd(TLanes.Load(ref w, weight + (3 * one)), TLanes.ExchangePairs(TLanes.Load(ref x, read + (3 * one))), sum3);
                other3 = TLanes.MultiplyAdd(TLanes.Load(ref w, weightOther + (3 * one)), TLanes.ExchangePairs(TLanes.Load(ref x, readOther + (3 * one))), other3);
                place = ref Unsafe.Add(ref place, 4);
            }

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
}
