using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Lemmas;

/// <summary>The bounds of Lemmas 1 to 3: a wrong constant changes the verdict, and the norms agree with operators on 2^N states.</summary>
public sealed class LemmaBoundsTests
{
    private static readonly ClaimRun run = new(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);

    // The bounds on commutators are reached, so that a constant smaller by a tenth is broken.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Kind", "Mutation")]
    public void A_smaller_constant_in_lemma_1_is_refuted(bool average)
    {
        Finding finding = new CommutatorBounds(
            average,
            1,
            (n, support, norm, rate) => 1.8 * support / n * norm * rate.Delta * rate.Prime).Check(run);
        Assert.Equal(Verdict.Refuted, finding.Verdict);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Kind", "Mutation")]
    public void A_double_commutator_is_not_of_order_three(bool average)
    {
        var third = new CommutatorBounds(
            average,
            2,
            (n, support, norm, rate) => 4 * support * support / (n * n * n) * norm * Math.Pow(rate.Delta * rate.Prime, 2));
        Assert.Equal(Verdict.Refuted, third.Check(run).Verdict);
    }

    // The printed constants are 3 to 8 times what is needed, so the wrong ones leave out whole terms.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Kind", "Mutation")]
    public void The_constant_of_lemma_2_needs_its_term_with_gamma(bool average)
    {
        static double WithoutGamma(double normX, double normJ, RateConstants rate) =>
            4 * normX * normJ * normJ * Math.Pow(rate.Delta * rate.Prime, 2);
        Assert.Equal(Verdict.Refuted, new DissipatorBounds(average, WithoutGamma).Check(run).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_flow_with_wrong_rates_is_refuted()
    {
        var wrong = new GeneratorBounds(
            PrintedConstants.Generator,
            (basis, a, averages, rates) =>
                GeneratorBounds.Printed(
                    basis,
                    a,
                    averages,
                    [.. rates.Select(rate => rate.Select(value => 1.1 * value).ToArray())]));
        Assert.Equal(Verdict.Refuted, wrong.Check(run).Verdict);
    }

    // The same norm without any symmetry: every site its own factor of a Kronecker product, the rate by its eigenvalues along z.
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [Trait("Kind", "CrossCheck")]
    public void The_distance_of_lemma_2_agrees_with_operators_site_by_site(int n)
    {
        var point = new RatePoint(
            "general",
            new PolynomialRate([0.8, 0.5, -0.3]),
            new(0, 0, 0.7),
            new(new(0.2, 0), new(0.6, 0.2), new(0, -0.3), new(-0.2, 0.1)),
            new(new(0.1, 0), new(0.6, 0.2), new(0, -0.3), new(-0.2, 0)));
        var brute = new SiteBySite(n, point);
        Assert.Equal(
            brute.Distance(brute.At(0, point.Operator)),
            new DissipatorBounds(average: false, (_, _, _) => 0).Distance(point, n),
            1e-12);
        Assert.Equal(
            brute.Distance(brute.Sum(point.Operator) / n),
            new DissipatorBounds(average: true, (_, _, _) => 0).Distance(point, n),
            1e-12);
    }

    private sealed class SiteBySite(int n, RatePoint point)
    {
        public Matrix<Complex> At(int site, SpinOperator x) =>
            Enumerable
                .Range(0, n)
                .Aggregate(
                    Matrix<Complex>.Build.DenseIdentity(1),
                    (product, k) => product.KroneckerProduct(Dense(k == site ? x : SpinOperator.Identity)));

        public Matrix<Complex> Sum(SpinOperator x) => Enumerable.Range(0, n).Select(site => At(site, x)).Aggregate((a, b) => a + b);

        public double Distance(Matrix<Complex> a)
        {
            Matrix<Complex> delta = point.Argument.Z / n * Sum(SpinOperator.Pauli(PauliAxis.Z));
            var gamma = Matrix<Complex>.Build.DenseOfDiagonalVector(delta.Diagonal().Map(x => (Complex)point.Rate.Value(x.Real)));
            Matrix<Complex> distance = 0 * a;
            for (int site = 0; site < n; site++)
            {
                Matrix<Complex> local = At(site, point.Jump);
                distance += Dissipator(local * gamma, a) - (gamma * gamma * Dissipator(local, a));
            }

            return distance.Svd(computeVectors: false).S[0].Real;
        }

        private static Matrix<Complex> Dissipator(Matrix<Complex> j, Matrix<Complex> a)
        {
            Matrix<Complex> adjoint = j.ConjugateTranspose();
            return (adjoint * a * j) - (((adjoint * j * a) + (a * adjoint * j)) / 2);
        }

        private static Matrix<Complex> Dense(SpinOperator x) =>
            Matrix<Complex>.Build.DenseOfArray(
                new[,]
                {
                    { x.UpUp, x.UpDown },
                    { x.DownUp, x.DownDown },
                });
    }
}
