using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>Numbers at t = 1 from an independent program that works in the occupation basis, to all the digits that it gave.</summary>
[Trait("Kind", "Regression")]
public sealed class TwoTimeReferenceTests
{
    // Half a unit of the last digit, and the error of either program.
    private const double Digits = 2e-12;

    private static readonly double[] Times = [1];

    [Theory]
    [InlineData("T0.5", 4, 0.613322541164, -0.263637927171)]
    [InlineData("T0.5", 16, 0.593647750872, -0.232685299907)]
    [InlineData("T2", 4, 0.589306652772, -0.151055778992)]
    [InlineData("T2", 16, 0.564171916806, -0.132356801452)]
    [InlineData("moving", 4, 0.514178196704, -0.119489350321)]
    [InlineData("moving", 16, 0.475754523492, -0.113245049899)]
    public void Weyl_operators_at_finite_n(string name, int n, double re, double im)
    {
        WeylSeries actual = WeylSolver.Solve(TwoTimeModels.All[name], n, Times, TwoTimeModels.General);
        Assert.InRange((actual.Values[0] - new Complex(re, im)).Magnitude, 0, Digits + actual.Errors[0]);
    }

    [Theory]
    [InlineData("T0.5", "full", 0.624647595130, -0.194899240735)]
    [InlineData("T0.5", "printed", 0.631808078410, -0.193050777980)]
    [InlineData("T2", "full", 0.542861281688, -0.121517575307)]
    [InlineData("T2", "printed", 0.538920958480, -0.116214561999)]
    [InlineData("moving", "full", 0.458139587772, -0.120852918348)]
    [InlineData("moving", "printed", 0.463681577259, -0.122072431955)]
    public void Weyl_operators_in_the_limit(string name, string drift, double re, double im)
    {
        CollectiveModel model = TwoTimeModels.All[name];
        WeylSeries limit = LimitCorrelations.Weyl(model, LimitTheory.Solve(model, Times, DriftNames.Drift(drift)), TwoTimeModels.General);
        Assert.InRange((limit.Values[0] - new Complex(re, im)).Magnitude, 0, Digits);
        Assert.Equal(limit.Values, limit.Even);
    }

    [Theory]
    [InlineData("T0.5", 0.139904586350, 0)]
    [InlineData("T2", 0.406675172997, 0.069189656372)]
    [InlineData("moving", 0.288673192912, 0.041870163118)]
    public void Two_time_functions_at_four_spins(string name, double re, double im)
    {
        TwoTimeSeries actual = TwoTimeSolver.Solve(TwoTimeModels.All[name], 4, Times);
        Assert.InRange((actual.Values[0][2, 2] - new Complex(re, im)).Magnitude, 0, Digits + actual.Errors[0]);
    }
}
