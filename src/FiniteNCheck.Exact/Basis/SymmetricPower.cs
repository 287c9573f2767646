using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// The spin-J representation <c>Sym^(2J)(g)</c> of a 2x2 matrix <c>g</c>: what <c>g (x) g (x) ... (x) g</c> does to the symmetric states of
/// <c>2J</c> spins. Rotations and product states both are such powers.
/// </summary>
internal static class SymmetricPower
{
    /// <summary>The powers for <c>2J = 0, 1, ..., highest</c>, each with the logarithm of a factor taken out of it.</summary>
    /// <param name="g">The matrix.</param>
    /// <param name="highest">The largest <c>2J</c>.</param>
    /// <param name="normalise">Whether to scale each power so that its largest element is 1 (tails of product states underflow otherwise).</param>
    /// <returns>For each <c>2J</c> the matrix, indexed by <c>a = J + M</c>, and the logarithm of the factor taken out.</returns>
    /// <remarks>
    /// One more spin is coupled at a time: <c>Sym^n = P (g (x) Sym^(n-1)) P+</c> with <c>P</c> the isometry onto the symmetric states,
    /// <c>|n, a&gt; = sqrt(a/n) |up&gt;|n-1, a-1&gt; + sqrt((n-a)/n) |down&gt;|n-1, a&gt;</c>. A compression does not amplify rounding.
    /// </remarks>
    public static IEnumerable<(Complex[,] Matrix, double LogScale)> UpTo(SpinOperator g, int highest, bool normalise)
    {
        Complex[,] power = { { Complex.One } };
        double logScale = 0;
        yield return (power, logScale);
        for (int n = 1; n <= highest; n++)
        {
            power = AddSpin(g, power, n);
            double largest = normalise ? LargestElement(power) : 1;
            if (largest != 1 && largest > 0)
            {
                Scale(power, 1 / largest);
                logScale += Math.Log(largest);
            }

            yield return (power, logScale);
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

    private static double LargestElement(Complex[,] matrix)
    {
        double largest = 0;
        foreach (Complex element in matrix)
        {
            largest = Math.Max(largest, element.Magnitude);
        }

        return largest;
    }

    private static void Scale(Complex[,] matrix, double factor)
    {
        for (int a = 0; a < matrix.GetLength(0); a++)
        {
            for (int b = 0; b < matrix.GetLength(1); b++)
            {
                matrix[a, b] *= factor;
            }
        }
    }
}
