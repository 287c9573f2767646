using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>The matrices by which <c>w (x) w (x) ... (x) w</c> acts on the symmetric states of up to N spins, with w unitary.</summary>
internal static class SymmetricPowers
{
    /// <summary>The matrices of <c>0, 1, ..., spins</c> spins, indexed by the number of spins up.</summary>
    /// <param name="w">The one-spin matrix.</param>
    /// <param name="spins">The largest number of spins.</param>
    public static Complex[][,] UpTo(SpinOperator w, int spins)
    {
        // |n, a> = sqrt(a/n) |up>|n-1, a-1> + sqrt(1-a/n) |down>|n-1, a>: one spin is added at a time.
        var powers = new Complex[spins + 1][,];
        powers[0] = new Complex[,] { { 1 } };
        for (int n = 1; n <= spins; n++)
        {
            Complex[,] smaller = powers[n - 1];
            var power = new Complex[n + 1, n + 1];
            for (int a = 0; a < n; a++)
            {
                (double up, double down) = (Math.Sqrt((a + 1.0) / n), Math.Sqrt((double)(n - a) / n));
                for (int b = 0; b < n; b++)
                {
                    (double upB, double downB) = (Math.Sqrt((b + 1.0) / n), Math.Sqrt((double)(n - b) / n));
                    Complex element = smaller[a, b];
                    power[a + 1, b + 1] += up * upB * w.UpUp * element;
                    power[a + 1, b] += up * downB * w.UpDown * element;
                    power[a, b + 1] += down * upB * w.DownUp * element;
                    power[a, b] += down * downB * w.DownDown * element;
                }
            }

            powers[n] = power;
        }

        return powers;
    }
}
