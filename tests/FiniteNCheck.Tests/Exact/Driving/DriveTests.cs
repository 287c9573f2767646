using FiniteNCheck.Exact;
using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Driving;

/// <summary>Ramps, periodic drives and quenches: closed forms, the order of the method, and what is noticed.</summary>
public class DriveTests(ITestOutputHelper output)
{
    private static readonly double[] Times = [0.5, 1];

    private static readonly CollectiveModel Base = TestModels.TiltedAxis();

    internal static FormulaOfTime Formula(string text) => new(FormulaParser.Parse(text, [FormulaOfTime.Time]));

    /// <summary>Spins in a field along z that depends on time turn by twice its integral: here 2 (0.8 t + 0.3 (1 - cos 5t)/5).</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_field_turns_spins_by_its_integral()
    {
        CollectiveModel model = TestModels.OneBlock("turn", PauliVector.Zero, new PauliVector(1, 0, 0)) with
        {
            DrivenFields = [new DrivenField(0, PauliAxis.Z, Formula("0.8 + 0.3*sin(5*t)"))],
        };
        ExactResult result = Verified.Solve(model, 20, Times, new ExactOptions { Tolerance = 1e-10 });
        for (int t = 0; t < Times.Length; t++)
        {
            double angle = 2 * ((0.8 * Times[t]) + (0.3 * (1 - Math.Cos(5 * Times[t])) / 5));
            Assert.Equal(Math.Cos(angle), result.Moments.Mean[t][0], 1e-10);
            Assert.Equal(Math.Sin(angle), result.Moments.Mean[t][1], 1e-10);
        }
    }

