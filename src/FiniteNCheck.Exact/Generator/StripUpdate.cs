using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FiniteNCheck.Exact.Generator;

/// <summary>What a kernel computes: <c>y = ofImage L x + ofX x + ofY y</c>, then <c>sum += weight y</c>.</summary>
/// <param name="X">The state that <c>L</c> acts on.</param>
/// <param name="Y">Receives the combination; read only where <paramref name="OfY"/> is not 0.</param>
/// <param name="OfImage">The factor of <c>L x</c>.</param>
/// <param name="OfX">The factor of <c>x</c>; not 0 only where <paramref name="Y"/> has the layout of <paramref name="X"/>.</param>
/// <param name="OfY">The factor of what <paramref name="Y"/> held.</param>
/// <param name="Sum">Added to, or <see langword="null"/>.</param>
/// <param name="Weight">The factor with which the new <c>y</c> is added.</param>
/// <param name="Increments">Whether <c>L x</c> is the part that an earlier update left out: <c>y += ofImage L x</c>, <c>sum += weight ofImage L x</c>.</param>
internal readonly record struct StripUpdate(
    double[] X, double[] Y, double OfImage, double OfX, double OfY, double[]? Sum, double Weight, bool Increments = false)
{
    /// <summary>Completes one register of numbers whose image is known, or as much of it as lies in a strip.</summary>
    /// <typeparam name="TLanes">Its operations.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="image">Elements of <c>L x</c>.</param>
    /// <param name="strip">Where the strip lies in the result and its length.</param>
    /// <param name="i">Where in the strip the register belongs.</param>
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
        T added = TLanes.Multiply(TLanes.All(OfImage), image);
        T result = added;
        if (Increments)
        {
            result = TLanes.Add(result, TLanes.Load(ref y, at));
        }
        else
        {
            if (OfX != 0)
            {
                result = TLanes.MultiplyAdd(TLanes.All(OfX), TLanes.Load(ref MemoryMarshal.GetArrayDataReference(X), at), result);
            }

            if (OfY != 0)
            {
                result = TLanes.MultiplyAdd(TLanes.All(OfY), TLanes.Load(ref y, at), result);
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

    /// <summary>Completes one number whose image is known.</summary>
    /// <param name="image">The element of <c>L x</c>.</param>
    /// <param name="at">Where it lies in the result.</param>
    public void Finish(double image, int at)
    {
        double added = OfImage * image;
        double result = added;
        if (Increments)
        {
            result += Y[at];
        }
        else
        {
            result = OfX == 0 ? result : Math.FusedMultiplyAdd(OfX, X[at], result);
            result = OfY == 0 ? result : Math.FusedMultiplyAdd(OfY, Y[at], result);
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
