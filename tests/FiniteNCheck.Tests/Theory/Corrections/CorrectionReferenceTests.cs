using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>Compares with numbers and closed forms from independent sources.</summary>
public sealed class CorrectionReferenceTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Kind", "Regression")]
    [InlineData(true, new[] { 0.24834396, 0.32128968, -0.75487207 }, new[] { -0.195166190, 0.000515736, 3.655220420 }, -0.310287078)]
    [InlineData(false, new[] { 0.09560444, 0.15264989, -0.57472119 }, new[] { -0.14024419, -0.01223025, 3.0745855 }, -0.139254646)]
    public void A_moving_retrieval_state_has_the_coefficients_of_an_independent_program(
        bool ownSite, double[] mu, double[] diagonal, double xz)
    {
        CorrectionResult result = CorrectionTheory.Solve(CorrectionModels.OnePattern(2, 0.2, new(0.2, 0.3, 0.7), ownSite), [0.5]);
        double[,] c1 = result.CovarianceCorrection!.Value[0];
        for (int a = 0; a < 3; a++)
        {
            // Half a unit of the last digit that was printed: eight for mu and without the own site, nine otherwise.
            Assert.InRange(result.MeanCorrection[0][a] - mu[a], -5e-9, 5e-9);
            Assert.InRange(c1[a, a] - diagonal[a], ownSite ? -5e-10 : -5e-8, ownSite ? 5e-10 : 5e-8);
        }

        Assert.InRange(c1[0, 2] - xz, -5e-10, 5e-10);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0.5, -4)]
    [InlineData(0.8, -100)]
    public void Without_a_field_the_late_coefficients_are_those_of_the_Gibbs_state(double beta, double expected)
    {
        // C1_zz = -beta/(1 - beta)^3, approached as t^2 e^(-2 (1 - beta) t).
        CorrectionResult late = CorrectionTheory.Solve(CorrectionModels.OnePattern(beta, 0, new(0, 0, 0.3)), [30 / (1 - beta)]);
        double found = late.CovarianceCorrection!.Value[0][2, 2];
        output.WriteLine($"{found:R} +- {late.CovarianceCorrectionError:G2}");

        // Relative to the size: the integrator's accuracy.
        Assert.InRange((found / expected) - 1, -1e-9, 1e-9);
        Assert.InRange(late.Covariance[0][2, 2] - (1 / (1 - beta)), -1e-10, 1e-10);
        Assert.All(late.MeanCorrection[0], mu => Assert.InRange(mu, -1e-10, 1e-10));
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1.5, -0.9228160139, 5.5560417)]
    [InlineData(2, -0.2292327050, 0.712893465)]
    public void In_one_well_the_coefficients_are_those_of_the_sum_over_its_states(double beta, double mu, double c1)
    {
        CorrectionResult late = CorrectionTheory.Solve(CorrectionModels.OnePattern(beta, 0, new(0, 0, 0.8)), [60]);
        output.WriteLine($"{late.MeanCorrection[0][2]:R} {late.CovarianceCorrection!.Value[0][2, 2]:R}");

        // The digits of the exact sums: ten and eight.
        Assert.InRange(late.MeanCorrection[0][2] - mu, -3e-10, 3e-10);
        Assert.InRange(late.CovarianceCorrection!.Value[0][2, 2] - c1, -5e-8, 5e-8);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0.5, 0, -4)]
    [InlineData(0.8, 0, -100)]
    [InlineData(1.5, -0.9228160139, 5.5560417)]
    [InlineData(2, -0.2292327050, 0.712893465)]
    public void The_stationary_equations_give_the_same_coefficients(double beta, double mu, double c1)
    {
        CollectiveModel model = CorrectionModels.OnePattern(beta, 0, new(0, 0, 0.8));
        Vector<double> point = new MeanField(model).FixedPoint(Vector<double>.Build.Dense([0, 0, 0.8])).Point!;
        StationaryCorrection rest = StationaryCorrection.At(model, point);
        output.WriteLine($"{rest.Mean![2]:R} {rest.Covariance![2, 2]:R}");

        // The digits of the exact sums; and of the closed form, to the accuracy of the fixed point.
        Assert.InRange(rest.Mean[2] - mu, -3e-10, 3e-10);
        Assert.InRange(rest.Covariance[2, 2] - c1, -5e-8, 5e-8);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Late_times_converge_to_the_stationary_coefficients()
    {
        CollectiveModel model = CorrectionModels.OnePattern(2, 0.2, new(0.2, 0.3, 0.7), ownSite: false);
        Vector<double> point = new MeanField(model).FixedPoint(Vector<double>.Build.Dense([0.2, 0.3, 0.7])).Point!;
        StationaryCorrection rest = StationaryCorrection.At(model, point);
        CorrectionResult late = CorrectionTheory.Solve(model, [80]);
        Assert.True(Distance(rest.Mean!, late.MeanCorrection[0], 1) < 1e-10);
        Assert.True(Distance(Flat([rest.Covariance!]), Flat(late.CovarianceCorrection), 1) < 1e-9);

        // The result finds the fixed point by itself, where it has all digits but the last few.
        Assert.True(Distance(rest.Mean!, late.Stationary!.Mean!, 1) < 1e-10);
        Assert.True(Distance(Flat([rest.Covariance!]), Flat([late.Stationary.Covariance!]), 1) < 1e-9);

        // Mutation: at another field they differ.
        StationaryCorrection other =
            StationaryCorrection.At(CorrectionModels.OnePattern(2, 0.2001, new(0.2, 0.3, 0.7), ownSite: false), point);
        Assert.True(Distance(other.Mean!, late.MeanCorrection[0], 1) > 1e-5);
    }

    // At m = 0 without a field the mean field grows at the rate beta - 1; above the transition it decays.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(1.25, 0.25)]
    [InlineData(0.5, 0)]
    [Trait("Kind", "Analytic")]
    public void The_growth_rate_is_that_of_the_unstable_direction(double beta, double rate)
    {
        CorrectionResult result = CorrectionTheory.Solve(CorrectionModels.OnePattern(beta, 0, PauliVector.Zero), [0.5, 1]);

        Assert.All(result.GrowthRates, found => Assert.Equal(rate, found, 1e-12));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_fixed_point_that_does_not_attract_has_no_corrections()
    {
        StationaryCorrection none =
            StationaryCorrection.At(CorrectionModels.OnePattern(2, 0, PauliVector.Zero), Vector<double>.Build.Dense(3));
        Assert.Null(none.Mean);
        Assert.Null(none.Covariance);
        Assert.Contains("does not attract: eigenvalue with real part 1 ", none.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void Independent_spins_have_no_corrections()
    {
        CollectiveModel model = CorrectionModels.RandomAllowed(4) with { Couplings = [] };
        CollectiveModel constant = model with { Jumps = [.. model.Jumps.Select(jump => jump with { Rate = new PolynomialRate([0.7]) })] };
        CorrectionResult none = CorrectionTheory.Solve(constant, [0.7, 3]);
        Assert.All(none.MeanCorrection.SelectMany(each => each), mu => Assert.Equal(0.0, mu));
        foreach (double[,] c1 in none.CovarianceCorrection!.Value)
        {
            Assert.All(c1.Cast<double>(), element => Assert.Equal(0.0, element));
        }

        // Mutation: with responding rates or a coupling there is a correction.
        Assert.Contains(CorrectionTheory.Solve(model, [0.7]).MeanCorrection[0], mu => Math.Abs(mu) > 1e-3);
        CollectiveModel coupled = constant with { Couplings = [new PairCoupling(0, PauliAxis.X, 1, PauliAxis.Z, 0.1)] };
        Assert.Contains(
            CorrectionTheory.Solve(coupled, [0.7]).CovarianceCorrection!.Value[0].Cast<double>(), element => Math.Abs(element) > 1e-3);
    }

    [Fact]
    [Trait("Kind", "Regression")]
    public void A_strong_coupling_needs_sizes_beyond_any_ladder_in_reach()
    {
        // A twist about z by a coupling of strength 2: exact ladders up to n = 64 sit on a plateau that they leave from n = 128 on.
        var half = new PolynomialRate([0.5]);
        CollectiveModel twist = TestModels.OneBlock(
            "twist",
            new PauliVector(0.2, 0, 0.7),
            new PauliVector(0, -0.5, 0),
            TestModels.Channel(SpinOperator.Raise, half, PauliVector.Zero),
            TestModels.Channel(SpinOperator.Lower, half, PauliVector.Zero)) with
        {
            Couplings = [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 2)],
        };
        CorrectionResult result = CorrectionTheory.Solve(twist, [0.2, 4]);

        // The digits known from an independent source.
        Assert.InRange(result.MeanCorrection[1][2], -70.35, -70.25);
        Assert.InRange(result.ValidFrom(1), 1e4, 1e5);
        Assert.InRange(result.ValidFrom(0), 1, 30);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_block_of_share_three_at_n_is_one_of_share_one_at_3n()
    {
        CollectiveModel three = CorrectionModels.RandomAllowed(1) with { Blocks = [new Block("all", 3)] };

        // The coupling's strength is per n: strength/n = 3 strength/(3 n).
        CollectiveModel one = three with
        {
            Blocks = [new Block("all", 1)],
            Couplings = [.. three.Couplings.Select(pair => pair with { Strength = 3 * pair.Strength })],
        };
        CorrectionResult a = CorrectionTheory.Solve(three, [0.8]);
        CorrectionResult b = CorrectionTheory.Solve(one, [0.8]);
        Assert.True(Distance(a.MeanCorrection[0], b.MeanCorrection[0], 1.0 / 3) < 1e-12);
        Assert.True(Distance(Flat(a.CovarianceCorrection), Flat(b.CovarianceCorrection), 1.0 / 3) < 1e-12);
        Assert.True(Distance(Flat(a.CovarianceCorrection), Flat(b.CovarianceCorrection), 1) > 1e-3);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_split_block_is_equivalent_to_the_whole(bool ownSite)
    {
        // Without the own site the argument of a cut block leaves out its own term over its own size, which is that of the whole.
        CollectiveModel whole = ownSite
            ? CorrectionModels.RandomAllowed(2)
            : CorrectionModels.OnePattern(2, 0.2, new(0.2, 0.3, 0.7), ownSite: false);
        CollectiveModel cut = new BlockSplit(0, 2, Axis: null, MirrorRates: false).Apply(whole, 6);
        CorrectionResult a = CorrectionTheory.Solve(whole, [0.8]);
        CorrectionResult b = CorrectionTheory.Solve(cut, [0.8]);
        Assert.True(Distance(b.MeanCorrection[0][..3], a.MeanCorrection[0], 1) < 1e-12);
        Assert.True(Distance(b.MeanCorrection[0][3..], a.MeanCorrection[0], 1) < 1e-12);

        // F = sqrt(2/3) F_a + sqrt(1/3) F_b for blocks of shares 2/3 and 1/3.
        Matrix<double> combine = Matrix<double>.Build.Dense(3, 6, (i, k) => k % 3 == i ? Math.Sqrt(cut.Blocks[k / 3].Share) : 0);
        Matrix<double> combined = combine * Matrix<double>.Build.DenseOfArray(b.CovarianceCorrection!.Value[0]) * combine.Transpose();
        Assert.True(Distance(Flat([combined.ToArray()]), Flat(a.CovarianceCorrection), 1) < 1e-12);

        // Mutation: equal weights do not combine.
        combine = Matrix<double>.Build.Dense(3, 6, (i, k) => k % 3 == i ? Math.Sqrt(0.5) : 0);
        combined = combine * Matrix<double>.Build.DenseOfArray(b.CovarianceCorrection!.Value[0]) * combine.Transpose();
        Assert.True(Distance(Flat([combined.ToArray()]), Flat(a.CovarianceCorrection), 1) > 1e-4);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_limit_is_that_of_the_covariance_equation_with_the_full_drift()
    {
        output.WriteLine(Seed.Description);
        double worst = 0;
        double printed = 0;
        foreach (CollectiveModel model in RandomModels.Draw(5))
        {
            CorrectionResult found = CorrectionTheory.Solve(model, [1.5], CorrectionDepth.Mean);
            TheoryResult expected = LimitTheory.Solve(model, [1.5], Drift.Full);
            double[] covariance = Flat(found.Covariance);
            worst = Math.Max(worst, Distance(found.Mean[0], expected.Moments.Mean[0], 1));
            worst = Math.Max(worst, Distance(covariance, Flat(expected.Moments.Covariance), 1) / covariance.Max(Math.Abs));

            // Mutation: the drift as printed gives another.
            printed = Math.Max(printed, Distance(covariance, Flat(LimitTheory.Solve(model, [1.5], Drift.Frozen).Moments.Covariance), 1));
        }

        output.WriteLine($"worst {worst:G3}, from the printed drift {printed:G3}");

        // Two integrations at 1e-13 per step.
        Assert.True(worst < 1e-11);
        Assert.True(printed > 1e-2);
    }

    private static double[] Flat(IEnumerable<double[,]>? matrices) => [.. matrices!.SelectMany(each => each.Cast<double>())];

    private static double Distance(double[] a, double[] b, double factor) => a.Zip(b, (x, y) => Math.Abs(x - (factor * y))).Max();
}
