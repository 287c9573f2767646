using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Exact.Evolution.Checkpoints;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>Runs in the occupation basis: drives, threads, checkpoints, estimates and refusals.</summary>
public class OccupationRunTests
{
    private static readonly double[] Times = [0.4, 1];

    /// <summary>Steps are certified piece by piece, against the d^N code on each piece.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Steps_agree_piece_by_piece()
    {
        LevelModel model = Driven(new Steps([0, 0.4], [0.3, 1.1]));
        ExactResult actual = Verified.Solve(model, 3, Times);
        MomentSeries first = BruteForceLevels.Solve(model.At(0), 3, 0.4);
        Assert.True(MomentComparison.Distance(
            first.Mean[0], first.Covariance[0], actual.Moments.Mean[0], actual.Moments.Covariance[0]) < 1e-10);
        MomentSeries second = BruteForceLevels.SolveInPieces(3, 1, (model.At(0), 0.4), (model.At(0.5), 1));
        Assert.True(MomentComparison.Distance(
            second.Mean[0], second.Covariance[0], actual.Moments.Mean[1], actual.Moments.Covariance[1]) < 1e-10);
        Assert.Contains("piece by piece", actual.Method, StringComparison.Ordinal);
    }

    /// <summary>A smooth drive of two levels, against sectors.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Smooth_drives_agree_with_sectors()
    {
        CollectiveModel model = TestModels.OneBlock(
            "driven",
            new PauliVector(0.2, 0, 0),
            new PauliVector(0, 0, 0.4),
            TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.7, 0.6), new PauliVector(0, 0, 1)) with { Drive = Wave(0.5) },
            TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.6, -0.5), new PauliVector(0, 0, 1))) with
        {
            DrivenFields = [new DrivenField(0, PauliAxis.X, Wave(0.3))],
            CollectiveJumps = [CollectiveModels.Decay(TestModels.Constant(0.8), PauliVector.Zero) with { Drive = Wave(0.4) }],
        };
        var options = new ExactOptions { Tolerance = 1e-10 };
        MomentSeries expected = Verified.Moments(model, 8, Times, options);
        ExactResult actual = Verified.Solve(LevelModel.From(model), 8, Times, options);

        // The tolerances of both, in trace norm, times 3 N.
        MomentComparison.AssertAgree(expected, actual.Moments, 3 * 8 * 2.2e-10, "driven");
        Assert.Contains("Magnus", actual.Method, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        LevelModel model = LevelModels.Potts(LevelModels.Drive.Chiral);
        ExactResult one = Verified.Solve(model, 10, Times, new ExactOptions { Threads = 1 });
        ExactResult three = Verified.Solve(model, 10, Times, new ExactOptions { Threads = 3 });
        Assert.Equal(one.Moments.Mean[1], three.Moments.Mean[1]);
        Assert.Equal(one.Moments.Covariance[1].Cast<double>(), three.Moments.Covariance[1].Cast<double>());
        Assert.Equal(one.Checks[1].Error, three.Checks[1].Error);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void A_run_resumes_from_its_checkpoint()
    {
        string folder = Directory.CreateTempSubdirectory("occupation").FullName;
        try
        {
            LevelModel model = LevelModels.Lambda(isDriven: true, hasLocalDecay: true);
            double[] times = [0.5, 2, 6];
            ExactResult whole = Verified.Solve(model, 5, times);
            var settings = new Checkpointing { Path = Path.Combine(folder, "run"), Identity = "occupation", Every = TimeSpan.Zero };
            var options = new ExactOptions { Checkpointing = settings };
            using var counter = new StepCounter((int)whole.Steps / 2);
            Assert.Throws<OperationCanceledException>(() => ExactSolver.Solve(model, 5, times, options, counter, counter.Token));
            Assert.True(File.Exists(settings.Path));
            ExactResult resumed = Verified.Solve(model, 5, times, options);
            Assert.Equal(whole.Moments.Mean[2], resumed.Moments.Mean[2]);
            Assert.Equal(whole.Steps, resumed.Steps);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_plan_knows_the_size_of_the_state()
    {
        foreach (LevelModels.Drive drive in Enum.GetValues<LevelModels.Drive>())
        {
            LevelModel model = LevelModels.Potts(drive);
            Assert.Equal(ExactSolver.Plan(model, 6, Times).Full.StateSize, Verified.Solve(model, 6, Times).StateSize);
        }

        Assert.Equal(24_476_940, ExactSolver.Plan(LevelModels.Potts(LevelModels.Drive.Chiral), 30, Times).Full.StateSize);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void What_does_not_fit_is_refused_before_it_starts()
    {
        LevelModel model = LevelModels.Potts(LevelModels.Drive.Chiral);
        var options = new ExactOptions { MemoryLimit = 100_000_000 };
        string message = Refusal(model, 24, Times, options);
        Assert.Contains("n is 24: the density matrix of model 'Potts'", message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void What_the_basis_cannot_do_is_refused()
    {
        LevelModel model = LevelModels.Potts(LevelModels.Drive.OnePair);
        Assert.Contains(
            "which has no window", Refusal(model, 4, Times, new() { Method = SolutionMethod.Window }), StringComparison.Ordinal);
        Assert.Contains(
            "means and covariances only", Refusal(model, 4, Times, new() { Functions = [new Purity()] }), StringComparison.Ordinal);
        Assert.Contains("reaches finite times only", Refusal(model, 4, [double.PositiveInfinity], new()), StringComparison.Ordinal);
        Assert.Contains(
            "allow Real", Refusal(model, 4, Times, new() { Representation = Representation.Populations }), StringComparison.Ordinal);
    }

    /// <summary>
    /// Of a coherent pure start the bound of the trace norm grows with n: what is left for rounding is said before the run.
    /// </summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void A_tolerance_below_rounding_is_refused()
    {
        LevelModel model = LevelModels.Potts(LevelModels.Drive.Chiral) with
        {
            Initial = new LevelProduct([(System.Numerics.Complex)(1 / 3.0) * LocalOperator.Of(3, (_, _) => 1)]),
        };
        Assert.Contains("tolerance is 1e-13", Refusal(model, 12, Times, new() { Tolerance = 1e-13 }), StringComparison.Ordinal);
        Verified.Solve(model, 6, Times, new ExactOptions { Tolerance = 1e-9 });
    }

    private static string Refusal(LevelModel model, int n, double[] times, ExactOptions options) =>
        Assert.Throws<InputException>(() => ExactSolver.Solve(model, n, times, options)).Message;

    private static LevelModel Driven(TimeFunction drive)
    {
        LevelModel model = LevelModels.Potts(LevelModels.Drive.OnePair);
        return model with
        {
            DrivenFields = [new LevelField(0, LevelModels.Hermitian((1, 2, 0.5)), drive)],
            Jumps = model.Jumps.SetItem(0, model.Jumps[0] with { Drive = drive }),
            CollectiveJumps =
            [
                new([LocalOperator.Unit(3, 0, 2)], new PolynomialRate([0.8]), [LocalOperator.Zero(3)]) { Drive = drive },
            ],
        };
    }

    // 1 + size sin(3 t).
    private static FormulaOfTime Wave(double size) => new(Formula.Combine(
        FormulaOperator.Add,
        Formula.Constant(1),
        Formula.Combine(
            FormulaOperator.Multiply,
            Formula.Constant(size),
            Formula.Apply(
                FormulaFunction.All["sin"],
                Formula.Combine(FormulaOperator.Multiply, Formula.Constant(3), Formula.Variable(FormulaOfTime.Time))))));
}
