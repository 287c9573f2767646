using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Readings;

/// <summary>The comparison with the 2^N code must be able to fail: a doctored definition of a function is noticed.</summary>
[Trait("Kind", "Mutation")]
public sealed class FunctionMutationTests
{
    private const double Time = 0.5;

    private const int N = 2;

    private static readonly CollectiveModel Model = NamedCases.All["three blocks of different sizes"].Model;

    private static readonly string First = Model.Blocks[0].Name;

    private static readonly string Second = Model.Blocks[2].Name;

    private static readonly MasterEquation Equation = new(Model, N);

    private static readonly DenseMatrix Rho = BruteForce.Evolve(Equation, Model, Time)[0];

    private static readonly BruteForceFunctions Oracle = new(Model, Equation.Space);

    private static readonly Cumulant Third = new([Model.ObservableNames[6], Model.ObservableNames[6], Model.ObservableNames[7]]);

    private static readonly Cumulant Fourth = new([.. Enumerable.Repeat(Model.ObservableNames[8], 4)]);

    private static readonly LogarithmicNegativity Negativity = new(First, Second);

    private static readonly Probability Average = new(Model.ObservableNames[7], 1);

    /// <summary>A function, and what a doctored definition of it says.</summary>
    private static Dictionary<string, (StateFunction Function, Func<double> Doctored)> Doctored { get; } = new(StringComparer.Ordinal)
    {
        ["a cumulant with factors in one order"] = (Third, () => Oracle.JointCumulant([6, 6, 7], Rho) - Symmetrised() + OneOrder()),
        ["a moment for a cumulant"] = (Third, Symmetrised),
        ["a cumulant scaled by N"] = (Third, () => Oracle.Value(Third, Rho) / Math.Sqrt(Equation.Space.Spins[2])),
        ["the cumulant of another observable"] = (Third, () => Oracle.JointCumulant([7, 7, 6], Rho)),
        ["a fourth cumulant without products of pairs"] = (
            Fourth, () => Oracle.Value(Fourth, Rho) + (3 * Math.Pow(Oracle.JointCumulant([8, 8], Rho), 2))),
        ["a purity without multiplicity"] = (new Purity(), () => Math.Pow(Rho.FrobeniusNorm(), 2) + CopiesInPurity()),
        ["an entropy without multiplicity"] = (new Entropy(), () => Oracle.Value(new Entropy(), Rho) - LogCopies()),
        ["an entropy in bits"] = (new Entropy(), () => Oracle.Value(new Entropy(), Rho) / Math.Log(2)),
        ["a negativity in bits"] = (Negativity, () => Oracle.Value(Negativity, Rho) / Math.Log(2)),
        ["a negativity of other blocks"] = (
            Negativity, () => Oracle.Value(new LogarithmicNegativity(First, Model.Blocks[1].Name), Rho)),
        ["the probability of another value"] = (Average, () => Oracle.Value(Average with { Value = -Average.Value }, Rho)),
        ["the probability of another axis"] = (Average, () => Oracle.Value(Average with { Observable = Model.ObservableNames[6] }, Rho)),
    };

    public static TheoryData<string> Names => [.. Doctored.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_doctored_definition_is_noticed(string name)
    {
        (StateFunction function, Func<double> doctored) = Doctored[name];
        double actual = Read(function);
        Assert.InRange(Math.Abs(actual - Oracle.Value(function, Rho)), 0, MomentComparison.CrossCheck);
        Assert.True(Math.Abs(actual - doctored()) > 100 * MomentComparison.CrossCheck, $"{actual:R} either way");
    }

    private static double Read(StateFunction function) =>
        Verified.Solve(Model, N, [Time], new ExactOptions { Functions = [function] }).Functions[0].Values[0];

    private static double Symmetrised() => Moment([6, 6, 7], [6, 7, 6], [7, 6, 6]);

    private static double OneOrder() => Moment([6, 7, 6]);

    private static double Moment(params int[][] orders)
    {
        double spins = Equation.Space.Spins[2];
        return orders.Average(order => order
            .Aggregate(Rho, (product, a) => new SparseMatrix(Equation.Space.Total(a / 3, (PauliAxis)(a % 3))).Times(product))
            .Trace().Real) / Math.Pow(spins, 1.5);
    }

    // The spin 1/2 of the three spins of the last block occurs twice. Its part of rho has half the norm of what stands in one sector.
    private static double CopiesInPurity()
    {
        var doublet = new SparseMatrix(Doublet());
        return Math.Pow(doublet.Times(doublet.Times(Rho).Adjoint()).FrobeniusNorm(), 2);
    }

    private static double LogCopies() => Math.Log(2) * new SparseMatrix(Doublet()).TraceWith(Rho).Real;

    // The projector: S^2 is 3 there and 15 for spin 3/2.
    private static DenseMatrix Doublet()
    {
        var square = new DenseMatrix(Equation.Space.Dimension);
        foreach (PauliAxis axis in Enum.GetValues<PauliAxis>())
        {
            DenseMatrix total = Equation.Space.Total(2, axis);
            square.Add(1, DenseMatrix.Multiply(total, total));
        }

        return SpinSpace.Function(square, x => Math.Abs(x - 3) < 1e-6 ? 1 : 0);
    }
}
