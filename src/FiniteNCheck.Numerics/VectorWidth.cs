using System.Runtime.Intrinsics;

namespace FiniteNCheck.Numerics;

/// <summary>How wide the vectors of this process are.</summary>
public static class VectorWidth
{
    /// <summary>The widest in use, in words.</summary>
    public static string Text =>
        Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";
}
