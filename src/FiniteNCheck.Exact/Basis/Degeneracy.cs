using System.Numerics;

namespace FiniteNCheck.Exact.Basis;

/// <summary>How often the representation <c>J</c> occurs among <c>N</c> spins: <c>d_J = C(N, N/2-J) - C(N, N/2-J-1)</c>.</summary>
internal static class Degeneracy
{
    /// <summary>The logarithms of <c>d_J</c> for <c>J = N/2, N/2-1, ...</c>; the integers themselves overflow doubles near N = 1030.</summary>
    /// <param name="spins">The number of spins <c>N</c>.</param>
    public static double[] Logarithms(int spins)
    {
        double[] logarithms = new double[(spins / 2) + 1];
        BigInteger binomial = BigInteger.One;
        BigInteger previous = BigInteger.Zero;
        for (int k = 0; k < logarithms.Length; k++)
        {
            logarithms[k] = BigInteger.Log(binomial - previous);
            previous = binomial;
            binomial = binomial * (spins - k) / (k + 1);
        }

        return logarithms;
    }
}
