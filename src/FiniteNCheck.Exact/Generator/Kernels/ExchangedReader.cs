using System.Runtime.CompilerServices;

namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>
/// Reads complex elements with real and imaginary parts exchanged, for terms with a factor <c>i</c>: <c>i (a + ib) = -b + ia</c>, where the
/// weights supply the signs.
/// </summary>
internal readonly struct ExchangedReader : ISourceReader
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<TLanes, T>(ref double origin, nuint at)
        where TLanes : struct, ILanes<T>
        where T : struct =>
        TLanes.ExchangePairs(TLanes.Load(ref origin, at));
}
