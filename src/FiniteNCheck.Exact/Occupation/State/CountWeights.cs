using FiniteNCheck.Exact.Occupation.Basis;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>
/// The number of words <c>D_k = N!/prod k_a!</c> with given counts, in the order of a <see cref="CountSpace"/>, and factorials.
/// </summary>
internal sealed class CountWeights
{
    /// <summary>Computes the numbers.</summary>
    /// <param name="order">The order of counts.</param>
    public CountWeights(OccupationOrder order)
    {
        Factorials = new ScaledNumber[order.Sites.Max() + 1];
        Factorials[0] = ScaledNumber.One;
        for (int n = 1; n < Factorials.Length; n++)
        {
            Factorials[n] = Factorials[n - 1] * ScaledNumber.Of(n);
        }

        ScaledNumber all = order.Sites.Aggregate(ScaledNumber.One, (product, sites) => product * Factorials[sites]);
        Words = new ScaledNumber[order.Counts.Length];
        Roots = new ScaledNumber[order.Counts.Length];
        int at = 0;
        order.Counts.ForEach(counts =>
        {
            ScaledNumber words = all;
            foreach (int count in counts)
            {
                words /= Factorials[count];
            }

            Words[at] = words;
            Roots[at++] = words.Root();
        });
    }

    /// <summary>The factorials.</summary>
    public ScaledNumber[] Factorials { get; }

    /// <summary>The numbers <c>D_k</c>.</summary>
    public ScaledNumber[] Words { get; }

    /// <summary>Their roots.</summary>
    public ScaledNumber[] Roots { get; }
}
