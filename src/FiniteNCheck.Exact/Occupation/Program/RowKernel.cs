using System.Runtime.CompilerServices;
using FiniteNCheck.Exact.Generator.Kernels;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>
/// Sums terms along a row. Each term is <c>scale * ramp[i] * row[i] * column[i] * x[i]</c> with consecutive numbers i, where <c>ramp</c> is
/// an occupation that changes along the row, or 1 throughout.
/// </summary>
/// <remarks>
/// Registers reach beyond the end of a row: what is read there is finite and what is computed there is overwritten by the next row.
/// </remarks>
internal static class RowKernel
{
    /// <summary>Sums the real parts of the terms.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="row">The row.</param>
    /// <param name="terms">The terms; those with two ramps last.</param>
    /// <param name="image">Receives the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, T>(in RowInput row, ReadOnlySpan<ActiveTerm> terms, ref double image)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        int i = 0;
        for (; row.Length - i > TLanes.Count; i += 4 * TLanes.Count)
        {
            T sum0 = default;
            T sum1 = default;
            T sum2 = default;
            T sum3 = default;
            for (int t = 0; t < terms.Length; t++)
            {
                ref readonly ActiveTerm term = ref terms[t];
                T scale = TLanes.All(row.ScaleOf(in term, term.Scale));
                nuint x = (nuint)(term.Source + row.Start(in term) + i);
                nuint byRow = (nuint)(term.Row + row.Row + i);
                nuint byColumn = (nuint)(term.Column + row.Column + i);
                nuint ramp = (nuint)(term.Ramp + (term.RampPerLength * (row.Length - 1)) + i);
                if (t >= row.SingleRamps)
                {
                    nuint second = (nuint)(term.SecondRamp + (term.SecondRampPerLength * (row.Length - 1)) + i);
                    sum0 = AddTwice<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, second, 0, sum0);
                    sum1 = AddTwice<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, second, 1, sum1);
                    sum2 = AddTwice<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, second, 2, sum2);
                    sum3 = AddTwice<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, second, 3, sum3);
                    continue;
                }

                sum0 = Add<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, 0, sum0);
                sum1 = Add<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, 1, sum1);
                sum2 = Add<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, 2, sum2);
                sum3 = Add<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, 3, sum3);
            }

            TLanes.Store(sum0, ref image, (nuint)i);
            TLanes.Store(sum1, ref image, (nuint)(i + TLanes.Count));
            TLanes.Store(sum2, ref image, (nuint)(i + (2 * TLanes.Count)));
            TLanes.Store(sum3, ref image, (nuint)(i + (3 * TLanes.Count)));
        }

        for (; i < row.Length; i += TLanes.Count)
        {
            T sum = default;
            for (int t = 0; t < terms.Length; t++)
            {
                ref readonly ActiveTerm term = ref terms[t];
                T scale = TLanes.All(row.ScaleOf(in term, term.Scale));
                nuint x = (nuint)(term.Source + row.Start(in term) + i);
                nuint byRow = (nuint)(term.Row + row.Row + i);
                nuint byColumn = (nuint)(term.Column + row.Column + i);
                nuint ramp = (nuint)(term.Ramp + (term.RampPerLength * (row.Length - 1)) + i);
                sum = t < row.SingleRamps
                    ? Add<TLanes, T>(in row, scale, x, byRow, byColumn, ramp, 0, sum)
                    : AddTwice<TLanes, T>(
                        in row, scale, x, byRow, byColumn, ramp,
                        (nuint)(term.SecondRamp + (term.SecondRampPerLength * (row.Length - 1)) + i), 0, sum);
            }

            TLanes.Store(sum, ref image, (nuint)i);
        }
    }

    /// <summary>Sums real and imaginary parts of the terms.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="row">The row.</param>
    /// <param name="terms">The terms; those with two ramps last.</param>
    /// <param name="image">Receives the sums of real parts.</param>
    /// <param name="other">Receives the sums of imaginary parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunComplex<TLanes, T>(in RowInput row, ReadOnlySpan<ActiveTerm> terms, ref double image, ref double other)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        for (int i = 0; i < row.Length; i += 2 * TLanes.Count)
        {
            T sum0 = default;
            T sum1 = default;
            T other0 = default;
            T other1 = default;
            nuint one = (nuint)TLanes.Count;
            for (int t = 0; t < terms.Length; t++)
            {
                ref readonly ActiveTerm term = ref terms[t];
                T scale = TLanes.All(row.ScaleOf(in term, term.Scale));
                T otherScale = TLanes.All(row.ScaleOf(in term, term.OtherScale));
                int start = row.Start(in term) + i;
                nuint x = (nuint)(term.Source + start);
                nuint y = (nuint)(term.OtherSource + start);
                nuint byRow = (nuint)(term.Row + row.Row + i);
                nuint byColumn = (nuint)(term.Column + row.Column + i);
                nuint ramp = (nuint)(term.Ramp + (term.RampPerLength * (row.Length - 1)) + i);
                T weight0 = Weight<TLanes, T>(in row, byRow, byColumn, ramp);
                T weight1 = Weight<TLanes, T>(in row, byRow + one, byColumn + one, ramp + one);
                if (t >= row.SingleRamps)
                {
                    nuint second = (nuint)(term.SecondRamp + (term.SecondRampPerLength * (row.Length - 1)) + i);
                    weight0 = TLanes.Multiply(weight0, TLanes.Load(ref row.Weights[0], second));
                    weight1 = TLanes.Multiply(weight1, TLanes.Load(ref row.Weights[0], second + one));
                }

                sum0 = TLanes.MultiplyAdd(TLanes.Multiply(scale, weight0), TLanes.Load(ref row.X[0], x), sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Multiply(scale, weight1), TLanes.Load(ref row.X[0], x + one), sum1);
                other0 = TLanes.MultiplyAdd(TLanes.Multiply(otherScale, weight0), TLanes.Load(ref row.X[0], y), other0);
                other1 = TLanes.MultiplyAdd(TLanes.Multiply(otherScale, weight1), TLanes.Load(ref row.X[0], y + one), other1);
            }

            TLanes.Store(sum0, ref image, (nuint)i);
            TLanes.Store(sum1, ref image, (nuint)i + one);
            TLanes.Store(other0, ref other, (nuint)i);
            TLanes.Store(other1, ref other, (nuint)i + one);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Weight<TLanes, T>(in RowInput row, nuint byRow, nuint byColumn, nuint ramp)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        ref double w = ref row.Weights[0];
        return TLanes.Multiply(TLanes.Multiply(TLanes.Load(ref w, byRow), TLanes.Load(ref w, byColumn)), TLanes.Load(ref w, ramp));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Add<TLanes, T>(in RowInput row, T scale, nuint x, nuint byRow, nuint byColumn, nuint ramp, int register, T sum)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        nuint at = (nuint)(register * TLanes.Count);
        T weight = TLanes.Multiply(scale, Weight<TLanes, T>(in row, byRow + at, byColumn + at, ramp + at));
        return TLanes.MultiplyAdd(weight, TLanes.Load(ref row.X[0], x + at), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AddTwice<TLanes, T>(
        in RowInput row, T scale, nuint x, nuint byRow, nuint byColumn, nuint ramp, nuint second, int register, T sum)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        nuint at = (nuint)(register * TLanes.Count);
        return Add<TLanes, T>(
            in row, TLanes.Multiply(scale, TLanes.Load(ref row.Weights[0], second + at)), x, byRow, byColumn, ramp, register, sum);
    }
}
