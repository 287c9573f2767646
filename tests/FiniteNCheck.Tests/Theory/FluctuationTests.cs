using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory;

public sealed class FluctuationTests(ITestOutputHelper output)
{
    // The required bound; rounding errors are about 1e-14.
    private const double IdentityTolerance = 1e-9;

    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_full_drift_keeps_the_commutators_on_random_models_and_the_printed_one_does_not()
    {
        output.WriteLine(Support.Seed.Description);
        double worst = 0;
        double smallestFailure = double.PositiveInfinity;
        int failures = 0;
        foreach (CollectiveModel model in RandomModels.Draw(200))
        {
            var fluctuations = new Fluctuations(model);
            Vector<double> m = Start(model);
            worst = Math.Max(worst, CommutatorResidual(fluctuations, m, Drift.Full).InfinityNorm());
            double printed = CommutatorResidual(fluctuations, m, Drift.Frozen).InfinityNorm();
            double missing = MissingResponse(model, m).InfinityNorm();

            // The printed drift lacks the response term, computed here independently, and nothing else. The slope of Gamma^2 comes from
            // fourth-order differences at 1e-3: 1e-10.
            Assert.InRange(printed - missing, -1e-10, 1e-10);
            if (missing > 1e-3)
            {
                failures++;
                smallestFailure = Math.Min(smallestFailure, printed);
            }
        }

        output.WriteLine($"full: {worst:G3}; printed: above {smallestFailure:G3} on {failures} of 200");
        Assert.True(worst < IdentityTolerance);
        Assert.True(smallestFailure > 1e5 * IdentityTolerance);
        Assert.True(failures > 80, "the models must exercise the difference");
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_commutator_identity_sees_a_wrong_coefficient()
    {
        foreach (CollectiveModel model in RandomModels.Draw(50))
        {
            var fluctuations = new Fluctuations(model);
            Vector<double> m = Start(model);
            if (m.SubVector(0, 3).L2Norm() > 0.1)
            {
                // Mutation: one more unit of damping, 1e-6 of it, in block 0.
                Matrix<double> mutation = Matrix<double>.Build.Dense(m.Count, m.Count);
                mutation[0, 0] = mutation[1, 1] = mutation[2, 2] = 1e-6;
                Matrix<double> sigma = Fluctuations.Symplectic(m);
                Matrix<double> residual = CommutatorResidual(fluctuations, m, Drift.Full) - (mutation * sigma) - (sigma * mutation);
                Assert.True(residual.InfinityNorm() > IdentityTolerance);
            }
        }
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_printed_drift_is_the_Jacobian_with_frozen_rates_on_random_models()
    {
        output.WriteLine(Support.Seed.Description);
        double worst = 0;
        int responding = 0;
        foreach (CollectiveModel model in RandomModels.Draw(200))
        {
            var fluctuations = new Fluctuations(model);
            Vector<double> m = Start(model);
            Matrix<double> printed = new PrintedCoefficients(model).Drift(m);
            worst = Math.Max(worst, (printed - fluctuations.Drift(m, Drift.Frozen)).InfinityNorm());

            // Mutation: the Jacobian with the response of the rates is another matrix wherever they respond.
            responding += (printed - fluctuations.Drift(m, Drift.Full)).InfinityNorm() > 1e-3 ? 1 : 0;
        }

        output.WriteLine($"largest difference {worst:G3}; response above 1e-3 on {responding} of 200");

        // Sums of a few dozen products of order 1 to 10.
        Assert.True(worst < 1e-12);
        Assert.True(responding > 80);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_printed_diffusion_equals_the_Gram_matrix_on_random_models()
    {
        output.WriteLine(Support.Seed.Description);
        double worst = 0;
        int withS = 0;
        foreach (CollectiveModel model in RandomModels.Draw(200))
        {
            var fluctuations = new Fluctuations(model);
            Vector<double> m = Start(model);
            Matrix<double> gram = fluctuations.Diffusion(m);
            worst = Math.Max(worst, (gram - new PrintedCoefficients(model).Diffusion(m)).InfinityNorm());

            // Mutation: without the response of the rates (sigma S sigma^T) the two differ wherever s != 0.
            CollectiveModel frozen = model with { Jumps = [.. model.Jumps.Select(jump => Frozen(jump, m))] };
            double s = (gram - new PrintedCoefficients(frozen).Diffusion(m)).InfinityNorm();
            withS += s > 1e-3 ? 1 : 0;
        }

        output.WriteLine($"largest difference {worst:G3}; sigma S sigma^T above 1e-3 on {withS} of 200");

        // Sums of a few hundred products of order 1 to 10.
        Assert.True(worst < 1e-12);
        Assert.True(withS > 80);
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_noise_matrix_is_Hermitian_and_positive()
    {
        foreach (CollectiveModel model in RandomModels.Draw(200))
        {
            var fluctuations = new Fluctuations(model);
            Vector<double> m = Start(model);
            var noise = fluctuations.NoiseMatrix(m);
            Assert.True((noise - noise.ConjugateTranspose()).FrobeniusNorm() == 0);

            // Rounding of eigenvalues of matrices of norm up to about 30.
            Assert.True(noise.Evd(Symmetricity.Hermitian).EigenValues.Min(each => each.Real) > -1e-12);
            Assert.True(fluctuations.Diffusion(m).Evd(Symmetricity.Symmetric).EigenValues.Min(each => each.Real) > -1e-12);

            // Mutation: a matrix shifted until its smallest eigenvalue is -1e-6 is refused.
            Matrix<double> gram = fluctuations.Diffusion(m);
            double smallest = gram.Evd(Symmetricity.Symmetric).EigenValues.Min(each => each.Real);
            Matrix<double> mutant = gram - ((smallest + 1e-6) * Matrix<double>.Build.DenseIdentity(m.Count));
            Assert.True(mutant.Evd(Symmetricity.Symmetric).EigenValues.Min(each => each.Real) < -1e-12);
        }
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_Hopfield_diffusion_is_61_62_63_with_the_corrections_of_the_notes()
    {
        const int P = 2;
        const double Beta = 1.6;
        CollectiveModel model =
            TheoryModels.Hopfield(P, 1 / Beta, 0.3, [new(0.1, -0.2, 0.6), new(-0.3, 0.2, 0.5), new(0.2, 0.4, -0.4), new(0, 0.1, -0.7)]);
        Vector<double> m = Start(model);
        Matrix<double> seen = new Fluctuations(model).Diffusion(m);
        Assert.True((seen - HopfieldDiffusion(P, Beta, m, 1)).InfinityNorm() < 1e-13);

        // Mutation: tanh for sinh in the xz and yz elements of (61) is refuted.
        Assert.True((seen - HopfieldDiffusion(P, Beta, m, 0)).InfinityNorm() > 1e-3);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_Hopfield_drifts_are_59_and_59_with_the_response()
    {
        const double Beta = 1.6;
        const double Omega = 0.3;
        CollectiveModel model = TheoryModels.Hopfield(1, 1 / Beta, Omega, [new(0.1, -0.2, 0.6), new(-0.3, 0.2, -0.5)]);
        Vector<double> m = Start(model);
        var fluctuations = new Fluctuations(model);
        Matrix<double> printed = Matrix<double>.Build.Dense(6, 6);
        Matrix<double> response = Matrix<double>.Build.Dense(6, 6);
        for (int h = 0; h < 2; h++)
        {
            double delta = Beta * Enumerable.Range(0, 2).Sum(k => TheoryModels.Weight(1, h, k) * m[(3 * k) + 2]);
            printed[3 * h, 3 * h] = printed[(3 * h) + 1, (3 * h) + 1] = -Math.Cosh(delta) / 2;
            printed[(3 * h) + 2, (3 * h) + 2] = -Math.Cosh(delta);
            printed[(3 * h) + 1, (3 * h) + 2] = -2 * Omega;
            printed[(3 * h) + 2, (3 * h) + 1] = 2 * Omega;
            for (int k = 0; k < 2; k++)
            {
                double weight = Beta * TheoryModels.Weight(1, h, k);
                response[(3 * h) + 2, (3 * k) + 2] = weight * (Math.Cosh(delta) - (m[(3 * h) + 2] * Math.Sinh(delta)));
                response[3 * h, (3 * k) + 2] = -weight / 2 * Math.Sinh(delta) * m[3 * h];
                response[(3 * h) + 1, (3 * k) + 2] = -weight / 2 * Math.Sinh(delta) * m[(3 * h) + 1];
            }
        }

        Assert.True((fluctuations.Drift(m, Drift.Frozen) - printed).InfinityNorm() < 1e-13);
        Assert.True((fluctuations.Drift(m, Drift.Full) - printed - response).InfinityNorm() < 1e-13);

        // Mutation: without the response the full drift is off by order one.
        Assert.True((fluctuations.Drift(m, Drift.Full) - printed).InfinityNorm() > 0.1);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void With_frozen_rates_the_two_drifts_agree_on_random_models()
    {
        output.WriteLine(Support.Seed.Description);
        foreach (CollectiveModel model in RandomModels.Draw(200))
        {
            // The Jacobian and the structure constants are two ways to the same matrix where no rate responds.
            Vector<double> m = Start(model);
            CollectiveModel frozen = model with { Jumps = [.. model.Jumps.Select(jump => Frozen(jump, m))] };
            Matrix<double> difference = new Fluctuations(frozen).Drift(m, Drift.Full) - new Fluctuations(model).Drift(m, Drift.Frozen);
            Assert.True(difference.InfinityNorm() < 1e-13);

            // Mutation: a field off by 1e-6.
            CollectiveModel mutant = model with { Fields = model.Fields.SetItem(0, model.Fields[0] + new PauliVector(0, 1e-6, 0)) };
            difference = new Fluctuations(frozen).Drift(m, Drift.Full) - new Fluctuations(mutant).Drift(m, Drift.Frozen);
            Assert.True(difference.InfinityNorm() > 1e-7);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void States_of_another_size_are_rejected()
    {
        var fluctuations = new Fluctuations(TheoryModels.Hopfield(1, 1, 0, TheoryModels.OnPattern(1)));
        Vector<double> wrong = Vector<double>.Build.Dense(3);
        Assert.Throws<ArgumentException>(() => fluctuations.Drift(wrong, Drift.Full));
        Assert.Throws<ArgumentException>(() => fluctuations.Diffusion(wrong));
        Assert.Throws<ArgumentException>(() => fluctuations.MeanField.Flow(wrong));
        Assert.Throws<ArgumentNullException>(() => fluctuations.Drift(Vector<double>.Build.Dense(6), null!));
    }

    private static Vector<double> Start(CollectiveModel model) => MeanFieldTests.Averages(((ProductState)model.Initial).Bloch);

    private static JumpChannel Frozen(JumpChannel jump, Vector<double> m)
    {
        double delta = jump.Argument.Select((r, k) => (r.X * m[3 * k]) + (r.Y * m[(3 * k) + 1]) + (r.Z * m[(3 * k) + 2])).Sum();
        return jump with { Rate = new PolynomialRate([jump.Rate.Value(delta)]) };
    }

    // dsigma/dt - Q sigma - sigma Q^T - 2 Im C, with dsigma/dt from the flow since sigma is linear in m.
    private static Matrix<double> CommutatorResidual(Fluctuations fluctuations, Vector<double> m, Drift drift)
    {
        Matrix<double> sigma = Fluctuations.Symplectic(m);
        Matrix<double> q = fluctuations.Drift(m, drift);
        return Fluctuations.Symplectic(fluctuations.MeanField.Flow(m))
            - (q * sigma)
            - (sigma * q.Transpose())
            - (2 * fluctuations.CommutatorNoise(m));
    }

    // sum 2 Gamma Gamma' (<D sigma_a> s_b - s_a <D sigma_b>) up to sign, the average from the flow of the channel alone at Gamma = 1.
    private static Matrix<double> MissingResponse(CollectiveModel model, Vector<double> m)
    {
        var missing = Matrix<double>.Build.Dense(m.Count, m.Count);
        foreach (JumpChannel jump in model.Jumps)
        {
            double delta = jump.Argument.Select((r, k) => (r.X * m[3 * k]) + (r.Y * m[(3 * k) + 1]) + (r.Z * m[(3 * k) + 2])).Sum();
            const double Step = 1e-3;
            double near = Square(delta + Step) - Square(delta - Step);
            double far = Square(delta + (2 * Step)) - Square(delta - (2 * Step));
            double slope = ((8 * near) - far) / (12 * Step);
            CollectiveModel alone = model with
            {
                Fields = [.. model.Fields.Select(_ => PauliVector.Zero)],
                Couplings = [],
                Jumps = [jump with { Rate = new PolynomialRate([1]) }],
            };
            Vector<double> average = new MeanField(alone).Flow(m);
            var argument = Vector<double>.Build.DenseOfEnumerable(jump.Argument.SelectMany(r => new[] { r.X, r.Y, r.Z }));
            Vector<double> s = (Fluctuations.Symplectic(m) * argument)
                .MapIndexed((i, value) => value * Math.Sqrt(model.Blocks[jump.Block].Share / model.Blocks[i / 3].Share));
            missing += slope * (average.OuterProduct(s) - s.OuterProduct(average));

            double Square(double x) => Math.Pow(jump.Rate.Value(x), 2);
        }

        return missing;
    }

    // (61) with sinh, where the printed tanh lacks a factor cosh (weight 1), plus (62) and (63).
    private static Matrix<double> HopfieldDiffusion(int p, double beta, Vector<double> m, double weight)
    {
        Matrix<double> sigma = Fluctuations.Symplectic(m);
        int blocks = 1 << p;
        double[] delta =
        [
            .. Enumerable.Range(0, blocks)
                .Select(h => beta * Enumerable.Range(0, blocks).Sum(k => TheoryModels.Weight(p, h, k) * m[(3 * k) + 2])),
        ];
        var diffusion = Matrix<double>.Build.Dense(m.Count, m.Count);
        for (int h = 0; h < blocks; h++)
        {
            double cross = (weight * Math.Sinh(delta[h])) + ((1 - weight) * Math.Tanh(delta[h]));
            diffusion[3 * h, 3 * h] = diffusion[(3 * h) + 1, (3 * h) + 1] = Math.Cosh(delta[h]);
            diffusion[(3 * h) + 2, (3 * h) + 2] = 2 * (Math.Cosh(delta[h]) - (Math.Sinh(delta[h]) * m[(3 * h) + 2]));
            diffusion[3 * h, (3 * h) + 2] = diffusion[(3 * h) + 2, 3 * h] = -cross * m[3 * h];
            diffusion[(3 * h) + 1, (3 * h) + 2] = diffusion[(3 * h) + 2, (3 * h) + 1] = -cross * m[(3 * h) + 1];
            for (int k = 0; k < blocks; k++)
            {
                double s = Enumerable.Range(0, blocks).Sum(q =>
                    beta * beta / 8 * (Math.Cosh(delta[q]) - (m[(3 * q) + 2] * Math.Sinh(delta[q])))
                    * TheoryModels.Weight(p, h, q)
                    * TheoryModels.Weight(p, q, k));
                s -= beta / 8 * TheoryModels.Weight(p, h, k) * (Math.Cosh(delta[h]) + Math.Cosh(delta[k]));
                for (int a = 0; a < 3; a++)
                {
                    for (int b = 0; b < 3; b++)
                    {
                        diffusion[(3 * h) + a, (3 * k) + b] += s * sigma[(3 * h) + a, (3 * h) + 2] * sigma[(3 * k) + b, (3 * k) + 2];
                    }
                }
            }
        }

        return diffusion;
    }
}
