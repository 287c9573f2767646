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
    /// <param name="at">Where the strip lies.</param>
    /// <param name="length">Its length in real numbers.</param>
    public static void Run(in StripUpdate update, double[] weights, TermList terms, int at, int length)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<Lanes512>(in update, weights, terms, at, length);
        }
        else
        {
            Run<Lanes256>(in update, weights, terms, at, length);
        }
    }

    /// <summary>Computes one strip with registers of one kind.</summary>
    /// <typeparam name="T">The registers.</typeparam>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="at">Where the strip lies.</param>
    /// <param name="length">Its length in real numbers.</param>
    public static void Run<T>(in StripUpdate update, double[] weights, TermList terms, int at, int length)
        where T : struct, ILanes<T>
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(update.X);
        ref double w = ref MemoryMarshal.GetArrayDataReference(weights);
        ref double y = ref MemoryMarshal.GetArrayDataReference(update.Y);
        int i = 0;
        for (; i < length; i += 4 * T.Count)
        {
            T sum0 = T.Zero;
            T sum1 = T.Zero;
            T sum2 = T.Zero;
            T sum3 = T.Zero;
            nuint one = (nuint)T.Count;
            ref int place = ref MemoryMarshal.GetReference(terms.Places);
            for (int product = terms.Products; product > 0; product--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint second = (nuint)(Unsafe.Add(ref place, 2) + i);
                sum0 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first), T.Load(ref w, second)), T.Load(ref x, read), sum0);
                sum1 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first + one), T.Load(ref w, second + one)), T.Load(ref x, read + one), sum1);
                sum2 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first + (2 * one)), T.Load(ref w, second + (2 * one))), T.Load(ref x, read + (2 * one)), sum2);
                sum3 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first + (3 * one)), T.Load(ref w, second + (3 * one))), T.Load(ref x, read + (3 * one)), sum3);
                place = ref Unsafe.Add(ref place, 3);
            }

            for (int product = terms.TurnedProducts; product > 0; product--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                nuint second = (nuint)(Unsafe.Add(ref place, 2) + i);
                sum0 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first), T.Load(ref w, second)), T.ExchangePairs(T.Load(ref x, read)), sum0);
                sum1 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first + one), T.Load(ref w, second + one)), T.ExchangePairs(T.Load(ref x, read + one)), sum1);
                sum2 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first + (2 * one)), T.Load(ref w, second + (2 * one))), T.ExchangePairs(T.Load(ref x, read + (2 * one))), sum2);
                sum3 = T.MultiplyAdd(T.Multiply(T.Load(ref w, first + (3 * one)), T.Load(ref w, second + (3 * one))), T.ExchangePairs(T.Load(ref x, read + (3 * one))), sum3);
                place = ref Unsafe.Add(ref place, 3);
            }

            for (int single = terms.Singles; single > 0; single--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                sum0 = T.MultiplyAdd(T.Load(ref w, first), T.Load(ref x, read), sum0);
                sum1 = T.MultiplyAdd(T.Load(ref w, first + one), T.Load(ref x, read + one), sum1);
                sum2 = T.MultiplyAdd(T.Load(ref w, first + (2 * one)), T.Load(ref x, read + (2 * one)), sum2);
                sum3 = T.MultiplyAdd(T.Load(ref w, first + (3 * one)), T.Load(ref x, read + (3 * one)), sum3);
                place = ref Unsafe.Add(ref place, 2);
            }

            for (int single = terms.TurnedSingles; single > 0; single--)
            {
                nuint read = (nuint)(place + i);
                nuint first = (nuint)(Unsafe.Add(ref place, 1) + i);
                sum0 = T.MultiplyAdd(T.Load(ref w, first), T.ExchangePairs(T.Load(ref x, read)), sum0);
                sum1 = T.MultiplyAdd(T.Load(ref w, first + one), T.ExchangePairs(T.Load(ref x, read + one)), sum1);
                sum2 = T.MultiplyAdd(T.Load(ref w, first + (2 * one)), T.ExchangePairs(T.Load(ref x, read + (2 * one))), sum2);
                sum3 = T.MultiplyAdd(T.Load(ref w, first + (3 * one)), T.ExchangePairs(T.Load(ref x, read + (3 * one))), sum3);
                place = ref Unsafe.Add(ref place, 2);
            }

            nuint to = (nuint)(at + i);
            if (i <= length - (4 * T.Count))
            {
                Finish(in update, ref x, ref y, sum0, to);
                Finish(in update, ref x, ref y, sum1, to + one);
                Finish(in update, ref x, ref y, sum2, to + (2 * one));
                Finish(in update, ref x, ref y, sum3, to + (3 * one));
            }
            else
            {
                FinishPart(in update, ref x, ref y, sum0, at + i, length - i);
                FinishPart(in update, ref x, ref y, sum1, at + i + T.Count, length - i - T.Count);
                FinishPart(in update, ref x, ref y, sum2, at + i + (2 * T.Count), length - i - (2 * T.Count));
                FinishPart(in update, ref x, ref y, sum3, at + i + (3 * T.Count), length - i - (3 * T.Count));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<T>(in StripUpdate update, ref double x, ref double y, T image, nuint at)
        where T : struct, ILanes<T>
    {
        T result = T.Multiply(T.All(update.OfImage), image);
        if (update.OfX != 0)
        {
            result = T.MultiplyAdd(T.All(update.OfX), T.Load(ref x, at), result);
        }

        if (update.OfY != 0)
        {
            result = T.MultiplyAdd(T.All(update.OfY), T.Load(ref y, at), result);
        }

        T.Store(result, ref y, at);
        if (update.Sum is { } sum)
        {
            ref double s = ref MemoryMarshal.GetArrayDataReference(sum);
            T.Store(T.MultiplyAdd(T.All(update.Weight), result, T.Load(ref s, at)), ref s, at);
        }
    }

    // The last vectors of a strip: beyond its end lies somebody else's strip.
    private static void FinishPart<T>(in StripUpdate update, ref double x, ref double y, T image, int at, int length)
        where T : struct, ILanes<T>
    {
        if (length >= T.Count)
        {
            Finish(in update, ref x, ref y, image, (nuint)at);
            return;
        }

        Span<double> part = stackalloc double[T.Count];
        T.Store(image, ref MemoryMarshal.GetReference(part), 0);
        for (int i = 0; i < length; i++)
        {
            double result = update.OfImage * part[i];
            result = update.OfX == 0 ? result : Math.FusedMultiplyAdd(update.OfX, update.X[at + i], result);
            result = update.OfY == 0 ? result : Math.FusedMultiplyAdd(update.OfY, update.Y[at + i], result);
            update.Y[at + i] = result;
            if (update.Sum is { } sum)
            {
                sum[at + i] = Math.FusedMultiplyAdd(update.Weight, result, sum[at + i]);
            }
        }
    }
}
