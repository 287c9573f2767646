using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>
/// The stationary state of a model with detailed balance, in closed form at every size. Spins only flip up and down along z, with
/// rates <c>Gamma_+-(x)^2 = a^2 exp(+-2 e x)</c> (51), and there is no transverse field. Then
/// <c>pi(M_1..M_B) ~ prod_h binom(N_h, n_up,h) exp( sum_hk N_h e_h r_hk m_h m_k )</c>, the Gibbs state of the classical network
/// (<c>e = beta/2</c>, <c>r = w</c>): a flip in block <c>h</c> changes the exponent by <c>2 e_h (Delta_h + Delta'_h)</c>, which is
/// the logarithm of the ratio of the two rates.
/// </summary>
/// <remarks>The sum runs over the N + 1 magnetisations of each block, in all combinations.</remarks>
public static class GibbsMoments
{
    // More combinations of magnetisations would take minutes.
    private const double MaxTerms = 3e7;
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>Computes the moments by summing over all magnetisations.</summary>
    /// <param name="model">The model; its initial state is not used.</param>
    /// <param name="n">The ladder value: block <c>h</c> holds <c>share_h n</c> spins.</param>
    /// <exception cref="InputException">
    /// The model lacks detailed balance of this form, or has too many magnetisations at this size.
    /// </exception>
    public static GibbsResult Compute(CollectiveModel model, int n)
    {
        ArgumentNullException.ThrowIfNull(model);
        int[] spins = [.. model.SpinsAt(n)];
        double[,] energy = GibbsEnergy.Compute(model, spins);
        double terms = spins.Aggregate(1.0, (product, size) => product * (size + 1));
        if (terms > MaxTerms)
        {
            throw new InputException(
                $"n is {n}: model '{model.Name}' has {Numeral.Of(terms)} magnetisations, and at most {Numeral.Of(MaxTerms)} are summed. "
                + "Use a smaller n, or the same network as fewer blocks.");
        }

        double[][] entropy = [.. spins.Select(LogBinomials)];
        double largest = double.NegativeInfinity;
        Visit(spins, entropy, energy, (_, logWeight, _) => largest = Math.Max(largest, logWeight));
        GibbsSums sums = new(spins.Length);
        double magnitude = 0;
        Visit(spins, entropy, energy, (m, logWeight, size) =>
        {
            // A term below 2^-60 of the largest is lost in the rounding of the sum, and so is its error.
            double weight = Math.Exp(logWeight - largest);
            magnitude = weight > 1e-18 ? Math.Max(magnitude, size) : magnitude;
            sums.Add(weight, m);
        });

        return Result(sums, spins, magnitude);
    }

    /// <summary>
    /// <c>ln binom(N, k) - ln binom(N, N/2)</c>, built up from the middle outwards: few errors accumulate where the weight is large.
    /// </summary>
    /// <param name="spins">The number of spins.</param>
    internal static double[] LogBinomials(int spins)
    {
        double[] result = new double[spins + 1];
        for (int k = spins / 2; k < spins; k++)
        {
            // binom(N, k+1)/binom(N, k) = (N-k)/(k+1) = (1+u)/(1-u), and ln of that is 2 artanh u.
            double u = (double)(spins - (2 * k) - 1) / (spins + 1);
            result[k + 1] = result[k] + (2 * Math.Atanh(u));
        }

        for (int k = 0; k < spins / 2; k++)
        {
            result[k] = result[spins - k];
        }

        return result;
    }

    private static void Visit(int[] spins, double[][] entropy, double[,] energy, Action<double[], double, double> visit)
    {
        int[] up = new int[spins.Length];
        double[] m = [.. spins.Select(_ => -1.0)];
        for (int block = 0; block < spins.Length;)
        {
            (double interaction, double size) = Exponent(m, energy);
            double states = Enumerable.Range(0, spins.Length).Sum(h => entropy[h][up[h]]);
            visit(m, states + interaction, Math.Abs(states) + size);
            for (block = 0; block < spins.Length; block++)
            {
                up[block] = up[block] == spins[block] ? 0 : up[block] + 1;
                m[block] = (double)((2 * up[block]) - spins[block]) / spins[block];
                if (up[block] > 0)
                {
                    break;
                }
            }
        }
    }

    private static (double Value, double Size) Exponent(double[] m, double[,] energy)
    {
        double value = 0;
        double size = 0;
        for (int h = 0; h < m.Length; h++)
        {
            for (int k = 0; k < m.Length; k++)
            {
                double term = energy[h, k] * m[h] * m[k];
                value += term;
                size += Math.Abs(term);
            }
        }

        return (value, size);
    }

    private static GibbsResult Result(GibbsSums sums, int[] spins, double magnitude)
    {
        int blocks = spins.Length;
        double[] mean = new double[3 * blocks];
        double[,] covariance = new double[3 * blocks, 3 * blocks];
        double largest = 1;
        for (int h = 0; h < blocks; h++)
        {
            // In a diagonal state the averages along x and y vanish, and there <sigma^(i) sigma^(j)> is 1 for i = j and 0 otherwise.
            mean[(3 * h) + 2] = sums.Mean(h);
            covariance[3 * h, 3 * h] = 1;
            covariance[(3 * h) + 1, (3 * h) + 1] = 1;
            for (int k = 0; k < blocks; k++)
            {
                double scale = Math.Sqrt((double)spins[h] * spins[k]);
                covariance[(3 * h) + 2, (3 * k) + 2] = scale * (sums.Product(h, k) - (sums.Mean(h) * sums.Mean(k)));
                largest = Math.Max(largest, scale * Math.Abs(sums.Product(h, k)));
            }
        }

        // Every weight is accurate to a few rounding errors of the parts of its exponent, and so are quotients of sums of weights.
        return new GibbsResult(mean, covariance, Epsilon * (8 + magnitude) * largest);
    }
}
