using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Theory;

/// <summary>Two-time functions and Weyl operators in the limit, against what is known without them.</summary>
public sealed class LimitCorrelationsTests
{
    private static readonly double[] Times = [0, 0.7];

    /// <summary>Blocks of different sizes with an argument, a coupling and a jump across them.</summary>
    internal static CollectiveModel TwoBlocks { get; } = new()
    {
        Name = "two-sizes",
        Blocks = [new Block("small", 1), new Block("large", 2)],
        Fields = [new(0.3, 0, 0.1), new(0, 0.2, -0.3)],
        Couplings = [new PairCoupling(0, PauliAxis.Z, 1, PauliAxis.X, 0.3)],
        Jumps =
        [
            new JumpChannel(0, SpinOperator.Lower, new ExponentialRate(0.6, 0.7), [new(0, 0, 0.4), new(0, 0, 0.6)]),
            new JumpChannel(1, SpinOperator.Raise, new PolynomialRate([0.5, 0.4]), [new(0, 0, 0.8), new(0, 0, -0.2)]),
        ],
        Initial = new ProductState([new(0.3, -0.4, 0.5), new(-0.2, 0.5, 0.4)]),
    };

    /// <summary>Independent spins: the limit is exact at every N, and both drifts are the same.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Independent_spins_have_the_limit_at_every_size()
    {
        CollectiveModel model = TestModels.OneBlock(
            "independent",
            new PauliVector(0.3, -0.2, 0.5),
            new PauliVector(0.2, 0.4, -0.5),
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(0.7), PauliVector.Zero),
            TestModels.Channel(SpinOperator.Pauli(PauliAxis.Z), TestModels.Constant(0.3), PauliVector.Zero));
        TwoTimeSeries exact = TwoTimeSolver.Solve(model, 5, Times);
        foreach (Drift drift in Drift.Known)
        {
            TwoTimeSeries limit = LimitCorrelations.TwoTime(model, LimitTheory.Solve(model, Times, drift));

            // Errors of 1e-11 in the limit and of 1e-12 at finite N.
            Assert.InRange(Distance(limit, exact), 0, 1e-10);
            Assert.All(limit.Errors, error => Assert.InRange(error, 0, 1e-9));
        }
    }

    /// <summary>At t = 0 the symmetrised part is the covariance, and the rest the commutator, of operators of one time.</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void At_time_zero_the_covariance_and_the_commutator_remain()
    {
        CollectiveModel model = TwoBlocks;
        TheoryResult theory = LimitTheory.Solve(model, Times, Drift.Full);
        TwoTimeSeries limit = LimitCorrelations.TwoTime(model, theory);
        TwoTimeSeries exact = TwoTimeSolver.Solve(model, 2, [0]);
        for (int a = 0; a < 6; a++)
        {
            for (int b = 0; b < 6; b++)
            {
                // Rounding of a few operations; at finite N the tolerance of a run, 1e-12.
                var expected = new Complex(theory.Moments.Covariance[0][a, b], theory.Symplectic[0][a, b] / 2);
                Assert.InRange((limit.Values[0][a, b] - expected).Magnitude, 0, 1e-14);
                Assert.InRange((exact.Values[0][a, b] - expected).Magnitude, 0, 1e-10);
            }
        }
    }

    /// <summary>
    /// Theorem 1 alone fixes the commutators: a product state turned by a small angle about axis b moves the averages by the response
    /// <c>X sigma(0)</c>. The full drift has it; the printed one contradicts the mean field of its own paper.
    /// </summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_response_is_that_of_the_mean_field_to_a_turned_start()
    {
        CollectiveModel model = TwoBlocks;
        Complex[,] full = LimitCorrelations.TwoTime(model, LimitTheory.Solve(model, Times, Drift.Full)).Values[1];
        Complex[,] printed = LimitCorrelations.TwoTime(model, LimitTheory.Solve(model, Times, Drift.Frozen)).Values[1];
        double[,] response = ResponseToTurns(model, Times[1]);
        double worst = 0;
        double missed = 0;
        for (int a = 0; a < 6; a++)
        {
            for (int b = 0; b < 6; b++)
            {
                worst = Math.Max(worst, Math.Abs((2 * full[a, b].Imaginary) - response[a, b]));
                missed = Math.Max(missed, Math.Abs((2 * printed[a, b].Imaginary) - response[a, b]));
            }
        }

        // Central differences at an angle of 1e-3: 1e-6 times a third derivative of order one.
        Assert.InRange(worst, 0, 1e-5);
        Assert.InRange(missed, 0.02, 1);
    }

    /// <summary>Without outer operators it is the Gaussian of the covariance, and with a kick the same with a phase.</summary>
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData("full")]
    [InlineData("printed")]
    public void Weyl_operators_are_gaussian_and_a_kick_moves_the_mean(string name)
    {
        Drift drift = DriftNames.Drift(name);
        CollectiveModel model = TwoTimeModels.Moving;
        TheoryResult theory = LimitTheory.Solve(model, Times, drift);
        ImmutableArray<double> r = TwoTimeModels.Kick.Inner;
        ImmutableArray<double> kick = TwoTimeModels.Kick.Left;
        Complex alone = LimitCorrelations.Weyl(model, theory, new WeylTriple([0, 0, 0], r, [0, 0, 0])).Values[1];
        Complex kicked = LimitCorrelations.Weyl(model, theory, TwoTimeModels.Kick).Values[1];
        Complex[,] twoTime = LimitCorrelations.TwoTime(model, theory).Values[1];
        double variance = 0;
        double moved = 0;
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                variance += r[a] * theory.Moments.Covariance[1][a, b] * r[b];
                moved += r[a] * 2 * twoTime[a, b].Imaginary * kick[b];
            }
        }

        // Rounding of a few operations on numbers of order one.
        Assert.InRange((alone - Math.Exp(-variance / 2)).Magnitude, 0, 1e-13);
        Assert.InRange((kicked - Complex.Exp(new Complex(-variance / 2, moved))).Magnitude, 0, 1e-13);
    }

    /// <summary>
    /// At two later times: without operators at the earlier one it is the triple at the later one, which the map reaches in two steps;
    /// where the earlier is time 0, or both are the same, <c>W(a) W(b) = exp(-i a.sigma b/2) W(a + b)</c> makes it a triple.
    /// </summary>
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData("full")]
    [InlineData("printed")]
    public void Weyl_operators_at_two_later_times_compose(string name)
    {
        Drift drift = DriftNames.Drift(name);
        CollectiveModel model = TwoBlocks;
        double[] r1 = [0.4, -0.3, 0.5, 0.1, 0.2, -0.3];
        double[] ra = [0.3, -0.2, 0.4, -0.1, 0.5, 0.2];
        double[] rb = [0.5, 0.6, -0.4, 0.3, -0.2, 0.4];
        double[] rc = [-0.5, 0.1, 0.2, 0.6, -0.3, 0.1];
        double[] r2 = [-0.2, 0.5, 0.3, 0.2, 0.1, -0.4];
        double[] zero = new double[6];
        TheoryResult limit = LimitTheory.Solve(model, [0, 0.5, 1.2], drift);

        WeylSeries triple = LimitCorrelations.Weyl(model, limit, new([.. r1], [.. rb], [.. r2]));
        Close(triple.Values[2], Nested(zero, zero, 0.5, 1.2));

        // exp(-i/2 [r1.s ra + rc.s r2]) at time 0.
        double[,] sigma = limit.Symplectic[0];
        Complex phase = Complex.FromPolarCoordinates(1, -(Form(sigma, r1, ra) + Form(sigma, rc, r2)) / 2);
        WeylSeries merged = LimitCorrelations.Weyl(model, limit, new([.. Sum(r1, ra)], [.. rb], [.. Sum(rc, r2)]));
        Close(phase * merged.Values[2], Nested(ra, rc, 0, 1.2));

        sigma = limit.Symplectic[1];
        phase = Complex.FromPolarCoordinates(1, -(Form(sigma, ra, rb) + Form(sigma, ra, rc) + Form(sigma, rb, rc)) / 2);
        merged = LimitCorrelations.Weyl(model, limit, new([.. r1], [.. Sum(Sum(ra, rb), rc)], [.. r2]));
        Close(phase * merged.Values[1], Nested(ra, rc, 0.5, 0.5));

        Complex Nested(double[] before, double[] after, double first, double second)
        {
            var arguments = new NestedWeyl([.. r1], new([.. before], [.. rb], [.. after]), [.. r2], first);
            NestedWeylSeries series = LimitCorrelations.Weyl(model, arguments, [second], drift);
            Assert.InRange(series.Errors[0], 0, 1e-8);
            Assert.Equal(series.Values[0], series.Even[0]);
            return series.Values[0];
        }

        // Two integrations at 1e-13 a step.
        static void Close(Complex expected, Complex actual) => Assert.InRange((expected - actual).Magnitude, 0, 1e-10);

        static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

        static double Form(double[,] matrix, double[] a, double[] b) =>
            Enumerable.Range(0, 36).Sum(k => a[k / 6] * matrix[k / 6, k % 6] * b[k % 6]);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_triple_that_does_not_fit_is_refused()
    {
        CollectiveModel model = TwoTimeModels.Moving;
        TheoryResult theory = LimitTheory.Solve(model, Times, Drift.Full);
        WeylTriple wrong = TwoTimeModels.General with { Right = [1, 2] };
        Assert.Contains("r2", Assert.Throws<InputException>(() => LimitCorrelations.Weyl(model, theory, wrong)).Message);
        Assert.Contains("r2", Assert.Throws<InputException>(() => WeylSolver.Solve(model, 3, Times, wrong)).Message);
        Assert.Contains(
            "r1",
            Assert.Throws<InputException>(() => (TwoTimeModels.General with { Left = [0, double.NaN, 0] }).Check(model)).Message);
    }

    // dm_a(t)/d angle of exp(i angle S_b/2)-like turns: the start exp(i e.S) rho exp(-i e.S) has averages m0 + sigma(0) e, and F carries
    // the square root of its block.
    private static double[,] ResponseToTurns(CollectiveModel model, double time)
    {
        const double Angle = 1e-3;
        double[] shares = [.. model.Blocks.Select(block => block.Share)];
        double[,] response = new double[6, 6];
        for (int b = 0; b < 6; b++)
        {
            double[] plus = Averages(Turned(model, b, Angle), time);
            double[] minus = Averages(Turned(model, b, -Angle), time);
            for (int a = 0; a < 6; a++)
            {
                response[a, b] = (plus[a] - minus[a]) / (2 * Angle) * Math.Sqrt(shares[a / 3] / shares[b / 3]);
            }
        }

        return response;
    }

    private static double[] Averages(CollectiveModel model, double time) =>
        LimitTheory.Solve(model, [time], Drift.Full).Moments.Mean[0];

    // exp(-i angle sigma_b) (1 + m.sigma)/2 exp(i angle sigma_b) turns m about b by twice the angle: dm/d angle = 2 e_b x m, which is
    // sigma(0) e_b by (29), sigma_ab = 2 eps_abc m_c.
    private static CollectiveModel Turned(CollectiveModel model, int b, double angle)
    {
        ImmutableArray<PauliVector> bloch = ((ProductState)model.Initial).Bloch;
        PauliVector m = bloch[b / 3];
        (double cos, double sin) = (Math.Cos(2 * angle), Math.Sin(2 * angle));
        PauliVector turned = (b % 3) switch
        {
            0 => new PauliVector(m.X, (cos * m.Y) - (sin * m.Z), (sin * m.Y) + (cos * m.Z)),
            1 => new PauliVector((cos * m.X) + (sin * m.Z), m.Y, (cos * m.Z) - (sin * m.X)),
            _ => new PauliVector((cos * m.X) - (sin * m.Y), (sin * m.X) + (cos * m.Y), m.Z),
        };
        return model with { Initial = new ProductState(bloch.SetItem(b / 3, turned)) };
    }

    private static double Distance(TwoTimeSeries one, TwoTimeSeries other) => one.Values.Zip(other.Values)
        .Max(pair => pair.First.Cast<Complex>().Zip(pair.Second.Cast<Complex>(), (a, b) => (a - b).Magnitude).Max());
}
