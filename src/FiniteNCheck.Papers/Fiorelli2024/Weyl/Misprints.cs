using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>Identities between operators in appendix A, on random matrices.</summary>
internal static class Misprints
{
    private const int Seed = 20240202;
    private const int Terms = 60;
    private const double Rounding = 1e-12;

    /// <summary>(A.20): <c>sum_n K_x^n[y]/n!</c> against <c>e^x y e^(s x)</c>.</summary>
    /// <param name="sign">The sign s of the second exponent: 1 as printed.</param>
    public static Finding Series(double sign) => IdentityJudge.Judge(
        $"sum of K_x^n[y]/n! against e^x y e^({(sign < 0 ? "-" : string.Empty)}x)",
        Samples().Select(sample =>
        {
            (Matrix<Complex> x, Matrix<Complex> y) = (0.5 * sample.First, sample.Second);
            return (sample.Name, Residual(NestedSum(x, y), Exponential(x) * y * Exponential(sign * x)));
        }),
        Rounding);

    /// <summary>After (A.26): <c>H = sum h_ab V_a V_b</c> is Hermitian with <c>h_ab = s h_ba*</c>.</summary>
    /// <param name="sign">The sign s: -1 as printed.</param>
    public static Finding Couplings(double sign) => IdentityJudge.Judge(
        $"H = sum h_ab V_a V_b against its adjoint, h_ab = {(sign < 0 ? "-" : string.Empty)}h_ba*",
        Samples().Select(sample =>
        {
            Matrix<Complex> h = sample.First + (sign * sample.First.ConjugateTranspose());
            Matrix<Complex>[] v = [.. Enumerable.Range(0, h.RowCount).Select(a => Hermitian(sample.Second, a))];
            Matrix<Complex> sum = v[0] * 0;
            for (int a = 0; a < v.Length; a++)
            {
                for (int b = 0; b < v.Length; b++)
                {
                    sum += h[a, b] * (v[a] * v[b]);
                }
            }

            return (sample.Name, Residual(sum, sum.ConjugateTranspose()));
        }),
        Rounding);

    /// <summary>
    /// Lemma 12: <c>dN/dt = O N</c> with <c>N = e^(iM)</c> and <c>O = sum_k i^k/k! K_M^(k-1)[dM/dt]</c>, at <c>M = A + t B</c>.
    /// </summary>
    /// <param name="first">The first power k of the sum: 1 as printed.</param>
    public static Finding Derivative(int first = 1) => IdentityJudge.Judge(
        "difference quotient of exp(i M) against the series of Lemma 12",
        Samples().Select(sample =>
        {
            // Central differences of fourth order: the step to the fourth power, and rounding divided by the step.
            const double Step = 2e-3;
            (Matrix<Complex> m, Matrix<Complex> slope) = (Hermitian(sample.First, 0), Hermitian(sample.Second, 0));
            Matrix<Complex> At(double t) => Exponential(Complex.ImaginaryOne * (m + (t * slope)));
            Matrix<Complex> quotient = ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
            Matrix<Complex> sum = 0 * m;
            Matrix<Complex> nested = slope;
            Complex factor = Complex.ImaginaryOne;
            for (int k = 1; k < Terms; k++)
            {
                sum += k < first ? 0 * nested : factor * nested;
                nested = (m * nested) - (nested * m);
                factor *= Complex.ImaginaryOne / (k + 1);
            }

            return (sample.Name, Residual(quotient, sum * At(0)));
        }),
        1e-9);

    private static IEnumerable<(string Name, Matrix<Complex> First, Matrix<Complex> Second)> Samples()
    {
        var random = new Random(Seed);
        foreach (int size in new[] { 2, 3, 4, 8 })
        {
            yield return ($"random matrices of {size} rows", Sample(), Sample());

            Matrix<Complex> Sample() => Matrix<Complex>.Build.Dense(
                size, size, (_, _) => new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5));
        }
    }

    // Different Hermitian matrices from one: its Hermitian part, shifted along the diagonals.
    private static Matrix<Complex> Hermitian(Matrix<Complex> x, int shift)
    {
        int size = x.RowCount;
        Matrix<Complex> shifted = Matrix<Complex>.Build.Dense(size, size, (i, j) => x[i, (j + shift) % size]);
        return shifted + shifted.ConjugateTranspose();
    }

    private static Matrix<Complex> NestedSum(Matrix<Complex> x, Matrix<Complex> y)
    {
        Matrix<Complex> sum = 0 * y;
        Matrix<Complex> term = y;
        for (int n = 1; n <= Terms; n++)
        {
            sum += term;
            term = ((x * term) - (term * x)) / n;
        }

        return sum;
    }

    private static Matrix<Complex> Exponential(Matrix<Complex> x)
    {
        Matrix<Complex> sum = Matrix<Complex>.Build.DenseIdentity(x.RowCount);
        Matrix<Complex> term = sum;
        for (int n = 1; n <= Terms; n++)
        {
            term = term * x / n;
            sum += term;
        }

        return sum;
    }

    private static double Residual(Matrix<Complex> a, Matrix<Complex> b) =>
        (a - b).FrobeniusNorm() / Math.Max(a.FrobeniusNorm(), b.FrobeniusNorm());
}
