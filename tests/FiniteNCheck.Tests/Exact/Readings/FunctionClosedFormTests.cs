using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Readings;

/// <summary>Functions of states that are known in closed form.</summary>
[Trait("Kind", "Analytic")]
public sealed class FunctionClosedFormTests
{
    private static readonly PauliVector Bloch = new(0.3, -0.5, 0.4);

    private static readonly string[] Axes = ["x.all", "y.all", "z.all"];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(300)]
    public void Cumulants_of_independent_spins_are_those_of_one_spin(int n)
    {
        foreach ((int a, string axis) in Axes.Index())
        {
            double m = Bloch[(PauliAxis)a];
            double[] ofOne = [m, 1 - (m * m), -2 * m * (1 - (m * m)), (-2 * (1 - (m * m))) + (6 * m * m * (1 - (m * m)))];
            StateFunctionSeries[] series = Read(Product(Bloch), n, 0, [.. Enumerable.Range(1, 4).Select(k => Repeat(axis, k))]);
            for (int k = 1; k <= 4; k++)
            {
                AssertNear(ofOne[k - 1] * Math.Pow(n, 1 - (k / 2.0)), series[k - 1]);
            }
        }
    }

    [Fact]
    public void Joint_cumulants_of_independent_spins_are_those_of_one_spin()
    {
        // One spin: every symmetrised product of two is delta_ab, of three (delta_ab m_c + delta_bc m_a + delta_ca m_b)/3.
        const int N = 40;
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                double[] m = [Bloch.X, Bloch.Y, Bloch.Z];
                double pair = (a == b ? 1 : 0) - (m[a] * m[b]);
                double moment = ((a == b ? 2 * m[a] : 0) + m[b]) / 3;
                double third = moment - m[b] - (2 * (a == b ? m[a] : 0)) + (2 * m[a] * m[a] * m[b]);
                StateFunctionSeries[] series =
                    Read(Product(Bloch), N, 0, new Cumulant([Axes[a], Axes[b]]), new Cumulant([Axes[a], Axes[a], Axes[b]]));
                AssertNear(pair, series[0]);
                AssertNear(third / Math.Sqrt(N), series[1]);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(100)]
    [InlineData(250)]
    public void Products_have_the_purity_and_entropy_of_their_spins(int n)
    {
        double length = Bloch.Norm;
        double entropy = new[] { (1 + length) / 2, (1 - length) / 2 }.Sum(p => -p * Math.Log(p));
        StateFunctionSeries[] mixed = Read(Product(Bloch), n, 0, new Purity(), new Entropy());
        AssertNear(Math.Pow((1 + (length * length)) / 2, n), mixed[0]);
        AssertNear(n * entropy, mixed[1]);

        StateFunctionSeries[] identity = Read(Product(PauliVector.Zero), n, 0, new Purity(), new Entropy());
        AssertNear(Math.Pow(2, -n), identity[0]);
        AssertNear(n * Math.Log(2), identity[1]);

        StateFunctionSeries[] pure = Read(Product(new(0.6, 0, 0.8)), n, 0, new Purity(), new Entropy());
        AssertNear(1, pure[0]);
        AssertNear(0, pure[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(200)]
    public void Probabilities_of_independent_spins_are_binomial(int n)
    {
        foreach ((int a, string axis) in Axes.Index())
        {
            double up = (1 + Bloch[(PauliAxis)a]) / 2;
            double[] binomial = new double[n + 1];
            binomial[0] = Math.Pow(1 - up, n);
            for (int k = 1; k <= n; k++)
            {
                binomial[k] = binomial[k - 1] * (n - k + 1) / k * up / (1 - up);
            }

            StateFunctionSeries[] series = Read(
                Product(Bloch), n, 0, [.. binomial.Select((_, k) => new Probability(axis, ((2.0 * k) - n) / n))]);
            Assert.All(series.Index(), each => AssertNear(binomial[each.Index], each.Item));
            Assert.InRange(series.Sum(each => each.Values[0]), 1 - 1e-10, 1 + 1e-10);
        }
    }

    [Fact]
    public void A_value_between_eigenvalues_has_no_probability() =>
        Assert.All(
            Read(Product(Bloch), 10, 0, new Probability("z.all", 0.1), new Probability("x.all", 0.2 + 1e-8)),
            series => Assert.Equal((0, 0), (series.Values[0], series.Errors[0])));

    /// <summary>
    /// One-axis twisting by <c>exp(-i pi/8 S_z^2)</c> makes the superposition of all spins along x and all along -x.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(40)]
    public void Twisted_spins_all_point_along_x_or_all_against_it(int n)
    {
        CollectiveModel model = Product(PauliVector.Along(PauliAxis.X)) with
        {
            Couplings = [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, n * Math.PI / 8)],
        };
        StateFunctionSeries[] series = Read(
            model, n, 1, new Purity(), new Probability("x.all", 1), new Probability("x.all", -1), Repeat("x.all", 2), Repeat("x.all", 4));
        AssertNear(1, series[0]);
        AssertNear(0.5, series[1]);
        AssertNear(0.5, series[2]);
        AssertNear(n, series[3]);
        AssertNear(-2.0 * n * n, series[4]);
    }

    /// <summary>Two spins along x under <c>g sigma_z sigma_z</c> have the concurrence <c>|sin 2gt|</c>.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.7853981633974483)]
    [InlineData(2)]
    public void Two_coupled_spins_have_the_negativity_of_their_concurrence(double time) => AssertNear(
        Math.Log(1 + Math.Abs(Math.Sin(2 * time))),
        Read(TwoBlocks(PauliVector.Along(PauliAxis.X), 1), 1, time, new LogarithmicNegativity("a", "b"))[0]);

    [Fact]
    public void Blocks_without_a_coupling_are_not_entangled_and_have_no_joint_cumulants()
    {
        StateFunctionSeries[] series = Read(
            TwoBlocks(Bloch, 0),
            5,
            0.5,
            new LogarithmicNegativity("b", "a"),
            new Cumulant(["z.a", "x.b"]),
            new Cumulant(["z.a", "z.a", "y.b"]));
        Assert.All(series, each => AssertNear(0, each));
    }

    private static Cumulant Repeat(string axis, int order) => new([.. Enumerable.Repeat(axis, order)]);

    private static CollectiveModel Product(PauliVector bloch) => TestModels.OneBlock("spins", PauliVector.Zero, bloch);

    private static CollectiveModel TwoBlocks(PauliVector bloch, double strength) => new()
    {
        Name = "two",
        Blocks = [new Block("a", 1), new Block("b", 1)],
        Fields = [PauliVector.Zero, PauliVector.Zero],
        Couplings = [new PairCoupling(0, PauliAxis.Z, 1, PauliAxis.Z, strength)],
        Jumps = [],
        Initial = new ProductState([bloch, bloch]),
    };

    private static StateFunctionSeries[] Read(CollectiveModel model, int n, double time, params StateFunction[] functions) =>
        [.. Verified.Solve(model, n, [time], new ExactOptions { Functions = [.. functions] }).Functions];

    // Within the stated bound, which is small: 1e-12 in trace norm times at most 16 N^2 for a fourth cumulant.
    private static void AssertNear(double expected, StateFunctionSeries series)
    {
        Assert.True(
            Math.Abs(series.Values[0] - expected) <= series.Errors[0],
            $"{series.Function} is {series.Values[0]:R}, expected {expected:R}, error bound {series.Errors[0]:E1}");
        Assert.InRange(series.Errors[0], 0, 3e-6);
    }
}
