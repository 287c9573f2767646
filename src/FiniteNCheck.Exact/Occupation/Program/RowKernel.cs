using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FiniteNCheck.Exact.Generator.Kernels;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>
/// Sums terms along a row. Each term is <c>scale * ramp[i] * row[i] * column[i] * x[i]</c> with consecutive numbers i, where <c>ramp</c> is
/// an occupation that changes along the row. Most terms have no ramp, and many a single table.
/// </summary>
/// <remarks>
/// Registers reach beyond the end of a row: what is read there is finite and what is computed there is overwritten by the next row.
/// </remarks>
internal static class RowKernel
{
    /// <summary>Sums the terms of a real state.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="row">The row.</param>
    /// <param name="image">Receives the sums.</param>
    public static void Run<TLanes, T>(in RowInput row, ref double image)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        int i = 0;
        for (; row.Length - i > 2 * TLanes.Count; i += 4 * TLanes.Count)
        {
            Sum<TLanes, T, FourRegisters>(in row, i, ref image);
        }

        if (row.Length - i > TLanes.Count)
        {
            Sum<TLanes, T, TwoRegisters>(in row, i, ref image);
        }
        else if (row.Length > i)
        {
            Sum<TLanes, T, OneRegister>(in row, i, ref image);
        }
    }

    /// <summary>Sums the terms of a complex state, real and imaginary parts apart.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="row">The row.</param>
    /// <param name="image">Receives the sums of real parts.</param>
    /// <param name="other">Receives the sums of imaginary parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunComplex<TLanes, T>(in RowInput row, ref double image, ref double other)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        ref double x = ref MemoryMarshal.GetReference(row.X);
        ref double w = ref MemoryMarshal.GetReference(row.Weights);
        ref int starts = ref MemoryMarshal.GetReference(row.Starts);
        ref double factors = ref MemoryMarshal.GetReference(row.Factors);
        TermClasses classes = row.Classes;
        (int length, int byRow, int byColumn) = (row.Length, row.Row, row.Column);
        for (int i = 0; i < length; i += TLanes.Count)
        {
            T real = default;
            T imaginary = default;
            ref ActiveTerm term = ref MemoryMarshal.GetReference(row.Terms);
            for (int t = classes.ByRow; t > 0; t--, term = ref Unsafe.Add(ref term, 1))
            {
                int start = Unsafe.Add(ref starts, term.Starts) + i;
                T weight = TLanes.Load(ref w, (nuint)(term.Row + byRow + i));
                Add<TLanes, T>(ref x, ref term, start, term.Scale, term.OtherScale, weight, ref real, ref imaginary);
            }

            for (int t = classes.ByColumn; t > 0; t--, term = ref Unsafe.Add(ref term, 1))
            {
                int start = Unsafe.Add(ref starts, term.Starts) + i;
                T weight = TLanes.Load(ref w, (nuint)(term.Column + byColumn + i));
                Add<TLanes, T>(ref x, ref term, start, term.Scale, term.OtherScale, weight, ref real, ref imaginary);
            }

            for (int t = classes.Products; t > 0; t--, term = ref Unsafe.Add(ref term, 1))
            {
                int start = Unsafe.Add(ref starts, term.Starts) + i;
                T weight = Product<TLanes, T>(ref w, (nuint)(term.Row + byRow + i), (nuint)(term.Column + byColumn + i));
                Add<TLanes, T>(ref x, ref term, start, term.Scale, term.OtherScale, weight, ref real, ref imaginary);
            }

            for (int t = classes.Ramps + classes.DoubleRamps; t > 0; t--, term = ref Unsafe.Add(ref term, 1))
            {
                double ofRow = Unsafe.Add(ref factors, term.OfRow) * Unsafe.Add(ref factors, term.OfRowToo);
                if (ofRow == 0)
                {
                    continue;
                }

                int start = Unsafe.Add(ref starts, term.Starts) + i;
                T weight = Product<TLanes, T>(ref w, (nuint)(term.Row + byRow + i), (nuint)(term.Column + byColumn + i));
                weight = TLanes.Multiply(weight, TLanes.Load(ref w, (nuint)(term.Ramp + (term.RampPerLength * (length - 1)) + i)));
                if (t <= classes.DoubleRamps)
                {
                    int second = term.SecondRamp + (term.SecondRampPerLength * (length - 1)) + i;
                    weight = TLanes.Multiply(weight, TLanes.Load(ref w, (nuint)second));
                }

                Add<TLanes, T>(ref x, ref term, start, ofRow * term.Scale, ofRow * term.OtherScale, weight, ref real, ref imaginary);
            }

            TLanes.Store(real, ref image, (nuint)i);
            TLanes.Store(imaginary, ref other, (nuint)i);
        }
    }

    // Whole registers from one place of the row on. Conditions on the number of registers vanish when this is compiled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TLanes, T, TRegisters>(in RowInput row, int i, ref double image)
        where TLanes : struct, ILanes<T>
        where T : struct
        where TRegisters : struct, IRegisters
    {
        ref double x = ref MemoryMarshal.GetReference(row.X);
        ref double w = ref MemoryMarshal.GetReference(row.Weights);
        ref int starts = ref MemoryMarshal.GetReference(row.Starts);
        ref double factors = ref MemoryMarshal.GetReference(row.Factors);
        TermClasses classes = row.Classes;
        (int last, int byRow, int byColumn) = (row.Length - 1, row.Row + i, row.Column + i);
        nuint one = (nuint)TLanes.Count;
        T sum0 = default;
        T sum1 = default;
        T sum2 = default;
        T sum3 = default;
        ref ActiveTerm term = ref MemoryMarshal.GetReference(row.Terms);
        for (int t = classes.ByRow + classes.ByColumn; t > 0; t--, term = ref Unsafe.Add(ref term, 1))
        {
            nuint at = (nuint)(term.Source + Unsafe.Add(ref starts, term.Starts) + i);
            nuint weight = (nuint)(t > classes.ByColumn ? term.Row + byRow : term.Column + byColumn);
            T scale = TLanes.All(term.Scale);
            sum0 = TLanes.MultiplyAdd(TLanes.Multiply(scale, TLanes.Load(ref w, weight)), TLanes.Load(ref x, at), sum0);
            if (TRegisters.Count > 1)
            {
                sum1 = TLanes.MultiplyAdd(TLanes.Multiply(scale, TLanes.Load(ref w, weight + one)), TLanes.Load(ref x, at + one), sum1);
            }

            if (TRegisters.Count > 2)
            {
                (nuint two, nuint three) = (2 * one, 3 * one);
                sum2 = TLanes.MultiplyAdd(TLanes.Multiply(scale, TLanes.Load(ref w, weight + two)), TLanes.Load(ref x, at + two), sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Multiply(scale, TLanes.Load(ref w, weight + three)), TLanes.Load(ref x, at + three), sum3);
            }
        }

        for (int t = classes.Products; t > 0; t--, term = ref Unsafe.Add(ref term, 1))
        {
            nuint at = (nuint)(term.Source + Unsafe.Add(ref starts, term.Starts) + i);
            (nuint r, nuint c) = ((nuint)(term.Row + byRow), (nuint)(term.Column + byColumn));
            T scale = TLanes.All(term.Scale);
            sum0 = AddProduct<TLanes, T>(ref x, ref w, at, r, c, scale, sum0);
            if (TRegisters.Count > 1)
            {
                sum1 = AddProduct<TLanes, T>(ref x, ref w, at + one, r + one, c + one, scale, sum1);
            }

            if (TRegisters.Count > 2)
            {
                (nuint two, nuint three) = (2 * one, 3 * one);
                sum2 = AddProduct<TLanes, T>(ref x, ref w, at + two, r + two, c + two, scale, sum2);
                sum3 = AddProduct<TLanes, T>(ref x, ref w, at + three, r + three, c + three, scale, sum3);
            }
        }

        for (int t = classes.Ramps + classes.DoubleRamps; t > 0; t--, term = ref Unsafe.Add(ref term, 1))
        {
            double ofRow = Unsafe.Add(ref factors, term.OfRow) * Unsafe.Add(ref factors, term.OfRowToo);
            if (ofRow == 0)
            {
                continue;
            }

            nuint at = (nuint)(term.Source + Unsafe.Add(ref starts, term.Starts) + i);
            (nuint r, nuint c) = ((nuint)(term.Row + byRow), (nuint)(term.Column + byColumn));
            nuint ramp = (nuint)(term.Ramp + (term.RampPerLength * last) + i);
            bool isDouble = t <= classes.DoubleRamps;
            nuint second = isDouble ? (nuint)(term.SecondRamp + (term.SecondRampPerLength * last) + i) : 0;
            T scale = TLanes.All(term.Scale * ofRow);
            sum0 = AddProduct<TLanes, T>(ref x, ref w, at, r, c, Ramp<TLanes, T>(ref w, scale, ramp, second, isDouble), sum0);
            if (TRegisters.Count > 1)
            {
                T scale1 = Ramp<TLanes, T>(ref w, scale, ramp + one, second + one, isDouble);
                sum1 = AddProduct<TLanes, T>(ref x, ref w, at + one, r + one, c + one, scale1, sum1);
            }

            if (TRegisters.Count > 2)
            {
                (nuint two, nuint three) = (2 * one, 3 * one);
                T scale2 = Ramp<TLanes, T>(ref w, scale, ramp + two, second + two, isDouble);
                T scale3 = Ramp<TLanes, T>(ref w, scale, ramp + three, second + three, isDouble);
                sum2 = AddProduct<TLanes, T>(ref x, ref w, at + two, r + two, c + two, scale2, sum2);
                sum3 = AddProduct<TLanes, T>(ref x, ref w, at + three, r + three, c + three, scale3, sum3);
            }
        }

        TLanes.Store(sum0, ref image, (nuint)i);
        if (TRegisters.Count > 1)
        {
            TLanes.Store(sum1, ref image, (nuint)i + one);
        }

        if (TRegisters.Count > 2)
        {
            TLanes.Store(sum2, ref image, (nuint)i + (2 * one));
            TLanes.Store(sum3, ref image, (nuint)i + (3 * one));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Product<TLanes, T>(ref double w, nuint row, nuint column)
        where TLanes : struct, ILanes<T>
        where T : struct =>
        TLanes.Multiply(TLanes.Load(ref w, row), TLanes.Load(ref w, column));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AddProduct<TLanes, T>(ref double x, ref double w, nuint at, nuint row, nuint column, T scale, T sum)
        where TLanes : struct, ILanes<T>
        where T : struct =>
        TLanes.MultiplyAdd(TLanes.Multiply(scale, Product<TLanes, T>(ref w, row, column)), TLanes.Load(ref x, at), sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Ramp<TLanes, T>(ref double w, T scale, nuint ramp, nuint second, bool isDouble)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        T product = TLanes.Multiply(scale, TLanes.Load(ref w, ramp));
        return isDouble ? TLanes.Multiply(product, TLanes.Load(ref w, second)) : product;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TLanes, T>(
        ref double x, ref ActiveTerm term, int start, double scale, double otherScale, T weight, scoped ref T real, scoped ref T imaginary)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        T source = TLanes.Load(ref x, (nuint)(term.Source + start));
        T other = TLanes.Load(ref x, (nuint)(term.OtherSource + start));
        real = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.All(scale), weight), source, real);
        imaginary = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.All(otherScale), weight), other, imaginary);
    }
}
