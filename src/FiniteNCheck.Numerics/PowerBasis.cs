using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Numerics;

/// <summary>
/// The functions <c>1, h^p, h^(p+1), ..., h^(p+K)</c> of <c>h ~ 1/N</c>: a limit, an unknown leading power, and K corrections.
/// </summary>
internal static class PowerBasis
{
    /// <summary>
    /// The weights w of the sum <c>sum_i w_i q_i</c> by which the function through all points but the first misses the first. The
    /// right exponent p makes it vanish.
    /// </summary>
    /// <param name="exponent">The exponent p, positive.</param>
    /// <param name="h">The inverse sizes, K + 3 of them, largest first.</param>
    internal static double[] MissWeights(double exponent, ReadOnlySpan<double> h)
    {
        // With h in units of h[0], every function of the basis is 1 at the first point.
        double[] atFirst = new double[h.Length - 1];
        Array.Fill(atFirst, 1);
        return [-1, .. Weights(exponent, h[1..], h[0], atFirst)];
    }

    /// <summary>The weights w of the limit <c>sum_i w_i q_i</c> of the function through all points.</summary>
    /// <param name="exponent">The exponent p, positive.</param>
    /// <param name="h">The inverse sizes, K + 2 of them, largest first.</param>
    internal static double[] LimitWeights(double exponent, ReadOnlySpan<double> h)
    {
        double[] atZero = new double[h.Length];
        atZero[0] = 1;
        return Weights(exponent, h, h[0], atZero);
    }

    /// <summary>
    /// The ratio of the leading term to the next one, at the largest size, of the function <c>q_inf + a h^p + b h^(p+1) + ...</c> through
    /// all points.
    /// </summary>
    /// <param name="exponent">The exponent p, positive.</param>
    /// <param name="h">The inverse sizes, K + 2 of them with K at least 1, largest first.</param>
    /// <param name="q">The values.</param>
    internal static double LeadingShare(double exponent, ReadOnlySpan<double> h, ReadOnlySpan<double> q)
    {
        Vector<double> coefficients = Transposed(exponent, h, h[0]).Transpose().LU().Solve(Vector<double>.Build.Dense(q.ToArray()));
        return Math.Abs(coefficients[1] / (coefficients[2] * h[^1] / h[0]));
    }

    /// <summary>
    /// The weights of the values at the points that yield the value where the basis functions equal
    /// <paramref name="basisThere"/>.
    /// </summary>
    private static double[] Weights(double exponent, ReadOnlySpan<double> h, double scale, double[] basisThere) =>
        Transposed(exponent, h, scale).LU().Solve(Vector<double>.Build.Dense(basisThere)).ToArray();

    /// <summary>The basis functions (rows) at the points (columns), with h in units of <paramref name="scale"/>.</summary>
    private static Matrix<double> Transposed(double exponent, ReadOnlySpan<double> h, double scale)
    {
        Matrix<double> transposed = Matrix<double>.Build.Dense(h.Length, h.Length);
        for (int point = 0; point < h.Length; point++)
        {
            transposed[0, point] = 1;
            for (int term = 1; term < h.Length; term++)
            {
                transposed[term, point] = Math.Pow(h[point] / scale, exponent + term - 1);
            }
        }

        return transposed;
    }

    /// <summary>
    /// The exponent p of <c>q = q_inf + a h^p</c> through three points, from the ratio of their differences. It is negative if
    /// the differences grow, and <see langword="null"/> if they have opposite signs.
    /// </summary>
    /// <param name="h">The three inverse sizes, largest first.</param>
    /// <param name="q">The values.</param>
    /// <param name="min">The smallest exponent returned.</param>
    /// <param name="max">The largest exponent returned.</param>
    internal static double? LocalExponent(ReadOnlySpan<double> h, ReadOnlySpan<double> q, double min, double max)
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
        double low = min;
        double high = max;

        // 60 bisections of an interval of about 80 reach the rounding of its ends.
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

    /// <summary>
    /// <c>ln((h0^p - h1^p)/(h1^p - h2^p))</c> with <c>upper = ln(h0/h1)</c>, <c>lower = ln(h1/h2)</c>; its limit at p = 0.
    /// </summary>
    private static double LogRatio(double p, double upper, double lower) => Math.Abs(p) < 1e-9
        ? Math.Log(upper / lower)
        : Math.Log(Expm1(p * upper) / -Expm1(-p * lower));

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x * (1 + (x / 2 * (1 + (x / 3)))) : Math.Exp(x) - 1;
}
