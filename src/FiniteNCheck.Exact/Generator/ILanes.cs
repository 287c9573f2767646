using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>Operations on vector registers of doubles, of a width that is known when a kernel is compiled.</summary>
/// <typeparam name="T">The register.</typeparam>
internal interface ILanes<T>
    where T : struct
{
    /// <summary>The numbers that a register holds.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes the same number.</summary>
    /// <param name="value">The number.</param>
    static abstract T All(double value);

    /// <summary>Loads consecutive numbers.</summary>
    /// <param name="origin">The first number of an array.</param>
    /// <param name="at">How far from it to read.</param>
    static abstract T Load(ref double origin, nuint at);

    /// <summary>The sum.</summary>
    /// <param name="a">First summand.</param>
    /// <param name="b">Second summand.</param>
    static abstract T Add(T a, T b);

    /// <summary><c>a b + c</c>, rounded once.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    /// <param name="c">Summand.</param>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>The product.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    static abstract T Multiply(T a, T b);

    /// <summary>Exchanges lanes 0 and 1, 2 and 3, ...</summary>
    /// <param name="a">The register.</param>
    static abstract T ExchangePairs(T a);

    /// <summary>Stores consecutive numbers.</summary>
    /// <param name="a">The register.</param>
    /// <param name="origin">The first number of an array.</param>
    /// <param name="at">How far from it to write.</param>
    static abstract void Store(T a, ref double origin, nuint at);
}

/// <summary>Four doubles.</summary>
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
    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static Vector256<double> Multiply(Vector256<double> a, Vector256<double> b) => a * b;

    /// <inheritdoc/>
    public static Vector256<double> ExchangePairs(Vector256<double> a) => Vector256.Shuffle(a, Vector256.Create(1L, 0, 3, 2));

    /// <inheritdoc/>
    public static void Store(Vector256<double> a, ref double origin, nuint at) => a.StoreUnsafe(ref origin, at);
}

/// <summary>Eight doubles.</summary>
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
    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static Vector512<double> Multiply(Vector512<double> a, Vector512<double> b) => a * b;

    /// <inheritdoc/>
    public static Vector512<double> ExchangePairs(Vector512<double> a) => Vector512.Shuffle(a, Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6));

    /// <inheritdoc/>
    public static void Store(Vector512<double> a, ref double origin, nuint at) => a.StoreUnsafe(ref origin, at);
}
