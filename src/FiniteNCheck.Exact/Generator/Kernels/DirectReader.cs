using System.Runtime.CompilerServices;

namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>Reads elements as they are.</summary>
internal readonly struct DirectReader : ISourceReader
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<TLanes, T>(ref double origin, nuint at)
        where TLanes : struct, ILanes<T>
        where T : struct =>
        TLanes.Load(ref origin, at);
}
