using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using Xunit;

namespace FiniteNCheck.Tests.Theory;

/// <summary>The limit of models that depend on time, and the starts that have none.</summary>
public class DrivenLimitTests
{
    private static readonly double[] Times = [0.5, 1.2];

    /// <summary>A drive that is constant, written as a formula of time or as steps, gives what the constant gives.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Kind", "Invariant")]
    public void A_constant_drive_changes_nothing(bool isStepwise)
    {
        TimeFunction Constant(double value) => isStepwise
            ? new Steps([0, 0.7], [value, value])
            : new FormulaOfTime(FormulaParser.Parse(FormattableString.Invariant($"{value} + 0*t"), [FormulaOfTime.Time]));
        CollectiveModel model = TestModels.TiltedAxis() with
        {
            CollectiveJumps = [CollectiveModels.Decay(TestModels.Constant(0.6), PauliVector.Zero)],
        };
        CollectiveModel driven = model with
        {
            CollectiveJumps = [model.CollectiveJumps[0] with { Rate = TestModels.Constant(1), Drive = Constant(0.6) }],
            Fields = [new(model.Fields[0].X, 0, model.Fields[0].Z)],
            DrivenFields = [new DrivenField(0, PauliAxis.Y, Constant(model.Fields[0].Y))],
            Couplings = [model.Couplings[0] with { Strength = 1, Drive = Constant(model.Couplings[0].Strength) }, model.Couplings[1]],
            Jumps = [model.Jumps[0] with { Drive = Constant(1) }, model.Jumps[1]],
        };
        MomentSeries expected = LimitTheory.Solve(model, Times, Drift.Full).Moments;
        MomentComparison.AssertAgree(expected, LimitTheory.Solve(driven, Times, Drift.Full).Moments, 1e-11, "limit");
        CorrectionResult corrections = CorrectionTheory.Solve(model, Times);
        CorrectionResult ofDriven = CorrectionTheory.Solve(driven, Times);
        Assert.All(
            corrections.MeanCorrection.SelectMany(m => m).Zip(ofDriven.MeanCorrection.SelectMany(m => m)),
            pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    /// <summary>Spins in a field along z that depends on time turn by twice its integral.</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_field_turns_averages_by_its_integral()
    {
        CollectiveModel model = TestModels.OneBlock("turn", PauliVector.Zero, new PauliVector(1, 0, 0)) with
        {
            DrivenFields =
            [
                new DrivenField(0, PauliAxis.Z, new FormulaOfTime(FormulaParser.Parse("0.8 + 0.3*sin(5*t)", [FormulaOfTime.Time]))),
            ],
        };
        TheoryResult limit = LimitTheory.Solve(model, Times, Drift.Full);
        for (int t = 0; t < Times.Length; t++)
        {
            double angle = 2 * ((0.8 * Times[t]) + (0.3 * (1 - Math.Cos(5 * Times[t])) / 5));
            Assert.Equal(Math.Cos(angle), limit.Moments.Mean[t][0], 1e-11);
            Assert.Equal(Math.Pow(Math.Sin(angle), 2), limit.Moments.Covariance[t][0, 0], 1e-11);
        }

        Assert.Equal("the model depends on time", limit.Reason);
    }

    public static TheoryData<string> Starts => ["mixture of 2", "superposition of 2", "Dicke state off the poles"];

    [Theory]
    [MemberData(nameof(Starts))]
    [Trait("Kind", "Unit")]
    public void A_start_that_does_not_cluster_has_no_limit_but_a_reason(string kind)
    {
        InitialState start = kind[0] switch
        {
            'm' => new Mixture([new(0.5, [new(0, 0, 1)]), new(0.5, [new(0, 0, -1)])]),
            's' => Superposition.Ghz(1),
            _ => new DickeState([Formula.Constant(1)]),
        };
        CollectiveModel model = TestModels.TiltedAxis() with { Initial = start };
        Action[] all = [() => LimitTheory.Solve(model, Times, Drift.Full), () => CorrectionTheory.Solve(model, Times)];
        foreach (Action solve in all)
        {
            InputException error = Assert.Throws<InputException>(solve);
            Assert.Contains(kind, error.Message, StringComparison.Ordinal);
            Assert.Contains("premise of Theorem 1", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_Dicke_state_at_its_pole_and_a_mixture_of_one_are_products()
    {
        CollectiveModel model = TestModels.TiltedAxis();
        MomentSeries up = LimitTheory.Solve(model.StartingFrom([new(0, 0, 1)]), Times, Drift.Full).Moments;
        foreach (InitialState start in new InitialState[]
        {
            new DickeState([Formula.Variable("n")]), new Mixture([new(1, [new(0, 0, 1)])]),
        })
        {
            MomentComparison.AssertAgree(
                up, LimitTheory.Solve(model with { Initial = start }, Times, Drift.Full).Moments, 0, "product");
        }
    }
}
