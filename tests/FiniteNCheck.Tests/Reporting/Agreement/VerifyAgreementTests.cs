using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>A verification shows the same numbers in every format, to the digits that each prints.</summary>
public sealed class VerifyAgreementTests
{
    private static readonly Dictionary<string, Func<ElementFinding, ElementFinding>> Changes = new(StringComparer.Ordinal)
    {
        ["predicted"] = element => element with { Prediction = element.Prediction + 2e-6 },
        ["limit"] = element => element with { Limit = element.Limit - 2e-6 },
        ["limitUncertainty"] = element => element with { LimitUncertainty = 1.1 * element.LimitUncertainty },
        ["order"] = element => element with { Order = element.Order + 0.02 },
        ["orderUncertainty"] = element => element with { OrderUncertainty = element.OrderUncertainty + 0.02 },
        ["distance"] = element => element with { Distance = (1.02 * element.Distance) + 0.2 },
        ["exact"] = element =>
            element with
            {
                Ladder = element.Ladder.SetItem(1, element.Ladder[1] with { Value = element.Ladder[1].Value + 2e-6 }),
            },
        ["sign"] = element => element with { Prediction = -element.Prediction },
    };

    public static TheoryData<string> Formats { get; } = [.. VerifyAgreement.Formats];

    /// <summary>Every change in every format that prints such a number.</summary>
    public static IEnumerable<object[]> FormatsAndChanges =>
        from format in VerifyAgreement.Formats
        from change in Changes.Keys
        where change is not "exact" || format is "html" or "csv"
        select new object[] { format, change };

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Formats))]
    public void Every_format_prints_the_numbers_of_the_json(string format) =>
        Assert.Empty(
            VerifyAgreement.Differences(
                format,
                VerifyAgreement.Render(format, SampleReports.Verify),
                VerifyJson.Render(SampleReports.Verify)));

    [Theory]
    [Trait("Kind", "Mutation")]
    [MemberData(nameof(FormatsAndChanges))]
    public void A_format_with_one_other_number_is_found_out(string format, string change)
    {
        // The element farthest off is the one that every format shows.
        StudyFinding study = SampleReports.Verify.Studies[0];
        PredictionFinding prediction = study.Predictions[^1];
        ElementFinding worst = prediction.Elements.MaxBy(element => element.Distance)!;
        prediction = prediction with { Elements = prediction.Elements.Replace(worst, Changes[change](worst)) };
        VerifyReport changed = SampleReports.Verify with
        {
            Studies = SampleReports.Verify.Studies.SetItem(
                0,
                study with
                {
                    Predictions = study.Predictions.SetItem(study.Predictions.Length - 1, prediction),
                }),
        };
        string[] differences =
        [
            .. VerifyAgreement.Differences(
                format,
                VerifyAgreement.Render(format, changed),
                VerifyJson.Render(SampleReports.Verify)),
        ];
        Assert.Contains(
            differences,
            difference =>
                difference.Contains($"{prediction.Prediction}, {worst.Observable} at ", StringComparison.Ordinal)
                && difference.Contains($", {(change is "sign" ? "predicted" : change)} ", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [MemberData(nameof(Formats))]
    public void A_format_that_leaves_a_prediction_out_is_found_out(string format)
    {
        StudyFinding study = SampleReports.Verify.Studies[0];
        VerifyReport shorter = SampleReports.Verify with
        {
            Studies = SampleReports.Verify.Studies.SetItem(0, study with { Predictions = study.Predictions.RemoveAt(0) }),
        };
        Assert.NotEmpty(
            VerifyAgreement.Differences(
                format,
                VerifyAgreement.Render(format, shorter),
                VerifyJson.Render(SampleReports.Verify)));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("0.123457", 0.1234567, true)]
    [InlineData("0.123456", 0.1234567, false)]
    [InlineData("1.2e-05", 1.249e-5, true)]
    [InlineData("1.2e-05", 1.251e-5, false)]
    [InlineData("1.2e-5", -1.2e-5, false)]
    [InlineData("1235", 1234.5, true)]
    [InlineData("1234", 1234.6, false)]
    [InlineData("0.000000", 9e-10, true)]
    [InlineData("0.000000", 6e-7, false)]
    [InlineData("-", double.NaN, true)]
    [InlineData("-", 0.0, false)]
    [InlineData("0", double.NaN, false)]
    [InlineData("0.30000000000000004", 0.30000000000000004, true)]
    public void Digits_agree_with_a_number_to_half_of_the_last_one(string printed, double number, bool agrees) =>
        Assert.Equal(agrees, PrintedNumber.Agrees(printed, number));
}
