namespace FiniteNCheck.Verification.Ladders;

/// <summary>
/// Recognises states that do not cluster. In a clustering state the variance of a block average is <c>Sigma_aa/N_h</c>, of order 1/N; a
/// small system that has left a metastable state is a mixture of macroscopically different states, with a variance of order 1.
/// </summary>
internal static class Clustering
{
    /// <summary>
    /// A step along the ladder over which the variance falls more slowly than <c>N^-0.5</c> is nearer to not falling at all than to 1/N.
    /// </summary>
    internal const double LeastExponent = 0.5;

    /// <summary>How many of the smallest sizes do not cluster at one time; all of them where the step to the largest size fails.</summary>
    /// <param name="spins">The total number of spins of each size.</param>
    /// <param name="variances">The largest variance of a block average at each size, positive.</param>
    internal static int CountNotClustering(IReadOnlyList<int> spins, IReadOnlyList<double> variances)
    {
        int count = 0;
        for (int i = 0; i + 1 < spins.Count; i++)
        {
            if (Exponent(spins, variances, i) < LeastExponent)
            {
                count = i + 2 == spins.Count ? spins.Count : i + 1;
            }
        }

        return count;
    }

    /// <summary>The exponent s of <c>variance ~ N^-s</c> from one size to the next.</summary>
    /// <param name="spins">The total number of spins of each size.</param>
    /// <param name="variances">The largest variance of a block average at each size.</param>
    /// <param name="index">The smaller size.</param>
    internal static double Exponent(IReadOnlyList<int> spins, IReadOnlyList<double> variances, int index) =>
        -Math.Log(variances[index + 1] / variances[index]) / Math.Log((double)spins[index + 1] / spins[index]);
}
