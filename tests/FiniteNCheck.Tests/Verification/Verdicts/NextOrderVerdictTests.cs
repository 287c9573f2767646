using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Tests.Theory.Corrections;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Verdicts;

/// <summary>Predictions to next order: the right coefficients are confirmed, wrong ones with the right limit refuted.</summary>
public class NextOrderVerdictTests
{
    private static readonly PauliVector Start = new(0.2, 0.3, 0.7);

    private static Dictionary<string, (CollectiveModel Model, double Time, int[] Ladder)> Models { get; } = new()
    {
        ["paramagnet"] = (CorrectionModels.OnePattern(0.5, 0.2, Start), 1, [8, 12, 16, 24, 32, 48, 64]),
        ["retrieval"] = (CorrectionModels.OnePattern(2, 0.2, Start), 0.3, [16, 24, 32, 48, 64, 96, 128]),
        ["retrieval without the own site"] =
            (CorrectionModels.OnePattern(2, 0.2, Start, ownSite: false), 0.3, [16, 24, 32, 48, 64, 96, 128]),
        ["density-dependent rates"] = (TestModels.DensityDependent(1.2, 0.8, 0.4), 0.6, [8, 12, 16, 24, 32, 48, 64]),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "CrossCheck")]
    public void The_right_coefficients_are_confirmed(string name)
    {
        StudyFinding finding = Run(name, StudySolvers.Default);

        Assert.All(finding.Predictions, prediction => Assert.True(prediction.Verdict == Verdict.Confirmed, prediction.Reason));
        string block = finding.Predictions[0].Elements[0].Observable.Split('.')[^1];
        Dictionary<string, ElementFinding> elements = finding.Predictions.SelectMany(prediction => prediction.Elements)
            .ToDictionary(element => element.Observable, StringComparer.Ordinal);
        Assert.InRange(elements[$"slope of z.{block}"].Order!.Value, 0.9, 1.1);
        Assert.InRange(elements[$"difference of z.{block}"].Order!.Value, 1.9, 2.1);
        Assert.InRange(elements[$"slope of z.{block};z.{block}"].Order!.Value, 0.9, 1.1);
        Assert.InRange(elements[$"difference of z.{block};z.{block}"].Order!.Value, 1.9, 2.1);
    }

    // The limits are right: mean-field and covariance-full cannot see it.
    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "Mutation")]
    public void Coefficients_that_are_off_by_a_percent_are_refuted_by_the_slope(string name)
    {
        StudyFinding finding = Run(name, StudySolvers.Default with
        {
            Corrections = (model, times, token) => Scale(CorrectionTheory.Solve(model.Pauli(), times, depth: null, token), 1.01),
        });

        Assert.All(finding.Predictions, prediction =>
        {
            Assert.True(prediction.Verdict == Verdict.Refuted, prediction.Reason);
            Assert.Contains(
                prediction.Elements,
                element => element.Verdict == Verdict.Refuted && element.Observable.StartsWith("slope of", StringComparison.Ordinal));
        });
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_limit_that_is_off_is_refuted_too()
    {
        StudyFinding finding = Run("paramagnet", StudySolvers.Default with
        {
            Theory = (model, times, drift, token) =>
            {
                TheoryResult theory = LimitTheory.Solve(model.Pauli(), times, drift, token);
                theory.Moments.Mean[0][2] += 1e-3;
                return theory;
            },
        });

        Assert.Equal(Verdict.Refuted, finding.Predictions[0].Verdict);
    }

    // Theory says itself that such a ladder is not there yet; on its plateau the slope looks like a straight line.
    [Theory]
    [InlineData("case-3")]
    [Trait("Kind", "Regression")]
    public void A_ladder_on_a_plateau_refutes_nothing(string name) => AssertUndecided(name);

    [Theory]
    [InlineData("case-1")]
    [InlineData("case-5")]
    [InlineData("twist")]
    [Trait("Kind", "Regression")]
    [Trait("Speed", "Slow")]
    public void Nor_does_a_long_one(string name) => AssertUndecided(name);

    private static void AssertUndecided(string name)
    {
        string path = Path.Combine(
            RepositoryRoot.Path, "tests", "FiniteNCheck.Tests", "Verification", "Verdicts", "FalseRefutations", $"{name}.yaml");
        StudyFinding finding = StudyRunner.Run(Study.Load(path) with { Predictions = NextOrder });

        Assert.All(finding.Predictions, prediction => Assert.True(prediction.Verdict == Verdict.Inconclusive, prediction.Reason));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_correction_that_vanishes_is_confirmed_as_zero()
    {
        Fakes fakes = new() { Mean = (_, t, a) => (0.1 * (a + 1)) + (0.01 * t), Covariance = (_, _, a, b) => a == b ? 1 : 0.2 };
        StudyFinding finding = StudyRunner.Run(
            fakes.Study with { Predictions = NextOrder }, fakes.Solvers(), options: null, progress: null, CancellationToken.None);

        Assert.All(finding.Predictions, prediction => Assert.True(prediction.Verdict == Verdict.Confirmed, prediction.Reason));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Too_many_blocks_for_the_covariance_are_refused_before_anything_runs()
    {
        CollectiveModel model = CorrectionModels.Blocks(
            [.. Enumerable.Repeat(1.0, 9)],
            [new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([1]), [.. Enumerable.Repeat(PauliVector.Zero, 9)])]) with
        {
            Initial = new ProductState([.. Enumerable.Repeat(PauliVector.Zero, 9)]),
        };
        Study study = new Fakes().Study with { Model = model, Predictions = NextOrder };

        InputException exception = Assert.Throws<InputException>(() => StudyValidation.Check(study));
        Assert.Contains("predictions[2]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("covariance-1 for a model of 9 blocks", exception.Message, StringComparison.Ordinal);
        StudyValidation.Check(study with { Predictions = [new ExpectedPrediction(Prediction.MeanField1)] });
    }

    private static ImmutableArray<ExpectedPrediction> NextOrder =>
        [new ExpectedPrediction(Prediction.MeanField1), new ExpectedPrediction(Prediction.Covariance1)];

    private static StudyFinding Run(string name, StudySolvers solvers)
    {
        (CollectiveModel model, double time, int[] ladder) = Models[name];
        return StudyRunner.Run(
            new Study { Model = model, Times = [time], Ladder = [.. ladder], Predictions = NextOrder },
            solvers,
            options: null,
            progress: null,
            CancellationToken.None);
    }

    private static CorrectionResult Scale(CorrectionResult corrections, double factor) => corrections with
    {
        MeanCorrection = [.. corrections.MeanCorrection.Select(mu => mu.Select(value => factor * value).ToArray())],
        CovarianceCorrection =
        [
            .. corrections.CovarianceCorrection!.Value.Select(c1 =>
            {
                double[,] scaled = (double[,])c1.Clone();
                for (int i = 0; i < c1.Length; i++)
                {
                    scaled[i / c1.GetLength(1), i % c1.GetLength(1)] *= factor;
                }

                return scaled;
            }),
        ],
    };
}
