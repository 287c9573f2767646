using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>Sites with three levels where the answer is known at any size.</summary>
[Trait("Kind", "Analytic")]
public class OccupationLimitTests
{
    // Rounding of covariances of a few dozen sites, and three times the sites times a tolerance of 1e-12.
    private const double Allowed = 3e-10;

    private static readonly double[] Times = [0.4, 1.3];

    /// <summary>A third level that nothing populates leaves the other two as they are in sectors.</summary>
    [Fact]
    public void An_idle_third_level_changes_nothing()
    {
        CollectiveModel two = TestModels.OneBlock(
            "two levels",
            new PauliVector(0.3, 0.2, 0.1),
            new PauliVector(0.2, 0.1, 0.4),
            TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.7, 0.6), new PauliVector(0, 0, 1)),
            TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.6, -0.5), new PauliVector(0, 0, 1), ownSite: false)) with
        {
            Couplings = [new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Z, 0.7)],
            CollectiveJumps = [CollectiveModels.Decay(new PolynomialRate([0.5]), new PauliVector(0, 0, 0.3))],
        };
        LevelModel lifted = LevelModel.From(two);
        LevelModel three = lifted with
        {
            Blocks = [lifted.Blocks[0] with { Levels = ["a", "b", "idle"] }],
            Fields = [Widened(lifted.Fields[0])],
            Couplings =
            [
                .. lifted.Couplings.Select(pair => pair with
                {
                    FirstOperator = Widened(pair.FirstOperator),
                    SecondOperator = Widened(pair.SecondOperator),
                }),
            ],
            Jumps =
            [
                .. lifted.Jumps.Select(jump => jump with { Operator = Widened(jump.Operator), Argument = [Widened(jump.Argument[0])] }),
            ],
            CollectiveJumps =
            [
                .. lifted.CollectiveJumps.Select(jump => jump with
                {
                    Operators = [Widened(jump.Operators[0])],
                    Argument = [Widened(jump.Argument[0])],
                }),
            ],
            Initial = new LevelProduct([Widened(((LevelProduct)lifted.Initial).States[0])]),
        };
        ExactResult expected = Verified.Solve(two, 12, Times);
        ExactResult actual = Verified.Solve(three, 12, Times);
        Assert.Equal(Verified.Solve(lifted, 12, Times).StateSize, actual.StateSize);
        for (int t = 0; t < Times.Length; t++)
        {
            // p.a, p.b, p.idle, x.a.b, y.a.b, and four coherences with the idle level.
            double[] mean = actual.Moments.Mean[t];
            Assert.Equal(expected.Moments.Mean[t][0], mean[3], Allowed);
            Assert.Equal(expected.Moments.Mean[t][1], mean[4], Allowed);
            Assert.Equal(expected.Moments.Mean[t][2], mean[0] - mean[1], Allowed);
            Assert.All(new[] { 2, 5, 6, 7, 8 }, index => Assert.Equal(0, mean[index]));
            Assert.Equal(expected.Moments.Covariance[t][0, 1], actual.Moments.Covariance[t][3, 4], Allowed);
            Assert.Equal(
                expected.Moments.Covariance[t][0, 2], actual.Moments.Covariance[t][3, 0] - actual.Moments.Covariance[t][3, 1], Allowed);
        }
    }

    /// <summary>
    /// Independent sites keep the averages of a single one, and <c>Sigma_uv = 1/2 &lt;{u, v}&gt; - &lt;u&gt;&lt;v&gt;</c>.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Independent_sites_have_the_moments_of_one(int n) => AssertIndependent(n);

    [Fact]
    [Trait("Speed", "Slow")]
    public void So_have_twenty() => AssertIndependent(20);

    private static void AssertIndependent(int n)
    {
        LocalOperator coherent = LevelModels.Hermitian((0, 1, new Complex(0.4, 0.3)), (1, 2, 0.2));
        LocalOperator start = (Complex)(1 / 3.0) * (LocalOperator.Identity(3) + coherent);
        LevelModel model = LevelModels.OneBlock(
            "independent",
            LevelModels.Hermitian((0, 1, 0.6), (1, 2, new Complex(0.2, 0.4))) + LocalOperator.Diagonal([0.3, 0, -0.2]),
            start,
            LevelModels.Jump(0, 2, new PolynomialRate([0.8]), 0, 0, 0),
            LevelModels.Jump(2, 1, new PolynomialRate([0.6]), 0, 0, 0) with { Operator = LocalOperator.Diagonal([1, -1, 0]) });
        var options = new ExactOptions { Tolerance = 1e-10 };
        ExactResult actual = Verified.Solve(model, n, Times, options);
        MomentSeries one = BruteForceLevels.Solve(model, 1, Times);
        double distance = MomentComparison.Distance(one, actual.Moments);

        // The tolerance in trace norm times 3 N at most.
        Assert.True(distance <= 3 * n * 1.1e-10, $"off by {distance:E2}");
    }

    /// <summary>Without coherences the probabilities of the numbers of sites obey a classical master equation.</summary>
    [Fact]
    public void Populations_obey_the_classical_master_equation()
    {
        const int n = 20;
        LevelModel model = LevelModels.Potts(LevelModels.Drive.None);
        ExactResult actual = Verified.Solve(model, n, Times);
        Assert.Contains("populations only", actual.Method, StringComparison.Ordinal);
        (double[] Mean, double[,] Covariance)[] expected = Classical(model, n, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            for (int a = 0; a < 3; a++)
            {
                Assert.Equal(expected[t].Mean[a], actual.Moments.Mean[t][a], Allowed);
                for (int b = 0; b < 3; b++)
                {
                    Assert.Equal(expected[t].Covariance[a, b], actual.Moments.Covariance[t][a, b], Allowed);
                }
            }
        }
    }

    /// <summary>Every reduction leaves the moments as they are without any.</summary>
    [Theory]
    [InlineData(LevelModels.Drive.None)]
    [InlineData(LevelModels.Drive.OnePair)]
    [InlineData(LevelModels.Drive.Chiral)]
    [InlineData(LevelModels.Drive.Triangle)]
    public void Reductions_change_nothing(LevelModels.Drive drive)
    {
        LevelModel model = LevelModels.Potts(drive);
        MomentSeries reduced = Verified.Moments(model, 6, Times);
        MomentSeries whole = Verified.Moments(model, 6, Times, new ExactOptions { Representation = Representation.Complex });
        MomentComparison.AssertAgree(whole, reduced, Allowed, model.Name);
    }

    /// <summary>Measured with prototypes before there was this code: collective Lambda decay from a diagonal start.</summary>
    [Fact]
    public void Weak_symmetries_cut_collective_decay()
    {
        ExactResult result = Verified.Solve(LevelModels.Lambda(isDriven: false, hasLocalDecay: false), 14, [0.2]);
        Assert.Equal(3432, result.StateSize);
        Assert.Contains("of 319770 occupations", result.Method, StringComparison.Ordinal);
    }

    private static LocalOperator Widened(LocalOperator a) =>
        LocalOperator.Of(3, (row, column) => row < 2 && column < 2 ? a[row, column] : 0);

    // Euler's method would not do: the matrix exponential by a Taylor series in short steps.
    private static (double[] Mean, double[,] Covariance)[] Classical(LevelModel model, int n, double[] times)
    {
        (int A, int B)[] states = [.. from a in Enumerable.Range(0, n + 1) from b in Enumerable.Range(0, n + 1 - a) select (a, b)];
        var index = states.Index().ToDictionary(each => each.Item, each => each.Index);
        double[] p = [.. states.Select(state => Multinomial(n, state.A, state.B))];
        List<(int From, int To, double Rate)> moves = [];
        foreach ((int from, (int a, int b)) in states.Index())
        {
            int[] counts = [a, b, n - a - b];
            foreach (LevelJump jump in model.Jumps)
            {
                int element = Enumerable.Range(0, 9).Single(each => jump.Operator[each / 3, each % 3] != 0);
                (int to, int fro) = (element / 3, element % 3);
                double argument = Enumerable.Range(0, 3).Sum(level => jump.Argument[0][level, level].Real * counts[level] / n);
                double rate = counts[fro] * Math.Pow(jump.Rate.Value(argument), 2);
                int[] after = [.. counts];
                after[fro]--;
                after[to]++;
                if (rate > 0)
                {
                    moves.Add((from, index[(after[0], after[1])], rate));
                }
            }
        }

        var results = new List<(double[], double[,])>();
        double now = 0;
        foreach (double time in times)
        {
            int steps = (int)Math.Ceiling((time - now) * 100);
            for (int step = 0; step < steps; step++)
            {
                p = Taylor(p, moves, (time - now) / steps);
            }

            now = time;
            results.Add(Moments(p, states, n));
        }

        return [.. results];
    }

    private static double[] Taylor(double[] p, List<(int From, int To, double Rate)> moves, double h)
    {
        double[] sum = [.. p];
        double[] term = [.. p];
        for (int k = 1; k < 40; k++)
        {
            double[] next = new double[p.Length];
            foreach ((int from, int to, double rate) in moves)
            {
                next[to] += h / k * rate * term[from];
                next[from] -= h / k * rate * term[from];
            }

            term = next;
            sum = [.. sum.Zip(term, (a, b) => a + b)];
        }

        return sum;
    }

    private static double Multinomial(int n, int a, int b)
    {
        double value = 1;
        for (int k = 1; k <= n; k++)
        {
            value *= k;
            value /= k <= a ? k : k <= a + b ? k - a : k - a - b;
            value *= k <= a ? 0.5 : k <= a + b ? 0.3 : 0.2;
        }

        return value;
    }

    private static (double[] Mean, double[,] Covariance) Moments(double[] p, (int A, int B)[] states, int n)
    {
        int[][] counts = [.. states.Select(state => new[] { state.A, state.B, n - state.A - state.B })];
        double[] mean = [.. Enumerable.Range(0, 3).Select(a => counts.Zip(p, (count, weight) => weight * count[a]).Sum() / n)];
        double[,] covariance = new double[3, 3];
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                double Product(int[] count, double weight) => weight * (count[a] - (n * mean[a])) * (count[b] - (n * mean[b]));
                covariance[a, b] = counts.Zip(p, Product).Sum() / n;
            }
        }

        return (mean, covariance);
    }
}
