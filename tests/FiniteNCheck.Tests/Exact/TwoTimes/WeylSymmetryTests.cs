using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>What holds for every Weyl triple, whatever the model.</summary>
public sealed class WeylSymmetryTests
{
    // Errors of two runs, of some 1e-12 each.
    private const double Allowed = 1e-10;

    private static readonly double[] Times = [0, 0.4, 1.5];

    private static WeylTriple Minus(WeylTriple triple) =>
        new([.. triple.Left.Select(x => -x)], [.. triple.Inner.Select(x => -x)], [.. triple.Right.Select(x => -x)]);

    private static Complex[] Solve(CollectiveModel model, int n, WeylTriple triple) =>
        [.. WeylSolver.Solve(model, n, Times, triple).Values];

    [Theory]
    [Trait("Kind", "Invariant")]
    [InlineData("T2")]
    [InlineData("moving")]
    public void All_signs_changed_is_the_complex_conjugate_with_the_outer_operators_exchanged(string name)
    {
        CollectiveModel model = TwoTimeModels.All[name];
        Complex[] minus = Solve(model, 7, Minus(TwoTimeModels.General));
        Complex[] exchanged = Solve(model, 7, TwoTimeModels.General.Exchanged);
        Assert.All(minus.Zip(exchanged), pair => Assert.InRange((pair.First - Complex.Conjugate(pair.Second)).Magnitude, 0, Allowed));

        // The even part is that of both, and G itself is not even.
        WeylSeries plus = WeylSolver.Solve(model, 7, Times, TwoTimeModels.General);
        for (int t = 0; t < Times.Length; t++)
        {
            Assert.InRange((((plus.Values[t] + minus[t]) / 2) - plus.Even[t]).Magnitude, 0, Allowed);
            Assert.InRange((plus.Values[t] - plus.Even[t]).Magnitude, 1e-3, 1);
            Assert.InRange(plus.Values[t].Magnitude, 0, 1);
        }
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void Without_an_inner_operator_it_does_not_depend_on_time()
    {
        Complex[] values = Solve(TwoTimeModels.Moving, 8, TwoTimeModels.General with { Inner = [0, 0, 0] });
        Assert.All(values, value => Assert.InRange((value - values[0]).Magnitude, 0, Allowed));
        Assert.InRange(values[0].Magnitude, 0.1, 0.99);
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void Without_outer_operators_it_is_the_characteristic_function()
    {
        CollectiveModel model = TwoTimeModels.Moving;
        ImmutableArray<double> r = TwoTimeModels.General.Inner;
        Complex[] values = Solve(model, 9, new WeylTriple([0, 0, 0], r, [0, 0, 0]));
        var expected = CharacteristicFunction.Solve(model, 9, Times, [[new PauliVector(r[0], r[1], r[2])]]);
        Assert.All(values.Zip(expected.Values), pair => Assert.InRange((pair.First - pair.Second[0]).Magnitude, 0, Allowed));
    }

    /// <summary>At t = 0 all spins are independent: G is the Nth power of a product of 2x2 matrices, at any N.</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void At_time_zero_it_is_a_power_of_that_of_one_spin()
    {
        foreach (CollectiveModel model in TwoTimeModels.All.Values)
        {
            foreach (int n in new[] { 1, 4, 33 })
            {
                Complex expected = AtTimeZero(model, n, TwoTimeModels.General);
                Complex actual = WeylSolver.Solve(model, n, [0], TwoTimeModels.General).Values[0];
                Assert.InRange((actual - expected).Magnitude, 0, Allowed);
            }
        }
    }

    /// <summary>
    /// Definition 4 at t = 0, (5) and (6): the distances from the limit times <c>sqrt(N)</c>, and of the even part times N, settle on
    /// numbers. Those of 100,000 spins are 0.112 and 0.144, 0.1975 and 0.0922.
    /// </summary>
    [Theory]
    [Trait("Kind", "Convergence")]
    [InlineData("T0.5", 0.112, 0.1975)]
    [InlineData("T2", 0.144, 0.0922)]
    public void At_time_zero_it_approaches_the_limit(string name, double byRoot, double byN)
    {
        const int N = 100_000;
        CollectiveModel model = TwoTimeModels.All[name];
        TheoryResult limit = LimitTheory.Solve(model, [0], Drift.Full);
        Complex expected = LimitCorrelations.Weyl(model, limit, TwoTimeModels.General).Values[0];
        Complex value = AtTimeZero(model, N, TwoTimeModels.General);
        Complex even = (value + AtTimeZero(model, N, Minus(TwoTimeModels.General))) / 2;

        // To the digits quoted; the next order is smaller by N^(-1/2).
        Assert.InRange((value - expected).Magnitude * Math.Sqrt(N), byRoot - 0.001, byRoot + 0.001);
        Assert.InRange((even - expected).Magnitude * N, byN - 0.0005, byN + 0.0005);
    }

    /// <summary><c>[tr(rho w(r1) w(r) w(r2))]^N</c> with <c>w(q) = exp(i q.(sigma - m)/sqrt(N))</c>.</summary>
    private static Complex AtTimeZero(CollectiveModel model, int n, WeylTriple triple)
    {
        PauliVector m = ((ProductState)model.Initial).Bloch[0];
        var rho = new SpinOperator((1 + m.Z) / 2, new Complex(m.X, -m.Y) / 2, new Complex(m.X, m.Y) / 2, (1 - m.Z) / 2);
        SpinOperator product = rho * Weyl(triple.Left) * Weyl(triple.Inner) * Weyl(triple.Right);
        return Complex.Exp(n * Complex.Log(product.UpUp + product.DownDown));

        SpinOperator Weyl(ImmutableArray<double> q)
        {
            PauliVector v = 1 / Math.Sqrt(n) * new PauliVector(q[0], q[1], q[2]);
            Complex phase = Complex.FromPolarCoordinates(1, -v.Dot(m));
            double cosine = Math.Cos(v.Norm);
            Complex sine = new(0, v.Norm == 0 ? 1 : Math.Sin(v.Norm) / v.Norm);
            return new SpinOperator(
                phase * (cosine + (sine * v.Z)),
                phase * sine * new Complex(v.X, -v.Y),
                phase * sine * new Complex(v.X, v.Y),
                phase * (cosine - (sine * v.Z)));
        }
    }
}
