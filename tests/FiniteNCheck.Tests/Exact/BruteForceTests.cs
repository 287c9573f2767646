using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>The 2^N code against closed forms: it must be right before anything is compared with it.</summary>
[Trait("Kind", "Analytic")]
public class BruteForceTests
{
    /// <summary>Taylor steps are accurate to rounding: a few hundred operations on numbers of order 1.</summary>
    private const double Rounding = 1e-12;

    private static readonly double[] Times = [0, 0.4, 1.7];

    /// <summary>A jump from up occurs at Delta = r, one from down at -r: <c>J = j Gamma</c>, with Gamma acting first.</summary>
    [Fact]
    public void One_spin_decays_at_the_rate_of_the_state_it_leaves()
    {
        var rate = new ExponentialRate(0.7, 0.6);
        CollectiveModel model = TestModels.OneBlock(
            "decay",
            new PauliVector(0, 0, 0.35),
            new PauliVector(0.6, 0, 0.5),
            TestModels.Channel(SpinOperator.Lower, rate, new PauliVector(0, 0, 1)));
        double leaving = Math.Pow(rate.Value(1), 2);
        MomentSeries found = BruteForce.Solve(model, 1, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            double up = 0.75 * Math.Exp(-leaving * Times[t]);
            double coherence = 0.6 * Math.Exp(-leaving * Times[t] / 2);
            Assert.Equal(coherence * Math.Cos(0.7 * Times[t]), found.Mean[t][0], Rounding);
            Assert.Equal(coherence * Math.Sin(0.7 * Times[t]), found.Mean[t][1], Rounding);
            Assert.Equal((2 * up) - 1, found.Mean[t][2], Rounding);
        }
    }

    /// <summary>At beta = 0 the spins are independent: one-spin Bloch equations, and Sigma = 1 - m m^T at every time.</summary>
    [Fact]
    public void Constant_rates_leave_spins_independent()
    {
        const double Omega = 0.9;
        CollectiveModel model = (HopfieldModels.Patterns(1) with { Beta = 0, Omega = Omega })
            .Starting(new(0.2, -0.3, 0.8), new(-0.5, 0, 0.1));
        PauliVector[] start = [.. ((ProductState)model.Initial).Bloch];
        MomentSeries found = BruteForce.Solve(model, 2, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            double[] mean = [.. start.SelectMany(b => DampedPrecession(b, Omega, Times[t]))];
            var covariance = new double[6, 6];
            for (int a = 0; a < 6; a++)
            {
                for (int b = 0; b < 6; b++)
                {
                    covariance[a, b] = a / 3 == b / 3 ? (a == b ? 1 : 0) - (mean[a] * mean[b]) : 0;
                }
            }

            Assert.InRange(MomentComparison.Distance(mean, covariance, found.Mean[t], found.Covariance[t]), 0, Rounding);
        }
    }

