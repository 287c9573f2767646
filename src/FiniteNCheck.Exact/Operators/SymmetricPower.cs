using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// The spin-J representation <c>Sym^(2J)(g)</c> of a 2x2 matrix <c>g</c>: the action of <c>g (x) g (x) ... (x) g</c> on the symmetric
/// states of <c>2J</c> spins. Rotations and product states are both such powers.
/// </summary>
internal static class SymmetricPower
{
    /// <summary>The powers for <c>2J = 0, 1, ..., highest</c>.</summary>
    /// <param name="g">The matrix.</param>
    /// <param name="highest">The largest <c>2J</c>.</param>
    /// <returns>For each <c>2J</c> the matrix, indexed by <c>a = J + M</c>.</returns>
    /// <remarks>
    /// One spin is coupled at a time: <c>Sym^n = P (g (x) Sym^(n-1)) P+</c> with <c>P</c> the projection onto the symmetric states,
    /// <c>|n, a&gt; = sqrt(a/n) |up&gt;|n-1, a-1&gt; + sqrt((n-a)/n) |down&gt;|n-1, a&gt;</c>. A compression does not amplify rounding.
    /// </remarks>
    public static IEnumerable<Complex[,]> UpTo(SpinOperator g, int highest)
    {
        Complex[,] power = { { Complex.One } };
        yield return power;
        for (int n = 1; n <= highest; n++)
        {
            power = AddSpin(g, power, n);
            yield return power;
        }
    }

    private static Complex[,] AddSpin(SpinOperator g, Complex[,] smaller, int n)
    {
        var power = new Complex[n + 1, n + 1];
        for (int a = 0; a <= n; a++)
        {
            double up = Math.Sqrt((double)a / n);
            double down = Math.Sqrt((double)(n - a) / n);
            for (int b = 0; b <= n; b++)
            {
                double upB = Math.Sqrt((double)b / n);
                double downB = Math.Sqrt((double)(n - b) / n);
                Complex sum = 0;
                if (a > 0 && b > 0)
                {
                    sum += up * upB * g.UpUp * smaller[a - 1, b - 1];
                }

                if (a > 0 && b < n)
                {
                    sum += up * downB * g.UpDown * smaller[a - 1, b];
                }

                if (a < n && b > 0)
                {
                    sum += down * upB * g.DownUp * smaller[a, b - 1];
                }

                if (a < n && b < n)
                {
                    sum += down * downB * g.DownDown * smaller[a, b];
                }

                power[a, b] = sum;
            }
        }

        return power;
    }
}
