namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>
/// How a kernel reads the elements that a term multiplies. Known when a kernel is compiled, so that a loop is written once for all.
/// </summary>
internal interface ISourceReader
{
    /// <summary>Reads one register.</summary>
    /// <typeparam name="TLanes">The operations on registers.</typeparam>
    /// <typeparam name="T">The register.</typeparam>
    /// <param name="origin">The first number of the array that is read.</param>
    /// <param name="at">The index to read from.</param>
    static abstract T Read<TLanes, T>(ref double origin, nuint at)
        where TLanes : struct, ILanes<T>
        where T : struct;
}
