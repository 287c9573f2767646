using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>What a kernel computes: <c>y = imageScale L x + xScale x + yScale y</c>, then <c>sum += weight y</c>.</summary>
/// <param name="X">The state that <c>L</c> acts on.</param>
/// <param name="Y">Receives the combination; read only where <paramref name="YScale"/> is not 0.</param>
/// <param name="ImageScale">The factor of <c>L x</c>.</param>
/// <param name="XScale">The factor of <c>x</c>; not 0 only where <paramref name="Y"/> has the layout of <paramref name="X"/>.</param>
/// <param name="YScale">The factor of what <paramref name="Y"/> held.</param>
/// <param name="Sum">The array to add to, or <see langword="null"/>.</param>
/// <param name="Weight">The factor with which the new <c>y</c> is added.</param>
/// <param name="Increments">
/// Whether <c>L x</c> is a part that an earlier update left out: then <c>y += imageScale L x</c> and <c>sum += weight imageScale L x</c>.
/// </param>
internal readonly record struct StripUpdate(
    double[] X,
    double[] Y,
    double ImageScale = 1,
    double XScale = 0,
    double YScale = 0,
    double[]? Sum = null,
    double Weight = 0,
    bool Increments = false)
{
    /// <summary>Completes the part of a register that lies in a strip, given its image.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="image">Elements of <c>L x</c>.</param>
    /// <param name="strip">Offset and length of the strip in the result.</param>
    /// <param name="i">The position of the register in the strip.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<TLanes, T>(T image, (int At, int Length) strip, int i)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        if (i > strip.Length - TLanes.Count)
        {
            FinishPart<TLanes, T>(image, strip.At + i, strip.Length - i);
            return;
        }

        nuint at = (nuint)(strip.At + i);
        ref double y = ref MemoryMarshal.GetArrayDataReference(Y);
        T added = TLanes.Multiply(TLanes.All(ImageScale), image);
        T result = added;
        if (Increments)
        {
            result = TLanes.Add(result, TLanes.Load(ref y, at));
        }
        else
        {
            if (XScale != 0)
            {
                result = TLanes.MultiplyAdd(TLanes.All(XScale), TLanes.Load(ref MemoryMarshal.GetArrayDataReference(X), at), result);
            }

            if (YScale != 0)
            {
                result = TLanes.MultiplyAdd(TLanes.All(YScale), TLanes.Load(ref y, at), result);
            }

            added = result;
        }

        TLanes.Store(result, ref y, at);
        if (Sum is not null)
        {
            ref double sum = ref MemoryMarshal.GetArrayDataReference(Sum);
            TLanes.Store(TLanes.MultiplyAdd(TLanes.All(Weight), added, TLanes.Load(ref sum, at)), ref sum, at);
        }
    }

    /// <summary>Completes one number, given its image.</summary>
    /// <param name="image">The element of <c>L x</c>.</param>
    /// <param name="at">Its index in the result.</param>
    public void Finish(double image, int at)
    {
        double added = ImageScale * image;
        double result = added;
        if (Increments)
        {
            result += Y[at];
        }
        else
        {
            result = XScale == 0 ? result : Math.FusedMultiplyAdd(XScale, X[at], result);
            result = YScale == 0 ? result : Math.FusedMultiplyAdd(YScale, Y[at], result);
            added = result;
        }

        Y[at] = result;
        if (Sum is not null)
        {
            Sum[at] = Math.FusedMultiplyAdd(Weight, added, Sum[at]);
        }
    }

    private void FinishPart<TLanes, T>(T image, int at, int length)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        Span<double> part = stackalloc double[TLanes.Count];
        TLanes.Store(image, ref MemoryMarshal.GetReference(part), 0);
        for (int i = 0; i < length; i++)
        {
            Finish(part[i], at + i);
        }
    }
}