    /// <summary>
    /// <c>H = (s/n) S_z^2</c> on two spins that point along x: <c>m_x = cos wt</c>, <c>Sigma_yz = sin wt</c>, <c>Sigma_xx = 2 sin^2 wt</c>,
    /// <c>w = 4 s/n</c>.
    /// </summary>
    [Fact]
    public void Two_spins_turn_by_their_coupling()
    {
        CollectiveModel model = TestModels.OneBlock("zz", PauliVector.Zero, new PauliVector(1, 0, 0)) with
        {
            Couplings = [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.8)],
        };
        MomentSeries found = BruteForce.Solve(model, 2, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            double angle = 4 * 0.8 / 2 * Times[t];
            Assert.Equal(Math.Cos(angle), found.Mean[t][0], Rounding);
            Assert.Equal(Math.Sin(angle), found.Covariance[t][1, 2], Rounding);
            Assert.Equal(2 * Math.Pow(Math.Sin(angle), 2), found.Covariance[t][0, 0], Rounding);
        }
    }

    /// <summary>
    /// An x-y coupling of two spins rotates the first about x by the second's y: <c>m_z,1 = cos 2st</c> if that points up.
    /// </summary>
    [Fact]
    public void A_coupling_of_two_blocks_turns_one_about_the_other()
    {
        CollectiveModel model = new()
        {
            Name = "xy",
            Blocks = [new Block("a", 1), new Block("b", 1)],
            Fields = [PauliVector.Zero, PauliVector.Zero],
            Couplings = [new PairCoupling(0, PauliAxis.X, 1, PauliAxis.Y, 0.7)],
            Jumps = [],
            Initial = new ProductState([new(0, 0, 1), new(0, 1, 0)]),
        };
        MomentSeries found = BruteForce.Solve(model, 1, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            // With sigma_y = 1 on the second spin, H = 0.7 sigma_x: dy/dt = -1.4 z, dz/dt = 1.4 y.
            Assert.Equal(Math.Cos(1.4 * Times[t]), found.Mean[t][2], Rounding);
            Assert.Equal(-Math.Sin(1.4 * Times[t]), found.Mean[t][1], Rounding);
            Assert.Equal(1, found.Mean[t][4], Rounding);
        }
    }

    /// <summary>
    /// Two spins up, each decaying at the rate set by the other: up-up decays at <c>2a</c>, the remaining spin at <c>b</c>.
    /// </summary>
    [Fact]
    public void Own_site_left_out_leaves_the_other_spin()
    {
        var rate = new ExponentialRate(0.8, 0.9);
        CollectiveModel model = TestModels.OneBlock(
            "pair",
            PauliVector.Zero,
            new PauliVector(0, 0, 1),
            TestModels.Channel(SpinOperator.Lower, rate, new PauliVector(0, 0, 1), ownSite: false));
        double a = Math.Pow(rate.Value(0.5), 2);
        double b = Math.Pow(rate.Value(-0.5), 2);
        MomentSeries found = BruteForce.Solve(model, 2, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            double both = Math.Exp(-2 * a * Times[t]);
            double one = 2 * a / (b - (2 * a)) * (both - Math.Exp(-b * Times[t]));
            double none = 1 - both - one;
            Assert.Equal(both - none, found.Mean[t][2], Rounding);
            Assert.Equal(2 * (both + none - Math.Pow(both - none, 2)), found.Covariance[t][2, 2], Rounding);
        }
    }

    /// <summary>
    /// For a constant rate g, <c>D[j + c] = D[j] + 1/2 [conj(c) j - c j^+, .]</c>: a Hamiltonian <c>(i g^2/2)(conj(c) j - c j^+)</c>. For
    /// <c>j = sigma_-</c> and real c it is the field <c>c g^2/2</c> along y.
    /// </summary>
    [Fact]
    public void The_identity_part_of_a_jump_is_a_field()
    {
        var start = new PauliVector(0.1, 0.5, 0.4);
        var field = new PauliVector(0.3, 0, 0.2);
        const double Shift = 0.6;
        const double Rate = 0.9;
        var shifted = new SpinOperator(Shift, 0, 1, Shift);
        CollectiveModel withIdentity = TestModels.OneBlock(
            "shifted", field, start, TestModels.Channel(shifted, TestModels.Constant(Rate), PauliVector.Zero));
        CollectiveModel withField = TestModels.OneBlock(
            "field",
            field + new PauliVector(0, Shift * Rate * Rate / 2, 0),
            start,
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(Rate), PauliVector.Zero));
        MomentComparison.AssertAgree(
            BruteForce.Solve(withField, 3, Times), BruteForce.Solve(withIdentity, 3, Times), Rounding, "identity part");
    }

    /// <summary>Rotating every site by x to y to z to x takes an argument along z (diagonal) to one along x (eigenvectors).</summary>
    [Fact]
    public void A_turned_model_gives_turned_moments()
    {
        CollectiveModel alongZ = TestModels.OneBlock(
            "z",
            new PauliVector(0.4, 0.1, -0.3),
            new PauliVector(0.3, 0.5, 0.2),
            TestModels.Channel(SpinOperator.Pauli(PauliAxis.X), new ExponentialRate(0.8, 0.7), new PauliVector(0, 0, 0.9)),
            TestModels.Channel(SpinOperator.Pauli(PauliAxis.Z), new NormalisedRate(0.6), new PauliVector(0, 0, -0.7)));
        CollectiveModel alongX = TestModels.OneBlock(
            "x",
            new PauliVector(-0.3, 0.4, 0.1),
            new PauliVector(0.2, 0.3, 0.5),
            TestModels.Channel(SpinOperator.Pauli(PauliAxis.Y), new ExponentialRate(0.8, 0.7), new PauliVector(0.9, 0, 0)),
            TestModels.Channel(SpinOperator.Pauli(PauliAxis.X), new NormalisedRate(0.6), new PauliVector(-0.7, 0, 0)));
        MomentSeries z = BruteForce.Solve(alongZ, 4, Times);
        MomentSeries x = BruteForce.Solve(alongX, 4, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            for (int a = 0; a < 3; a++)
            {
                Assert.Equal(z.Mean[t][a], x.Mean[t][(a + 1) % 3], Rounding);
                for (int b = 0; b < 3; b++)
                {
                    Assert.Equal(z.Covariance[t][a, b], x.Covariance[t][(a + 1) % 3, (b + 1) % 3], Rounding);
                }
            }
        }
    }

    /// <summary><c>x' = -x/2, y' = -y/2 - 2 Omega z, z' = 2 Omega y - z</c>: both rates 1/2 at beta = 0.</summary>
    private static double[] DampedPrecession(PauliVector b, double omega, double time)
    {
        // Apart from their mean decay 3/4, (y, z) rotate at w = sqrt(4 Omega^2 - 1/16): exp(-3t/4) (cos wt + sin wt/w A), A^2 = -w^2.
        double w = Math.Sqrt((4 * omega * omega) - (1.0 / 16));
        double decay = Math.Exp(-0.75 * time);
        double c = decay * Math.Cos(w * time);
        double s = decay * Math.Sin(w * time) / w;
        return
        [
            b.X * Math.Exp(-time / 2),
            (c * b.Y) + (s * ((0.25 * b.Y) - (2 * omega * b.Z))),
            (c * b.Z) + (s * ((2 * omega * b.Y) - (0.25 * b.Z))),
        ];
    }
}
