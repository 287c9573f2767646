using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Numerics;

/// <summary>
/// The functions <c>1, h^p, h^(p+1), ..., h^(p+K)</c> of <c>h ~ 1/N</c>: a limit, a leading power that is not known, and K corrections.
/// </summary>
internal static class PowerBasis
{
    /// <summary>
    /// By how much the function through all points but the first misses the first, as a sum <c>sum_i w_i q_i</c>: the weights w.
    /// The exponent p is right where the sum vanishes.
    /// </summary>
    /// <param name="exponent">The exponent p, positive.</param>
    /// <param name="h">The inverse sizes, K + 3 of them, largest first.</param>
    internal static double[] MissWeights(double exponent, ReadOnlySpan<double> h)
    {
        int terms = h.Length - 1;
        double scale = h[0];
        Matrix<double> transposed = Matrix<double>.Build.Dense(terms, terms);
        Vector<double> target = Vector<double>.Build.Dense(terms);
        for (int term = 0; term < terms; term++)
        {
            // The first point is at scaled h = 1, where every function of the basis is 1.
            target[term] = 1;
            for (int point = 0; point < terms; point++)
            {
                transposed[term, point] = term == 0 ? 1 : Math.Pow(h[point + 1] / scale, exponent + term - 1);
            }
        }

        return [-1, .. transposed.LU().Solve(target)];
    }

    /// <summary>
    /// The exponent p of <c>q = q_inf + a h^p</c> through three points, from the ratio of their differences, which falls with p.
    /// Negative where the values run away from each other; <see langword="null"/> where the differences differ in sign.
    /// </summary>
    /// <param name="h">The three inverse sizes, largest first.</param>
    /// <param name="q">The values.</param>
    /// <param name="least">The least exponent told.</param>
    /// <param name="most">The largest exponent told.</param>
    internal static double? LocalExponent(ReadOnlySpan<double> h, ReadOnlySpan<double> q, double least, double most)
    {
        double first = q[0] - q[1];
        double second = q[1] - q[2];
        if (first * second <= 0)
        {
            return null;
        }

        double target = Math.Log(first / second);
        double upper = Math.Log(h[0] / h[1]);
        double lower = Math.Log(h[1] / h[2]);
        double low = least;
        double high = most;

        // 60 halvings of an interval of about 80 leave less than the rounding of its ends.
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (LogRatio(middle, upper, lower) > target)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return (low + high) / 2;
    }

    /// <summary><c>ln((h0^p - h1^p)/(h1^p - h2^p))</c> with <c>upper = ln(h0/h1)</c>, <c>lower = ln(h1/h2)</c>; its limit at p = 0.</summary>
    private static double LogRatio(double p, double upper, double lower) => Math.Abs(p) < 1e-9
        ? Math.Log(upper / lower)
        : Math.Log(Expm1(p * upper) / -Expm1(-p * lower));

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x * (1 + (x / 2 * (1 + (x / 3)))) : Math.Exp(x) - 1;
}
