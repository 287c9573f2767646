using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>Registers of four doubles.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<double>>
{
    /// <inheritdoc/>
    public static int Count => Vector256<double>.Count;

    /// <inheritdoc/>
    public static Vector256<double> All(double value) => Vector256.Create(value);

    /// <inheritdoc/>
    public static Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;

    /// <inheritdoc/>
    public static Vector256<double> Load(ref double origin, nuint at) => Vector256.LoadUnsafe(ref origin, at);

    /// <inheritdoc/>
    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static Vector256<double> Multiply(Vector256<double> a, Vector256<double> b) => a * b;

    /// <inheritdoc/>
    public static Vector256<double> ExchangePairs(Vector256<double> a) => Vector256.Shuffle(a, Vector256.Create(1L, 0, 3, 2));

    /// <inheritdoc/>
    public static void Store(Vector256<double> a, ref double origin, nuint at) => a.StoreUnsafe(ref origin, at);
}
