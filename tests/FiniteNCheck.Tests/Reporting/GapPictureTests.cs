using FiniteNCheck.Reporting.Stationary;
using FiniteNCheck.Tests.Cli;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>The picture of slow modes: the complex plane, and rates against N where there are several sizes.</summary>
[Trait("Kind", "Unit")]
public class GapPictureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void It_shows_the_plane_and_rates_against_N(int sizes)
    {
        GapReport report = new(
            Samples.Model, 2, [.. Enumerable.Range(3, sizes).Select(n => Samples.Gap(n, 2))], SampleReports.Provenance);
        string picture = GapPicture.Render(report);
        Assert.Contains("imaginary part", picture, StringComparison.Ordinal);
        Assert.Equal(sizes > 1, picture.Contains("A power law is a line", StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", picture, StringComparison.Ordinal);
    }
}
