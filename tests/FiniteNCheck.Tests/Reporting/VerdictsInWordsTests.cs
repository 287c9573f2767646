using System.Collections.Immutable;
using System.Reflection;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>The verdicts in words, first on every page; what is the same is said once; a study in 25 lines.</summary>
public sealed class VerdictsInWordsTests
{
    private static StudyFinding Sample => Samples.Study("sample");

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_study_says_what_is_confirmed_and_how_far_off_the_rest_is() =>
        Assert.Equal(
            "mean-field: confirmed. covariance-printed: refuted, by 1,200 uncertainties at z.plus,z.plus, t = 0.3.",
            Headline.Text(Sample));

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_known_predictions_have_titles_and_the_paper_is_named()
    {
        Assert.Equal("Mean field", Prediction.MeanField.Title);
        Assert.Equal(
            "Covariance as printed in Fiorelli (2024)",
            BundledStudies.Load("retrieval").Predictions.Single(each => each.Name is "covariance-printed").Prediction.Title);
        Assert.All(Prediction.Known, prediction => Assert.NotEqual(prediction.Name, prediction.Title));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void An_unexpected_verdict_says_so() =>
        Assert.Equal(
            "mean-field: refuted, by 1.0 uncertainties at z.plus, t = 0.3 (confirmed was expected).",
            Headline.Text(Samples.Single(Verdict.Confirmed, Verdict.Refuted)));

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(0.152, "0.15 uncertainties")]
    [InlineData(961, "961 uncertainties")]
    [InlineData(489_900, "490,000 uncertainties")]
    [InlineData(999_999, "1 million uncertainties")]
    [InlineData(4.93e7, "49 million uncertainties")]
    [InlineData(2e12, "2.0e12 uncertainties")]
    [InlineData(double.PositiveInfinity, "- uncertainties")]
    public void Distances_are_words(double distance, string words) => Assert.Equal(words, Numeral.Uncertainties(distance));

    [Fact]
    [Trait("Kind", "Unit")]
    public void Predictions_with_the_same_numbers_are_said_once()
    {
        PredictionFinding first = Sample.Predictions[0];
        StudyFinding twice = Sample with { Predictions = [first with { Title = "One" }, first with { Title = "Two" }] };
        Assert.Equal("One and two (which coincide): confirmed.", Headline.Text(twice));
        ElementFinding moved = first.Elements[0] with { Prediction = first.Elements[0].Prediction + 1e-6 };
        StudyFinding apart = twice with { Predictions = twice.Predictions.SetItem(1, twice.Predictions[1] with { Elements = [moved] }) };
        Assert.Equal("One: confirmed. Two: confirmed.", Headline.Text(apart));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Elements_with_the_same_numbers_up_to_sign_are_one()
    {
        ElementFinding element = Sample.Predictions[0].Elements[0];
        ElementFinding mirrored = element with
        {
            Observable = "z.minus",
            Prediction = -element.Prediction,
            Limit = -element.Limit,
            Ladder = [.. element.Ladder.Select(point => point with { Value = -point.Value })],
        };
        Assert.Equal("z.minus", Assert.Single(Assert.Single(Alike.Group([element, mirrored])).Copies).Observable);
        Assert.Equal(2, Alike.Group([element, mirrored with { Time = 2 * element.Time }]).Length);
        Assert.Equal(2, Alike.Group([element, mirrored with { Verdict = Verdict.Refuted }]).Length);
        Assert.Equal(2, Alike.Group([element, mirrored with { Prediction = element.Prediction }]).Length);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Every_text_begins_with_the_verdicts()
    {
        string words = Headline.Text(Sample);
        VerifyReport report = new([Sample], SampleReports.Provenance);
        TextStyle wide = new(Color: false, Width: 1000);
        Assert.StartsWith(words, VerifyTable.Render(report, wide), StringComparison.Ordinal);
        Assert.StartsWith(words, VerifyTable.RenderInFull(report, wide), StringComparison.Ordinal);
        Assert.Contains($"\n\n**{words}**\n", VerifyMarkdown.Render(report), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Kind", "Cli")]
    [InlineData("tilted-channels")]
    [InlineData("retrieval")]
    public void A_bundled_study_takes_25_lines(string name) => AssertShort(BundledStudies.LoadAll(name));

    [Theory]
    [Trait("Kind", "Cli")]
    [Trait("Speed", "Slow")]
    [InlineData("collective-amplitude")]
    [InlineData("collective-and-single")]
    [InlineData("driven")]
    [InlineData("driven-collective-decay")]
    [InlineData("metastability")]
    [InlineData("mixture")]
    [InlineData("paramagnetic")]
    [InlineData("probe")]
    [InlineData("superradiance")]
    [InlineData("time-crystal")]
    [InlineData("two-blocks-together")]
    [InlineData("two-patterns")]
    [InlineData("lambda")]
    [InlineData("potts")]
    [InlineData("sirs-coherent")]
    [InlineData("zero-field")]
    public void Every_other_bundled_study_takes_25_lines(string name) => AssertShort(BundledStudies.LoadAll(name));

    [Fact]
    [Trait("Kind", "Unit")]
    public void All_bundled_studies_are_counted() => Assert.Equal<string>(
        BundledStudies.Names.ToArray(),
        [
            .. new[] { nameof(A_bundled_study_takes_25_lines), nameof(Every_other_bundled_study_takes_25_lines) }
                .SelectMany(test => typeof(VerdictsInWordsTests).GetMethod(test)!.GetCustomAttributes<InlineDataAttribute>())
                .Select(data => (string)data.GetData(null!).Single()[0])
                .Order(StringComparer.Ordinal),
        ]);

    private static void AssertShort(ImmutableArray<Study> studies) => Assert.All(studies, study =>
    {
        string text = VerifyTable.Render(new VerifyReport([StudyRunner.Run(study)], SampleReports.Provenance), TextStyle.Plain);
        Assert.InRange(text.TrimEnd('\n').Split('\n').Length, 10, VerifyTable.MaxLines);
    });
}
