using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using FiniteNCheck.Xunit;
using Xunit;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Assertions;

[Trait("Kind", "CrossCheck")]
public class ComesOutAsExpectedTests
{
    private static readonly CollectiveModel Model =
        ModelFile.Load(Path.Combine(RepositoryRoot.Path, "studies", "models", "paramagnetic.yaml"));

    [Fact]
    public void A_study_that_finds_what_it_expects_passes() => Assert.Equal(
        [Verdict.Confirmed, Verdict.Refuted],
        FiniteNAssert.ComesOutAsExpected(Study(Verdict.Confirmed, Verdict.Refuted)).Predictions.Select(prediction => prediction.Verdict));

    [Fact]
    public void Each_unexpected_verdict_is_named_with_its_reason()
    {
        XunitException failure = Assert.Throws<XunitException>(
            () => FiniteNAssert.ComesOutAsExpected(Study(Verdict.Inconclusive, Verdict.Confirmed)));
        string[] lines = failure.Message.Split(Environment.NewLine);

        Assert.Equal(
            "FiniteNAssert.ComesOutAsExpected() Failure: 2 of 2 verdicts of study 'hopfield-paramagnetic' are not the expected ones",
            lines[0]);
        Assert.StartsWith("mean-field: expected inconclusive, found confirmed: all 6 elements ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("covariance-printed: expected confirmed, found refuted: ", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    private static Study Study(Verdict meanField, Verdict printed) => new()
    {
        Model = Model,
        Ladder = [6, 8, 12, 16, 24],
        Times = [0.5],
        Predictions = [new(Prediction.MeanField, meanField), new(Prediction.CovarianceFrozen, printed)],
    };
}
