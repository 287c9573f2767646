using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// The sum over all terms of one strip, in registers: each number of the result is written once, however many terms feed it. Reads up to four
/// vectors beyond the strip, which the guards of layouts and weights allow.
/// </summary>
internal static class StripKernel
{
    /// <summary>Computes one strip with the widest registers of the machine.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Where the strip lies and its length, in real numbers.</param>
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

    /// <summary>Computes one strip with registers of one kind.</summary>
    /// <typeparam name="TLanes">Their operations.</typeparam>
    /// <typeparam name="T">The registers.</typeparam>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="strip">Where the strip lies and its length, in real numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, T>(in StripUpdate update, double[] weights, TermList terms, (int At, int Length) strip)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(update.X);
        ref double w = ref MemoryMarshal.GetArrayDataReference(weights);
        nuint one = (nuint)TLanes.Count;
        for (int i = 0; i < strip.Length; i += 4 * TLanes.Count)
        {
            T sum0 = default;
            T sum1 = default;
            T sum2 = default;
            T sum3 = default;
            ref int place = ref MemoryMarshal.GetReference(terms.Places);
            for (int product = terms.Products; product > 0; product--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint second = (nuint)(Unsafe.Add(ref place, 2) + i);
                sum0 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first), TLanes.Load(ref w, second)), TLanes.Load(ref x, read), sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first + one), TLanes.Load(ref w, second + one)), TLanes.Load(ref x, read + one), sum1);
                sum2 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first + (2 * one)), TLanes.Load(ref w, second + (2 * one))), TLanes.Load(ref x, read + (2 * one)), sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first + (3 * one)), TLanes.Load(ref w, second + (3 * one))), TLanes.Load(ref x, read + (3 * one)), sum3);
                place = ref Unsafe.Add(ref place, 3);
            }

            for (int product = terms.TurnedProducts; product > 0; product--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint second = (nuint)(Unsafe.Add(ref place, 2) + i);
                sum0 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first), TLanes.Load(ref w, second)), TLanes.ExchangePairs(TLanes.Load(ref x, read)), sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first + one), TLanes.Load(ref w, second + one)), TLanes.ExchangePairs(TLanes.Load(ref x, read + one)), sum1);
                sum2 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first + (2 * one)), TLanes.Load(ref w, second + (2 * one))), TLanes.ExchangePairs(TLanes.Load(ref x, read + (2 * one))), sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(ref w, first + (3 * one)), TLanes.Load(ref w, second + (3 * one))), TLanes.ExchangePairs(TLanes.Load(ref x, read + (3 * one))), sum3);
                place = ref Unsafe.Add(ref place, 3);
            }

            for (int single = terms.Singles; single > 0; single--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                sum0 = TLanes.MultiplyAdd(TLanes.Load(ref w, first), TLanes.Load(ref x, read), sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Load(ref w, first + one), TLanes.Load(ref x, read + one), sum1);
                sum2 = TLanes.MultiplyAdd(TLanes.Load(ref w, first + (2 * one)), TLanes.Load(ref x, read + (2 * one)), sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Load(ref w, first + (3 * one)), TLanes.Load(ref x, read + (3 * one)), sum3);
                place = ref Unsafe.Add(ref place, 2);
            }

            for (int single = terms.TurnedSingles; single > 0; single--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                sum0 = TLanes.MultiplyAdd(TLanes.Load(ref w, first), TLanes.ExchangePairs(TLanes.Load(ref x, read)), sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Load(ref w, first + one), TLanes.ExchangePairs(TLanes.Load(ref x, read + one)), sum1);
                sum2 = TLanes.MultiplyAdd(TLanes.Load(ref w, first + (2 * one)), TLanes.ExchangePairs(TLanes.Load(ref x, read + (2 * one))), sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Load(ref w, first + (3 * one)), TLanes.ExchangePairs(TLanes.Load(ref x, read + (3 * one))), sum3);
                place = ref Unsafe.Add(ref place, 2);
            }

            update.Finish<TLanes, T>(sum0, strip, i);
            update.Finish<TLanes, T>(sum1, strip, i + TLanes.Count);
            update.Finish<TLanes, T>(sum2, strip, i + (2 * TLanes.Count));
            update.Finish<TLanes, T>(sum3, strip, i + (3 * TLanes.Count));
        }
    }
}
