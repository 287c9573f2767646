namespace FiniteNCheck.Tests.Support;

/// <summary>
/// Moments of <c>pi(M_1..M_B) ~ prod_h binom(N_h, n_up,h) exp(beta (N_s/2) sum_hk w_hk m_h m_k)</c>, the stationary state of the network at
/// Omega = 0 with rates (51), by direct summation. Blocks of equal size <c>N_s</c>.
/// </summary>
internal static class GibbsMoments
{
    /// <summary>Means and covariances in the order of <c>CollectiveModel.ObservableNames</c>.</summary>
    public static (double[] Mean, double[,] Covariance) Of(int blocks, int spinsPerBlock, double beta, Func<int, int, double> weight)
    {
        var levels = Enumerable.Repeat(spinsPerBlock + 1, blocks).ToArray();
        int configurations = levels.Aggregate(1, (product, count) => checked(product * count));
        double[] logBinomial = LogBinomials(spinsPerBlock);
        var logWeight = new double[configurations];
        for (int c = 0; c < configurations; c++)
        {
            double[] m = Averages(c, blocks, spinsPerBlock);
            double energy = 0;
            for (int h = 0; h < blocks; h++)
            {
                logWeight[c] += logBinomial[UpSpins(c, h, spinsPerBlock)];
                for (int k = 0; k < blocks; k++)
                {
                    energy += weight(h, k) * m[h] * m[k];
                }
            }

            logWeight[c] += beta * spinsPerBlock / 2 * energy;
        }

        return Sum(logWeight, blocks, spinsPerBlock);
    }

    private static (double[] Mean, double[,] Covariance) Sum(double[] logWeight, int blocks, int spins)
    {
        double largest = logWeight.Max();
        double norm = logWeight.Sum(x => Math.Exp(x - largest));
        var mean = new double[3 * blocks];
        var square = new double[blocks, blocks];
        for (int c = 0; c < logWeight.Length; c++)
        {
            double probability = Math.Exp(logWeight[c] - largest) / norm;
            double[] m = Averages(c, blocks, spins);
            for (int h = 0; h < blocks; h++)
            {
                mean[(3 * h) + 2] += probability * m[h];
                for (int k = 0; k < blocks; k++)
                {
                    square[h, k] += probability * m[h] * m[k];
                }
            }
        }

        var covariance = new double[3 * blocks, 3 * blocks];
        for (int h = 0; h < blocks; h++)
        {
            // In a diagonal state only i = j survives of <sigma_x^(i) sigma_x^(j)>, and it is 1; the same along y.
            covariance[3 * h, 3 * h] = 1;
            covariance[(3 * h) + 1, (3 * h) + 1] = 1;
            for (int k = 0; k < blocks; k++)
            {
                covariance[(3 * h) + 2, (3 * k) + 2] = spins * (square[h, k] - (mean[(3 * h) + 2] * mean[(3 * k) + 2]));
            }
        }

        return (mean, covariance);
    }

    private static int UpSpins(int configuration, int block, int spins) =>
        configuration / (int)Math.Pow(spins + 1, block) % (spins + 1);

    private static double[] Averages(int configuration, int blocks, int spins) =>
        [.. Enumerable.Range(0, blocks).Select(h => ((2.0 * UpSpins(configuration, h, spins)) / spins) - 1)];

    /// <summary><c>ln binom(N, k)</c> by the recurrence <c>binom(N, k+1) = binom(N, k) (N-k)/(k+1)</c>.</summary>
    private static double[] LogBinomials(int spins)
    {
        var result = new double[spins + 1];
        for (int k = 0; k < spins; k++)
        {
            result[k + 1] = result[k] + Math.Log((spins - k) / (double)(k + 1));
        }

        return result;
    }
}
