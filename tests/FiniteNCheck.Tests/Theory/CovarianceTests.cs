using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Theory;

public sealed class CovarianceTests(ITestOutputHelper output)
{
    private static readonly PauliVector[] Origin = [PauliVector.Zero, PauliVector.Zero];

    [Fact]
    [Trait("Kind", "Analytic")]
    public void At_zero_field_the_stationary_variance_in_the_pattern_direction_is_the_Curie_Weiss_one()
    {
        foreach (double temperature in new[] { 2.0, 1.3 })
        {
            TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, temperature, 0, [.. Origin]), [1], Drift.Full);
            Matrix<double> covariance = Matrix<double>.Build.DenseOfArray(result.StationaryCovariance!);
            double expected = 1 / (1 - (1 / temperature));

            // A 36 x 36 system with a condition number below 100.
            Assert.InRange(PatternVariance(covariance) - expected, -1e-12, 1e-12);

            // Mutation: the printed drift gives 1 instead, and is refuted by the Gibbs state.
            double[,]? printed =
                LimitTheory.Solve(TheoryModels.Hopfield(1, temperature, 0, [.. Origin]), [1], Drift.Frozen).StationaryCovariance;
            Assert.InRange(PatternVariance(Matrix<double>.Build.DenseOfArray(printed!)) - 1, -1e-12, 1e-12);
        }
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_variance_grows_to_it_in_closed_form_and_the_reported_error_covers_the_true_one()
    {
        // At m = 0, Omega = 0: dS/dt = 2 (beta - 1) S + 2 in the pattern direction.
        double[] times = [0, 0.5, 2, 10];
        TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, 2, 0, [.. Origin]), times, Drift.Full);
        Assert.InRange(result.CovarianceError, 0, 1e-11);
        for (int i = 0; i < times.Length; i++)
        {
            double seen = PatternVariance(Matrix<double>.Build.DenseOfArray(result.Moments.Covariance[i]));
            double error = Math.Abs(seen - (2 - Math.Exp(-times[i])));
            Assert.True(error <= Math.Max(result.CovarianceError, 4e-15), $"{error} against {result.CovarianceError}");

            // Mutation: a beta off by 1e-6 is far outside.
            double mutant = (1 / 0.499999) + ((1 - (1 / 0.499999)) * Math.Exp(-2 * 0.499999 * times[i]));
            Assert.True(i == 0 || Math.Abs(seen - mutant) > 1e4 * result.CovarianceError);
        }
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void Independent_spins_keep_the_covariance_of_a_product_state()
    {
        output.WriteLine(Support.Seed.Description);
        double worst = 0;
        double mutated = 0;
        foreach (CollectiveModel model in RandomModels.Draw(12))
        {
            CollectiveModel independent = model with
            {
                Couplings = [],
                Jumps = [.. model.Jumps.Select(jump => jump with { Rate = new PolynomialRate([0.7]) })],
            };
            TheoryResult result = LimitTheory.Solve(independent, [0.4, 1.7], Drift.Full);
            for (int i = 0; i < 2; i++)
            {
                Matrix<double> expected = Fluctuations.ProductCovariance(Vector<double>.Build.DenseOfArray(result.Moments.Mean[i]));
                worst = Math.Max(worst, (Matrix<double>.Build.DenseOfArray(result.Moments.Covariance[i]) - expected).InfinityNorm());
            }

            // Mutation: with the couplings and rates of the model it does not hold.
            TheoryResult coupled = LimitTheory.Solve(model, [1.7], Drift.Full);
            Matrix<double> product = Fluctuations.ProductCovariance(Vector<double>.Build.DenseOfArray(coupled.Moments.Mean[0]));
            mutated = Math.Max(mutated, (Matrix<double>.Build.DenseOfArray(coupled.Moments.Covariance[0]) - product).InfinityNorm());
        }

        output.WriteLine($"worst {worst:G3}, with couplings {mutated:G3}");

        // Row sums of up to nine elements, each to 1e-12.
        Assert.True(worst < 1e-11);
        Assert.True(mutated > 0.1);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData("full")]
    [InlineData("printed")]
    public void The_covariance_obeys_its_equation_along_a_moving_trajectory(string name)
    {
        Drift drift = DriftNames.Drift(name);
        foreach (CollectiveModel model in RandomModels.Draw(6))
        {
            const double Time = 0.8;
            const double Step = 5e-3;
            double[] times = [Time - (2 * Step), Time - Step, Time, Time + Step, Time + (2 * Step)];
            TheoryResult result = LimitTheory.Solve(model, times, drift);
            Matrix<double>[] s = [.. result.Moments.Covariance.Select(Matrix<double>.Build.DenseOfArray)];
            Matrix<double> slope = ((8 * (s[3] - s[1])) - (s[4] - s[0])) / (12 * Step);

            var fluctuations = new Fluctuations(model);
            Vector<double> m = Vector<double>.Build.DenseOfArray(result.Moments.Mean[2]);
            Matrix<double> q = fluctuations.Drift(m, drift);
            Matrix<double> right = (q * s[2]) + (s[2] * q.Transpose()) + fluctuations.Diffusion(m);

            // Fourth-order differences: truncation (5e-3)^4/30 times fifth derivatives of the order of the rates to the fifth.
            double scale = Math.Max(1, Math.Pow(q.InfinityNorm(), 5));
            Assert.True((slope - right).InfinityNorm() < 1e-9 * scale);

            // Mutation: noise off by 1 % is seen.
            Assert.True((slope - right - (0.01 * fluctuations.Diffusion(m))).InfinityNorm() > 1e-9 * scale);
        }
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void With_the_full_drift_the_uncertainty_relation_holds_along_random_trajectories()
    {
        output.WriteLine(Support.Seed.Description);
        double smallest = double.PositiveInfinity;
        double mutant = double.PositiveInfinity;
        foreach (CollectiveModel model in RandomModels.Draw(15))
        {
            TheoryResult result = LimitTheory.Solve(model, [0, 0.3, 1, 3], Drift.Full);
            for (int i = 0; i < 4; i++)
            {
                smallest = Math.Min(smallest, SmallestEigenvalue(result.Moments.Covariance[i], result.Symplectic[i], 1));
                mutant = Math.Min(mutant, SmallestEigenvalue(result.Moments.Covariance[i], result.Symplectic[i], 1.001));
            }
        }

        output.WriteLine($"smallest eigenvalue of Sigma + i sigma/2: {smallest:G3}; with sigma 0.1 % larger {mutant:G3}");

        // Pure starts have a zero eigenvalue, met to the accuracy of the covariance.
        Assert.True(smallest > -1e-11);
        Assert.True(mutant < -1e-5);
    }

    [Fact]
    [Trait("Kind", "Regression")]
    public void In_the_retrieval_phase_the_printed_drift_breaks_the_uncertainty_relation_and_the_full_one_does_not()
    {
        CollectiveModel model = TheoryModels.Hopfield(1, 0.5, 0.35, TheoryModels.OnPattern(1));
        var fluctuations = new Fluctuations(model);
        Vector<double> point = fluctuations.MeanField.FixedPoint(MeanFieldTests.Averages(TheoryModels.OnPattern(1))).Point!;
        double printed = SmallestSymplecticEigenvalue(StationaryCovariance.At(fluctuations, point, Drift.Frozen).Covariance!, point);
        double full = SmallestSymplecticEigenvalue(StationaryCovariance.At(fluctuations, point, Drift.Full).Covariance!, point);
        output.WriteLine($"printed {printed:F5}, full {full:F5}");

        // The three digits that the notes give.
        Assert.InRange(printed, 0.9255, 0.9265);
        Assert.InRange(full, 1.0895, 1.0905);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData("full")]
    [InlineData("printed")]
    public void Late_times_converge_to_the_stationary_covariance(string name)
    {
        Drift drift = DriftNames.Drift(name);
        TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, 0.5, 0.2, TheoryModels.OnPattern(1)), [60], drift);
        Matrix<double> late = Matrix<double>.Build.DenseOfArray(result.Moments.Covariance[0]);
        Matrix<double> stationary = Matrix<double>.Build.DenseOfArray(result.StationaryCovariance!);

        // The slowest mode decays at about 0.5: e^-60 is negligible, and only the integration error remains.
        Assert.True((late - stationary).InfinityNorm() < 1e-11);

        // Mutation: the stationary covariance at another field differs.
        TheoryResult other = LimitTheory.Solve(TheoryModels.Hopfield(1, 0.5, 0.2001, TheoryModels.OnPattern(1)), [1], drift);
        Assert.True((late - Matrix<double>.Build.DenseOfArray(other.StationaryCovariance!)).InfinityNorm() > 1e-6);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Stiff_rates_are_followed_to_the_stationary_state()
    {
        // beta = 8: rates up to cosh(8) = 1490 against a precession at 0.4.
        TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, 0.125, 0.2, TheoryModels.OnPattern(1)), [0.01, 20], Drift.Full);
        Matrix<double> late = Matrix<double>.Build.DenseOfArray(result.Moments.Covariance[1]);
        Assert.True((late - Matrix<double>.Build.DenseOfArray(result.StationaryCovariance!)).InfinityNorm() < 1e-11);
        Assert.InRange(result.MeanError, 0, 1e-10);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Two_equal_blocks_behave_like_one()
    {
        // A block of 3n spins and the same spins as blocks of n and 2n: averages and covariances must combine.
        PauliVector r = new(0.3, -0.2, 0.5);
        PauliVector start = new(0.2, -0.5, 0.4);
        var rate = new ExponentialRate(0.6, 0.8);
        SpinOperator j = new(new Complex(0.2, 0.1), 0.7, new Complex(0, 0.3), -0.1);
        CollectiveModel one = TheoryModels.OneBlock(new(0.3, 0.1, -0.2), [new JumpChannel(0, j, rate, [r])], start) with
        {
            Blocks = [new Block("all", 3)],
            Couplings = [new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Z, 0.2)],
        };
        CollectiveModel two = one with
        {
            Blocks = [new Block("a", 1), new Block("b", 2)],
            Fields = [one.Fields[0], one.Fields[0]],
            Couplings =
            [
                .. from h in Enumerable.Range(0, 2)
                   from k in Enumerable.Range(0, 2)
                   select new PairCoupling(h, PauliAxis.X, k, PauliAxis.Z, 0.2),
            ],
            Jumps = [.. Enumerable.Range(0, 2).Select(h => new JumpChannel(h, j, rate, [(1.0 / 3) * r, (2.0 / 3) * r]))],
            Initial = new ProductState([start, start]),
        };

        foreach (Drift drift in Drift.Known)
        {
            TheoryResult whole = LimitTheory.Solve(one, [1.3], drift);
            TheoryResult parts = LimitTheory.Solve(two, [1.3], drift);

            // F = sqrt(1/3) F_a + sqrt(2/3) F_b
            Matrix<double> combine = Matrix<double>.Build.Dense(3, 6, (a, i) => i % 3 == a ? Math.Sqrt((1 + (i / 3)) / 3.0) : 0);
            Matrix<double> combined = combine * Matrix<double>.Build.DenseOfArray(parts.Moments.Covariance[0]) * combine.Transpose();
            Assert.True((combined - Matrix<double>.Build.DenseOfArray(whole.Moments.Covariance[0])).InfinityNorm() < 1e-11);

            // Mutation: without the square roots of the sizes they do not combine.
            Matrix<double> plain = Matrix<double>.Build.Dense(3, 6, (a, i) => i % 3 == a ? Math.Sqrt(0.5) : 0);
            Matrix<double> wrong = plain * Matrix<double>.Build.DenseOfArray(parts.Moments.Covariance[0]) * plain.Transpose();
            Assert.True((wrong - Matrix<double>.Build.DenseOfArray(whole.Moments.Covariance[0])).InfinityNorm() > 1e-4);
        }
    }

    private static double PatternVariance(Matrix<double> covariance) =>
        (covariance[2, 2] + covariance[5, 5] - (2 * covariance[2, 5])) / 2;

    private static double SmallestEigenvalue(double[,] covariance, double[,] sigma, double factor) =>
        Matrix<Complex>.Build.Dense(
            covariance.GetLength(0), covariance.GetLength(1), (i, k) => new Complex(covariance[i, k], factor * sigma[i, k] / 2))
            .Evd(Symmetricity.Hermitian).EigenValues.Min(each => each.Real);

    // Per block the two fluctuations across m form a mode, [q, p] = 2|m| i; nu = |eig(sigma^-1 2 Sigma)|, 1 for the vacuum.
    private static double SmallestSymplecticEigenvalue(Matrix<double> covariance, Vector<double> m)
    {
        int blocks = m.Count / 3;
        var modes = Matrix<double>.Build.Dense(2 * blocks, m.Count);
        for (int h = 0; h < blocks; h++)
        {
            Vector<double> along = m.SubVector(3 * h, 3).Normalize(2);

            // m_x = 0 here: x lies across m, and so does (0, m_z, -m_y)/|m|.
            modes[2 * h, 3 * h] = 1;
            modes[(2 * h) + 1, (3 * h) + 1] = along[2];
            modes[(2 * h) + 1, (3 * h) + 2] = -along[1];
        }

        Matrix<double> sigma = modes * Fluctuations.Symplectic(m) * modes.Transpose();
        return (sigma.Inverse() * (2 * modes * covariance * modes.Transpose())).Evd().EigenValues.Min(each => each.Magnitude);
    }
}
