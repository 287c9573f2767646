using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>A report is a file to send: small enough for any mailbox.</summary>
[Trait("Kind", "Unit")]
[Trait("Speed", "Slow")]
public sealed class ReportSizeTests
{
    private const int Largest = 3_000_000;

    /// <summary>Of all bundled studies two-patterns has the most elements, 336, and the largest report.</summary>
    [Fact]
    public void The_largest_report_of_a_bundled_study_is_under_3_MB()
    {
        VerifyReport report = new([StudyRunner.Run(BundledStudies.Load("two-patterns"))], SampleReports.Provenance);
        ResultFile page = VerifyFiles.Render(report).Single(file => file.Name is VerifyFiles.Page);
        Assert.InRange(page.Content.Length, 100_000, Largest);
    }
}
