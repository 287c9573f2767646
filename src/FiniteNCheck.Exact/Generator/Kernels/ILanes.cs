namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>Operations on vector registers of doubles, of a width known when a kernel is compiled.</summary>
/// <typeparam name="T">The register.</typeparam>
internal interface ILanes<T>
    where T : struct
{
    /// <summary>Numbers per register.</summary>
    static abstract int Count { get; }

    /// <summary>Sets all lanes to the same number.</summary>
    /// <param name="value">The number.</param>
    static abstract T All(double value);

    /// <summary>Loads consecutive numbers.</summary>
    /// <param name="origin">The first number of an array.</param>
    /// <param name="at">The index to read from.</param>
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

    /// <summary>Exchanges lanes 0 and 1, 2 and 3, and so on.</summary>
    /// <param name="a">The register.</param>
    static abstract T ExchangePairs(T a);

    /// <summary>Stores consecutive numbers.</summary>
    /// <param name="a">The register.</param>
    /// <param name="origin">The first number of an array.</param>
    /// <param name="at">The index to write to.</param>
    static abstract void Store(T a, ref double origin, nuint at);
}
