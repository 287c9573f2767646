namespace FiniteNCheck.Verification.Ladders;

/// <summary>
/// Detects states that do not cluster. In a clustering state the variance of a block average is <c>Sigma_aa/N_h</c>, of order 1/N. A small
/// system that has left a metastable state is a mixture of macroscopically distinct states, and its variance is of order 1.
/// </summary>
internal static class Clustering
{
    /// <summary>
    /// Smallest exponent of a clustering step: a variance that falls more slowly than <c>N^-0.5</c> is closer to a constant than to 1/N.
    /// </summary>
    internal const double MinExponent = 0.5;

    /// <summary>Counts the smallest sizes that do not cluster at one time: all of them if the step to the largest size fails.</summary>
    /// <param name="spins">The total number of spins of each size.</param>
    /// <param name="variances">The largest variance of a block average at each size, positive.</param>
    internal static int CountNotClustering(IReadOnlyList<int> spins, IReadOnlyList<double> variances)
    {
        int count = 0;
        for (int i = 0; i + 1 < spins.Count; i++)
        {
            if (Exponent(spins, variances, i) < MinExponent)
            {
                count = i + 2 == spins.Count ? spins.Count : i + 1;
            }
        }

        return count;
    }

    /// <summary>The exponent s of <c>variance ~ N^-s</c> between one size and the next.</summary>
    /// <param name="spins">The total number of spins of each size.</param>
    /// <param name="variances">The largest variance of a block average at each size.</param>
    /// <param name="index">The smaller size.</param>
    internal static double Exponent(IReadOnlyList<int> spins, IReadOnlyList<double> variances, int index) =>
        -Math.Log(variances[index + 1] / variances[index]) / Math.Log((double)spins[index + 1] / spins[index]);
}
