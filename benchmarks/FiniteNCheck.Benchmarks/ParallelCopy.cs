namespace FiniteNCheck.Benchmarks;

/// <summary>
/// The yardstick for the generator: <see cref="Array.Copy(Array, int, Array, int, int)"/>, one part of the array per thread.
/// </summary>
internal static class ParallelCopy
{
    /// <summary>Copies an array.</summary>
    /// <param name="from">The array read.</param>
    /// <param name="to">The array written, as long.</param>
    /// <param name="threads">The number of threads.</param>
    public static void Run(double[] from, double[] to, int threads) =>
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            int start = (int)((long)from.Length * i / threads);
            int end = (int)((long)from.Length * (i + 1) / threads);
            Array.Copy(from, start, to, start, end - start);
        });
}
