using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Collective;

/// <summary>Pure symmetric starts without jumps of single spins, against the tests' own (N+1)^2 code.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class SymmetricSectorTests(ITestOutputHelper output)
{
    /// <summary>Rounding of some hundred steps on either side; a covariance has a factor N.</summary>
    private const double Tolerance = 1e-11;

    private static readonly PauliVector Pole = new(0, 0, 1);
    private static readonly PauliVector Tilted = new(0.48, 0.64, 0.6);

    private static Dictionary<string, (CollectiveModel Model, PauliVector Start)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["time crystal"] = (CollectiveModels.DrivenDecay(0.6, Pole), Pole),
        ["stationary phase"] = (CollectiveModels.DrivenDecay(0.15, Tilted), Tilted),
        ["superradiance"] = (CollectiveModels.DrivenDecay(0, Pole), Pole),
        ["every term"] = (EveryTerm(), Tilted),
    };

    public static TheoryData<string, int> Names
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in Cases.Keys)
            {
                data.Add(name, 12);
                data.Add(name, 100);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Moments_agree(string name, int n)
    {
        (CollectiveModel model, PauliVector start) = Cases[name];
        double time = n == 100 ? 0.4 : 2;
        (double[] mean, double[,] covariance) = new SymmetricSector(model, n).Solve(start, time);
        ExactResult found = Verified.Solve(model, n, [time], new ExactOptions { Tolerance = 1e-13 });
        double distance = MomentComparison.Distance(mean, covariance, found.Moments.Mean[0], found.Moments.Covariance[0]);
        output.WriteLine($"{distance:E2}, {found.StateSize} numbers, {found.Method}");
        Assert.InRange(distance, 0, Tolerance);

        // J = N/2 alone is held: half of (N+1)^2 elements, or the diagonal.
        Assert.InRange(found.StateSize, 1, (n + 1) * (n + 2));
        Assert.Contains($"conserved J.all = {n / 2}", found.Method, StringComparison.Ordinal);
        SectorComponent component = Assert.Single(found.Components);
        Assert.Equal(1, component.Weight, 1e-10);

        // Mutation: a rate off by 1e-9 is seen.
        CollectiveModel mutant = CollectiveModels.WithCollective(model, 0, jump => jump with
        {
            Operators = [(1 + 1e-9) * jump.Operators[0]],
        });
        (double[] otherMean, double[,] otherCovariance) = new SymmetricSector(mutant, n).Solve(start, time);
        double other = MomentComparison.Distance(otherMean, otherCovariance, found.Moments.Mean[0], found.Moments.Covariance[0]);
        Assert.True(other > Tolerance, $"{other}");
    }

    /// <summary>The same run with every J held gives the same numbers: what is left out is zero.</summary>
    [Fact]
    public void Sectors_that_are_not_reached_stay_empty()
    {
        CollectiveModel model = CollectiveModels.DrivenDecay(0.6, Tilted);
        CollectiveModel all = model with
        {
            // A jump that does nothing: J counts as changed, and every sector is held.
            Jumps = [TestModels.Channel(SpinOperator.Lower, TestModels.Constant(0), PauliVector.Zero)],
        };
        ExactResult few = Verified.Solve(model, 30, [1]);
        ExactResult many = Verified.Solve(all, 30, [1]);
        Assert.True(many.StateSize > 5 * few.StateSize);
        MomentComparison.AssertAgree(many.Moments, few.Moments, Tolerance, "reached sectors");
    }

    [Theory]
    [InlineData(Representation.Real)]
    [InlineData(Representation.Complex)]
    public void Every_representation_gives_the_same(Representation representation)
    {
        CollectiveModel model = CollectiveModels.DrivenDecay(0, Pole);
        MomentSeries populations = Verified.Moments(model, 40, [1]);
        MomentComparison.AssertAgree(
            populations,
            Verified.Moments(model, 40, [1], new ExactOptions { Representation = representation }),
            Tolerance,
            $"{representation}");
    }

    [Theory]
    [InlineData(0.15, 1e-6)]
    [InlineData(0.6, 1e-6)]
    [InlineData(0.6, 1e-9)]
    public void A_window_differs_by_less_than_its_bound(double omega, double tolerance)
    {
        CollectiveModel model = CollectiveModels.DrivenDecay(omega, new PauliVector(0.3, 0, 0.8));
        ExactResult full = Verified.Solve(model, 60, [1], new ExactOptions { Method = SolutionMethod.Full });
        ExactResult window = Verified.Solve(model, 60, [1], new ExactOptions { Method = SolutionMethod.Window, Tolerance = tolerance });
        double bound = window.Checks[0].Error;
        double distance = full.Moments.Mean[0].Zip(window.Moments.Mean[0], (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"{distance:E2}, bound {bound:E2}, {window.Method}");
        Assert.InRange(bound, 0, tolerance);
        Assert.InRange(distance, 0, bound);
    }

    private static CollectiveModel EveryTerm() => TestModels.OneBlock("every term", new PauliVector(0.3, -0.2, 0.4), Tilted) with
    {
        Couplings = [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.3), new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, -0.2)],
        CollectiveJumps =
        [
            new(
                [new SpinOperator(0.2, new Complex(0.3, 0.1), new Complex(0.5, -0.4), -0.1)],
                new ExponentialRate(0.7, 0.5),
                [PauliVector.Along(PauliAxis.Z)]),
            new([SpinOperator.Pauli(PauliAxis.Z)], new PolynomialRate([0.2, 0.3]), [PauliVector.Along(PauliAxis.Z)]),
        ],
    };
}
