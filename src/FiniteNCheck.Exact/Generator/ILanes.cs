using System.Runtime.Intrinsics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>A vector register of doubles, of a width that is known when a kernel is compiled.</summary>
/// <typeparam name="TSelf">The register.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The numbers that it holds.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes zero.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>All lanes the same number.</summary>
    /// <param name="value">The number.</param>
    static abstract TSelf All(double value);

    /// <summary>Loads consecutive numbers.</summary>
    /// <param name="origin">The first number of an array.</param>
    /// <param name="at">How far from it to read.</param>
    static abstract TSelf Load(ref double origin, nuint at);

    /// <summary><c>a b + c</c>, rounded once.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    /// <param name="c">Summand.</param>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>The product.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    static abstract TSelf Multiply(TSelf a, TSelf b);

    /// <summary>Exchanges lanes 0 and 1, 2 and 3, ...</summary>
    /// <param name="a">The vector.</param>
    static abstract TSelf ExchangePairs(TSelf a);

    /// <summary>Stores consecutive numbers.</summary>
    /// <param name="a">The vector.</param>
    /// <param name="origin">The first number of an array.</param>
    /// <param name="at">How far from it to write.</param>
    static abstract void Store(TSelf a, ref double origin, nuint at);
}

/// <summary>Four doubles.</summary>
/// <param name="value">The register.</param>
internal readonly struct Lanes256(Vector256<double> value) : ILanes<Lanes256>
{
    private readonly Vector256<double> value = value;

    /// <inheritdoc/>
    public static int Count => Vector256<double>.Count;

    /// <inheritdoc/>
    public static Lanes256 Zero => new(Vector256<double>.Zero);

    /// <inheritdoc/>
    public static Lanes256 All(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    public static Lanes256 Load(ref double origin, nuint at) => new(Vector256.LoadUnsafe(ref origin, at));

    /// <inheritdoc/>
    public static Lanes256 MultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) => new(Vector256.FusedMultiplyAdd(a.value, b.value, c.value));

    /// <inheritdoc/>
    public static Lanes256 Multiply(Lanes256 a, Lanes256 b) => new(a.value * b.value);

    /// <inheritdoc/>
    public static Lanes256 ExchangePairs(Lanes256 a) => new(Vector256.Shuffle(a.value, Vector256.Create(1L, 0, 3, 2)));

    /// <inheritdoc/>
    public static void Store(Lanes256 a, ref double origin, nuint at) => a.value.StoreUnsafe(ref origin, at);
}

/// <summary>Eight doubles.</summary>
/// <param name="value">The register.</param>
internal readonly struct Lanes512(Vector512<double> value) : ILanes<Lanes512>
{
    private readonly Vector512<double> value = value;

    /// <inheritdoc/>
    public static int Count => Vector512<double>.Count;

    /// <inheritdoc/>
    public static Lanes512 Zero => new(Vector512<double>.Zero);

    /// <inheritdoc/>
    public static Lanes512 All(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    public static Lanes512 Load(ref double origin, nuint at) => new(Vector512.LoadUnsafe(ref origin, at));

    /// <inheritdoc/>
    public static Lanes512 MultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) => new(Vector512.FusedMultiplyAdd(a.value, b.value, c.value));

    /// <inheritdoc/>
    public static Lanes512 Multiply(Lanes512 a, Lanes512 b) => new(a.value * b.value);

    /// <inheritdoc/>
    public static Lanes512 ExchangePairs(Lanes512 a) => new(Vector512.Shuffle(a.value, Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6)));

    /// <inheritdoc/>
    public static void Store(Lanes512 a, ref double origin, nuint at) => a.value.StoreUnsafe(ref origin, at);
}
