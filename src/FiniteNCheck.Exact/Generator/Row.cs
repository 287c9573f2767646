using System.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>A row of a density matrix that is written: real parts, and imaginary parts that are empty where the state is real.</summary>
internal readonly ref struct Row(Span<double> re, Span<double> im)
{
    /// <summary>Real parts.</summary>
    public Span<double> Re { get; } = re;

    /// <summary>Imaginary parts, or empty.</summary>
    public Span<double> Im { get; } = im;

    /// <summary>Sets all elements to zero.</summary>
    public void Clear()
    {
        Re.Clear();
        Im.Clear();
    }

    /// <summary><c>this += factor x</c>.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="x">The row added, at least as long.</param>
    public void Add(Complex factor, Row x)
    {
        if (factor.Real != 0)
        {
            RowKernels.AddScaled(Re, factor.Real, x.Re);
        }

        if (Im.Length == 0)
        {
            return;
        }

        if (factor.Real != 0)
        {
            RowKernels.AddScaled(Im, factor.Real, x.Im);
        }

        if (factor.Imaginary != 0)
        {
            RowKernels.AddScaled(Re, -factor.Imaginary, x.Im);
            RowKernels.AddScaled(Im, factor.Imaginary, x.Re);
        }
    }

    /// <summary><c>this_c += factor conj(K_(c, s(c))) x_(s(c))</c> for every state <c>c</c> that a shift of <c>K</c> reaches: the right factor <c>K+</c>.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="shift">The shift of <c>K</c>.</param>
    /// <param name="x">The row of the source.</param>
    public void AddRight(Complex factor, Shift shift, Row x)
    {
        for (int run = 0; run < shift.Count; run++)
        {
            int target = (run * shift.TargetStride) + shift.TargetStart;
            int source = (run * shift.SourceStride) + shift.SourceStart;

            // A packed row ends at its diagonal.
            int length = Math.Min(shift.Length, Re.Length - target);
            if (length <= 0)
            {
                return;
            }

            ReadOnlySpan<double> k = shift.Re.AsSpan(target, length);
            Span<double> toRe = Re.Slice(target, length);
            ReadOnlySpan<double> xRe = x.Re.Slice(source, length);
            if (Im.Length == 0)
            {
                RowKernels.AddWeighted(toRe, factor.Real, k, xRe);
                continue;
            }

            Span<double> toIm = Im.Slice(target, length);
            ReadOnlySpan<double> xIm = x.Im.Slice(source, length);
            AddWeighted(toRe, toIm, factor, k, xRe, xIm);
            if (!shift.IsReal)
            {
                // conj(K) = Re K - i Im K.
                AddWeighted(toRe, toIm, factor * -Complex.ImaginaryOne, shift.Im.AsSpan(target, length), xRe, xIm);
            }
        }
    }

    private static void AddWeighted(
        Span<double> re, Span<double> im, Complex factor, ReadOnlySpan<double> w, ReadOnlySpan<double> xRe, ReadOnlySpan<double> xIm)
    {
        if (factor.Real != 0)
        {
            RowKernels.AddWeighted(re, factor.Real, w, xRe);
            RowKernels.AddWeighted(im, factor.Real, w, xIm);
        }

        if (factor.Imaginary != 0)
        {
            RowKernels.AddWeighted(re, -factor.Imaginary, w, xIm);
            RowKernels.AddWeighted(im, factor.Imaginary, w, xRe);
        }
    }
}
