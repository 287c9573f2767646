using PuppeteerSharp;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Browser;

/// <summary>The pages of the report in a browser; <see cref="BrokenPageTests"/> shows that every check can fail.</summary>
[Trait("Kind", "Cli")]
[Collection(BrowserTests.Name)]
public sealed class ReportPageTests(BrowserSession session, ITestOutputHelper output)
{
    private static readonly string Screenshots = Path.Combine(ReportPage.Results, "screenshots");

    public static TheoryData<string> Pages { get; } = [.. ReportPage.All.Select(page => page.Name)];

    public static IEnumerable<object[]> Views =>
        ReportPage.All.SelectMany(page => PageView.All.Select(view => new object[] { page.Name, view.Name }));

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_sound(string name, string viewName)
    {
        PageView view = PageView.All.Single(each => viewName.Equals(each.Name, StringComparison.Ordinal));
        await using OpenedPage page = await session.OpenAsync(FileOf(name), view);
        await KeepAsync(page.Page, $"{name}-{viewName}");
        PageAssert.Sound(await page.FaultsAsync());
    }

    [BrowserTheory]
    [InlineData("one-block")]
    [InlineData("two-blocks")]
    public async Task The_report_of_a_study_takes_under_six_screens_of_a_telephone(string name) => await IsShortAsync(FileOf(name));

    [BrowserFact]
    [Trait("Speed", "Slow")]
    public async Task So_does_that_of_the_study_with_the_most_elements() => await IsShortAsync(ReportPage.Largest.File);

    /// <summary>An element is chosen from the list, and its pictures are as sound as those of the first.</summary>
    [BrowserFact]
    public async Task Every_element_of_the_list_has_its_pictures()
    {
        const int enough = 3;
        for (int i = 0; i < enough; i++)
        {
            await using OpenedPage page = await session.OpenAsync(FileOf("one-block"), PageView.Plain);
            int chosen = await page.Page.EvaluateExpressionAsync<int>(
                $$"""
                (() => {
                  for (const list of document.querySelectorAll('.panels select')) {
                    list.selectedIndex = {{i}};
                    list.dispatchEvent(new Event('change'));
                  }
                  return document.querySelectorAll('[data-panel]:not([hidden])').length;
                })()
                """);
            Assert.Equal(enough, chosen);
            PageAssert.Sound(await page.FaultsAsync());
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Without_colour_a_page_is_kept_for_the_eye(string name)
    {
        await using OpenedPage page = await session.OpenAsync(FileOf(name), PageView.Plain);
        await page.Page.EmulateVisionDeficiencyAsync(VisionDeficiency.Achromatopsia);
        await KeepAsync(page.Page, $"{name}-without-colour");
    }

    private static string FileOf(string name) => ReportPage.All.Single(page => name.Equals(page.Name, StringComparison.Ordinal)).File;

    private async Task IsShortAsync(string file)
    {
        await using OpenedPage page = await session.OpenAsync(file, PageView.All[0]);
        int height = await page.Page.EvaluateExpressionAsync<int>("document.documentElement.scrollHeight");
        output.WriteLine($"{height} pixels");
        Assert.InRange(height, PageView.Height, 6 * PageView.Height);
        PageAssert.Sound(await page.FaultsAsync());
    }

    private async Task KeepAsync(IPage page, string name)
    {
        Directory.CreateDirectory(Screenshots);
        string file = Path.Combine(Screenshots, $"{name}.png");
        await page.ScreenshotAsync(file, new ScreenshotOptions { FullPage = true });
        output.WriteLine($"Screenshot: {file}");
    }
}
