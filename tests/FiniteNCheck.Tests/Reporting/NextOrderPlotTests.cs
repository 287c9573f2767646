using System.Text;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Verification;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>The error plot of a prediction to next order: the error of the limit, and what the correction leaves of it.</summary>
[Trait("Kind", "Unit")]
public class NextOrderPlotTests
{
    [Fact]
    public void Errors_with_and_without_the_correction_are_drawn_together()
    {
        Assert.Contains("without the correction", ErrorPlot(Prediction.MeanField1), StringComparison.Ordinal);
        Assert.DoesNotContain("without the correction", ErrorPlot(Prediction.MeanField), StringComparison.Ordinal);
    }

    private static string ErrorPlot(Prediction prediction)
    {
        Fakes fakes = new();
        StudyFinding finding = StudyRunner.Run(
            fakes.Study with { Predictions = [new ExpectedPrediction(prediction)] },
            fakes.Solvers(),
            options: null,
            progress: null,
            CancellationToken.None);
        ResultFile picture = VerifyFiles.Render(new VerifyReport([finding], SampleReports.Provenance))
            .Single(file => file.Name.EndsWith("-error.svg", StringComparison.Ordinal));
        return Encoding.UTF8.GetString(picture.Content.Span);
    }
}