    /// <summary>A rate that depends on time empties spins by the integral of its square: (0.5 + t)^2.</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_rate_acts_by_the_integral_of_its_square()
    {
        CollectiveModel model = TestModels.OneBlock(
            "decay",
            PauliVector.Zero,
            new PauliVector(0, 0, 1),
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(1), PauliVector.Zero) with { Drive = Formula("0.5 + t") });
        ExactResult result = Verified.Solve(model, 20, Times, new ExactOptions { Tolerance = 1e-10 });
        for (int t = 0; t < Times.Length; t++)
        {
            double done = (Math.Pow(0.5 + Times[t], 3) - Math.Pow(0.5, 3)) / 3;
            Assert.Equal((2 * Math.Exp(-done)) - 1, result.Moments.Mean[t][2], 1e-10);
        }
    }

    /// <summary>Collective dephasing, L = n^(-1/2) f sum sigma_z with f = 0.5 + t: x falls like exp(-(2/n) int f^2).</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_collective_rate_acts_by_the_integral_of_its_square()
    {
        CollectiveModel model = TestModels.OneBlock("dephasing", PauliVector.Zero, new PauliVector(1, 0, 0)) with
        {
            CollectiveJumps =
            [
                new([SpinOperator.Pauli(PauliAxis.Z)], TestModels.Constant(1), [PauliVector.Zero]) { Drive = Formula("0.5 + t") },
            ],
        };
        const int n = 20;
        ExactResult result = Verified.Solve(model, n, Times, new ExactOptions { Tolerance = 1e-10 });
        for (int t = 0; t < Times.Length; t++)
        {
            double done = (Math.Pow(0.5 + Times[t], 3) - Math.Pow(0.5, 3)) / 3;
            Assert.Equal(Math.Exp(-2 * done / n), result.Moments.Mean[t][0], 1e-9);
        }
    }

    [Theory]
    [InlineData("ramp", "0.2 + 0.8*t")]
    [InlineData("periodic", "0.5*(1 + 0.3*sin(6*t))")]
    [Trait("Kind", "CrossCheck")]
    public void A_smooth_drive_agrees_with_the_full_space(string name, string formula)
    {
        CollectiveModel model = Driven(Formula(formula));
        MomentSeries expected = BruteForceDrives.Solve(model, 2, Times);
        ExactResult actual = Verified.Solve(model, 2, Times, new ExactOptions { Tolerance = 1e-10 });
        output.WriteLine($"{name}: {MomentComparison.Distance(expected, actual.Moments):E2}, error bound {actual.Checks[^1].Error:E2}");
        MomentComparison.AssertAgree(expected, actual.Moments, 1e-8, name);
        Assert.Contains("estimated by halving", actual.Method, StringComparison.Ordinal);
    }

    /// <summary>A quench is two constant pieces: certified, and equal to two runs of the 2^N code one after the other.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_quench_is_certified()
    {
        CollectiveModel model = Driven(new Steps([0, 0.4], [0.2, 1.1]));
        CollectiveModel before = model.At(0);
        CollectiveModel after = model.At(0.4);
        var equation = new MasterEquation(before, 3);
        DenseMatrix quenched = BruteForce.Evolve(
            equation, equation.Space.Product(((ProductState)model.Initial).Bloch), 0.4)[0];
        DenseMatrix late = BruteForce.Evolve(new MasterEquation(after, 3), quenched, 0.6)[0];
        (double[] mean, double[,] covariance) = BruteForce.Moments(equation.Space, late);
        ExactResult actual = Verified.Solve(model, 3, [1]);
        double distance = MomentComparison.Distance(mean, covariance, actual.Moments.Mean[0], actual.Moments.Covariance[0]);
        Assert.InRange(distance, 0, MomentComparison.CrossCheck);
        Assert.InRange(actual.Checks[0].Error, 0, 2e-12);
        Assert.DoesNotContain("estimated", actual.Method, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5*(1 + 0.3*sin(6*t))", "0.5*(1 + 0.300001*sin(6*t))")]
    [InlineData("0.5*(1 + 0.3*sin(6*t))", "0.5*(1 + 0.3*sin(6.00001*t))")]
    [Trait("Kind", "Mutation")]
    public void A_changed_drive_is_noticed(string formula, string changed) => MomentComparison.AssertDiffer(
        BruteForceDrives.Solve(Driven(Formula(formula)), 2, Times),
        Verified.Moments(Driven(Formula(changed)), 2, Times, new ExactOptions { Tolerance = 1e-10 }),
        1e-8,
        changed);

    /// <summary>The applications of a run, which its time is proportional to.</summary>
    [Theory]
    [InlineData("0.5*(1 + 0.3*sin(6*t))", 1e-8, 20)]
    [InlineData("0.2 + 0.8*t", 1e-10, 8)]
    [Trait("Kind", "Regression")]
    public void An_estimate_holds_within_a_factor_of_four(string formula, double tolerance, int n)
    {
        CollectiveModel model = TestModels.OneBlock(
            "driven",
            PauliVector.Zero,
            new PauliVector(0.6, 0, 0.8),
            TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.5, 0.4), new PauliVector(0, 0, 1))) with
        {
            DrivenFields = [new DrivenField(0, PauliAxis.X, Formula(formula))],
        };
        ExactPlan plan = ExactSolver.Plan(model, n, [1], new ExactOptions { Tolerance = tolerance });
        FiniteNCheck.Exact.Evolution.StateEvolution evolution = plan.Start(CancellationToken.None);
        while (evolution.Time < 1)
        {
            evolution.StepTowards(1, CancellationToken.None);
        }

        output.WriteLine($"{plan.Full.Applications:F0} estimated, {evolution.Applications} taken, {plan.Full.Seconds:F2} s estimated");
        Assert.InRange(evolution.Applications / plan.Full.Applications, 0.25, 4);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_drive_that_is_no_number_somewhere_is_refused_before_the_run()
    {
        CollectiveModel model = Driven(Formula("1/(t - 0.5)"));
        InputException error = Assert.Throws<InputException>(() => Verified.Solve(model, 2, [1]));
        Assert.Contains("t = 0.5", error.Message, StringComparison.Ordinal);
    }

    internal static CollectiveModel Driven(TimeFunction drive) => Base with
    {
        DrivenFields = [new DrivenField(0, PauliAxis.X, drive)],
        Couplings = [Base.Couplings[0] with { Drive = drive }, Base.Couplings[1]],
        Jumps = [Base.Jumps[0] with { Drive = drive }, Base.Jumps[1]],
        CollectiveJumps = [CollectiveModels.Decay(TestModels.Constant(0.6), PauliVector.Zero) with { Drive = drive }],
    };
}
