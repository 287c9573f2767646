namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>How many terms of each kind feed a strip, in the order in which kernels read them.</summary>
/// <param name="Products">Products of two weights, real.</param>
/// <param name="ImaginaryProducts">Products of two weights with a factor <c>i</c>.</param>
/// <param name="Singles">Single weights, real.</param>
/// <param name="ImaginarySingles">Single weights with a factor <c>i</c>.</param>
internal readonly record struct TermCounts(int Products, int ImaginaryProducts, int Singles, int ImaginarySingles)
{
    /// <summary>All terms together.</summary>
    public int Total => Products + ImaginaryProducts + Singles + ImaginarySingles;
}
