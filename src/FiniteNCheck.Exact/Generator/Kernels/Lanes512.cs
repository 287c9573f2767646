using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>Registers of eight doubles.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<double>>
{
    /// <inheritdoc/>
    public static int Count => Vector512<double>.Count;

    /// <inheritdoc/>
    public static Vector512<double> All(double value) => Vector512.Create(value);

    /// <inheritdoc/>
    public static Vector512<double> Add(Vector512<double> a, Vector512<double> b) => a + b;

    /// <inheritdoc/>
    public static Vector512<double> Load(ref double origin, nuint at) => Vector512.LoadUnsafe(ref origin, at);

    /// <inheritdoc/>
    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static Vector512<double> Multiply(Vector512<double> a, Vector512<double> b) => a * b;

    /// <inheritdoc/>
    public static Vector512<double> ExchangePairs(Vector512<double> a) =>
        Vector512.Shuffle(a, Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6));

    /// <inheritdoc/>
    public static void Store(Vector512<double> a, ref double origin, nuint at) => a.StoreUnsafe(ref origin, at);
}
