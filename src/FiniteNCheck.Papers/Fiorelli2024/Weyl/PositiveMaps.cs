using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// Lemma 6, the Cauchy-Schwarz inequality of completely positive and unital maps, on random states, operators and maps
/// <c>sum_k K_k^+ X K_k</c> with <c>sum_k K_k^+ K_k = 1</c>.
/// </summary>
internal static class PositiveMaps
{
    private const int Seed = 20240202;
    private const int SamplesPerSize = 50;
    private const int Factors = 3;
    private const double Rounding = 1e-12;

    private static readonly int[] Sizes = [2, 3, 4, 8];

    /// <summary>Judges the inequality.</summary>
    /// <param name="isTransposed">Whether the map is the transposition instead, which is unital and not completely positive.</param>
    public static Finding Check(bool isTransposed = false) => BoundJudge.Judge(
        "omega(A+ L[C+ D] B) against the root of omega(A+ L[C+ C] A) omega(B+ L[D+ D] B)",
        from size in Sizes
        let samples = Samples(size, isTransposed).Take(SamplesPerSize)
        let worst = samples.MaxBy(sample => sample.Left / sample.Right)
        select new Bound($"random operators of {size} rows, the tightest of {SamplesPerSize}", null, worst.Left, worst.Right),
        Rounding);

    private static IEnumerable<(double Left, double Right)> Samples(int size, bool isTransposed)
    {
        var random = new Random(Seed + size);
        while (true)
        {
            Matrix<Complex> state = Random();
            state = state * state.ConjugateTranspose();
            state /= state.Trace();
            Matrix<Complex>[] factors = Kraus();
            (Matrix<Complex> a, Matrix<Complex> b, Matrix<Complex> c, Matrix<Complex> d) = (Random(), Random(), Random(), Random());
            double left = Average(a, Map(c.ConjugateTransposeThisAndMultiply(d)), b).Magnitude;
            double first = Average(a, Map(c.ConjugateTransposeThisAndMultiply(c)), a).Real;
            double second = Average(b, Map(d.ConjugateTransposeThisAndMultiply(d)), b).Real;
            yield return (left, Math.Sqrt(first * second));

            Complex Average(Matrix<Complex> x, Matrix<Complex> y, Matrix<Complex> z) => (state * x.ConjugateTranspose() * y * z).Trace();

            Matrix<Complex> Map(Matrix<Complex> x) => isTransposed
                ? x.Transpose()
                : factors.Aggregate(0 * x, (sum, k) => sum + (k.ConjugateTransposeThisAndMultiply(x) * k));
        }

        Matrix<Complex> Random() => Matrix<Complex>.Build.Dense(
            size, size, (_, _) => new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5));

        // The columns of an isometry, cut into squares.
        Matrix<Complex>[] Kraus()
        {
            Matrix<Complex> tall = Matrix<Complex>.Build.Dense(
                Factors * size, size, (_, _) => new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5));
            Matrix<Complex> isometry = tall.GramSchmidt().Q;
            return [.. Enumerable.Range(0, Factors).Select(k => isometry.SubMatrix(k * size, size, 0, size))];
        }
    }
}
