using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Xunit;
using Xunit;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Assertions;

/// <summary>
/// Spins that fall independently at rate 1/2: <c>m_z = 2 exp(-t/2) - 1</c> at every N, with the variance <c>1 - m_z^2</c>.
/// </summary>
[Trait("Kind", "Analytic")]
public class ConfirmsTests
{
    private static readonly CollectiveModel Model = ModelFile.Parse(
        """
        name: decay
        blocks: [{ name: all, share: 1 }]
        jumps: [{ block: all, operator: lower, rate: { polynomial: [0.7071067811865476] } }]
        initial: { all: [0, 0, 1] }
        """,
        "decay.yaml");

    [Fact]
    public void A_known_prediction_that_holds_passes()
    {
        PredictionFinding finding = FiniteNAssert.Confirms(Prediction.CovarianceFull, Model, [8, 12, 16, 24], [0.5, 1]);

        Assert.Equal(("covariance-full", Verdict.Confirmed), (finding.Prediction, finding.Verdict));
    }

    [Fact]
    public void A_function_that_is_right_passes() => Assert.Equal(4, Confirm(0).Elements.Length);

    [Fact]
    public void A_function_that_is_wrong_fails_with_the_reason()
    {
        XunitException failure = Assert.Throws<XunitException>(() => Confirm(1e-9));

        Assert.StartsWith(
            "FiniteNAssert.Confirms() Failure: my decay: expected confirmed, found refuted: 2 of 4 elements are refuted; in uncertainties, "
            + "each at its worst: z.all by ",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_stays_undecided_fails_too()
    {
        XunitException failure = Assert.Throws<XunitException>(() => Confirm(1e-12));

        Assert.Contains("expected confirmed, found inconclusive: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_claim_of_the_prediction_counts()
    {
        Prediction second = Prediction.MeanField with { Assertion = new LimitAssertion(Order: 2) };

        Assert.Equal(Verdict.Confirmed, FiniteNAssert.Confirms(second, Model, [8, 12, 16, 24], [1]).Verdict);
    }

    [Fact]
    public void Bad_numbers_are_bad_input()
    {
        InputException error = Assert.Throws<InputException>(() => FiniteNAssert.Confirms(
            "mine",
            _ => new PredictedValues(new Dictionary<string, IReadOnlyList<double?>> { ["z.al"] = [0] }),
            Model,
            [8, 12, 16, 24],
            [1]));

        Assert.EndsWith("Did you mean 'z.all'?", error.Message, StringComparison.Ordinal);
    }

    private static PredictionFinding Confirm(double shift) => FiniteNAssert.Confirms(
        "my decay",
        request =>
        {
            double[] means = [.. request.Times.Select(time => (2 * Math.Exp(-time / 2)) - 1)];
            return new PredictedValues(new Dictionary<string, IReadOnlyList<double?>>
            {
                ["z.all"] = [.. means.Select(mean => (double?)(mean + shift))],
                ["z.all,z.all"] = [.. means.Select(mean => (double?)(1 - (mean * mean)))],
            });
        },
        Model,
        [8, 12, 16, 24],
        [0.5, 1]);
}
