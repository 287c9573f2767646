using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// The commutators (28), (29) as equations between operators on N = 1 to 6 spins:
/// <c>-i [F_a, F_b] = 2 eps_abc m_c</c>, whatever the state and the averages that <c>F</c> subtracts.
/// </summary>
/// <param name="factor">The factor in front of <c>eps_abc m_c</c>; 2 in the Pauli basis.</param>
internal sealed class FluctuationCommutators(double factor)
{
    private const double Rounding = 1e-14;
    private const int MaxSpins = 6;

    /// <summary>Compares both sides.</summary>
    public Finding Check() => IdentityJudge.Judge(
        "-i [F_a, F_b] against 2 eps_abc m_c as operators", Enumerable.Range(1, MaxSpins).Select(n => ($"N = {n}", Residual(n))), Rounding);

    private double Residual(int n)
    {
        Matrix<Complex>[] sums = [.. Pauli().Select(pauli => Sum(pauli, n))];
        double worst = 0;
        for (int a = 0; a < 3; a++)
        {
            int b = (a + 1) % 3;
            int c = (a + 2) % 3;

            // F = (S - <S>)/sqrt(N): the numbers <S> commute with everything. m = S/N.
            Matrix<Complex> commutator = ((sums[a] * sums[b]) - (sums[b] * sums[a])) * (-Complex.ImaginaryOne / n);
            worst = Math.Max(worst, (commutator - (sums[c] * (factor / n))).FrobeniusNorm() / commutator.FrobeniusNorm());
        }

        return worst;
    }

    private static Matrix<Complex> Sum(Matrix<Complex> pauli, int n)
    {
        Matrix<Complex> sum = Matrix<Complex>.Build.Dense(1 << n, 1 << n);
        for (int site = 0; site < n; site++)
        {
            sum += Identity(1 << site).KroneckerProduct(pauli).KroneckerProduct(Identity(1 << (n - 1 - site)));
        }

        return sum;
    }

    private static Matrix<Complex> Identity(int dimension) => Matrix<Complex>.Build.DenseIdentity(dimension);

    private static Matrix<Complex>[] Pauli()
    {
        Complex i = Complex.ImaginaryOne;
        return
        [
            Matrix<Complex>.Build.DenseOfArray(new Complex[,] { { 0, 1 }, { 1, 0 } }),
            Matrix<Complex>.Build.DenseOfArray(new[,] { { 0, -i }, { i, 0 } }),
            Matrix<Complex>.Build.DenseOfArray(new Complex[,] { { 1, 0 }, { 0, -1 } }),
        ];
    }
}
