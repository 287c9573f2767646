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

    // The narrowest, an ordinary one and paper, both light and dark.
    private static readonly string[] Main = ["360-dark", "1440-light", "print"];

    public static TheoryData<string, string> MainViews => ViewsWhere(view => Main.Contains(view));

    public static TheoryData<string, string> OtherViews => ViewsWhere(view => !Main.Contains(view));

    [BrowserTheory]
    [MemberData(nameof(MainViews))]
    public Task A_page_is_sound(string name, string viewName) => AssertSoundAsync(name, viewName);

    [BrowserTheory]
    [MemberData(nameof(OtherViews))]
    [Trait("Speed", "Slow")]
    public Task So_it_is_in_the_other_views(string name, string viewName) => AssertSoundAsync(name, viewName);

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

    private static TheoryData<string, string> ViewsWhere(Predicate<string> predicate)
    {
        TheoryData<string, string> views = new();
        foreach (ReportPage page in ReportPage.All)
        {
            foreach (PageView view in PageView.All.Where(view => predicate(view.Name)))
            {
                views.Add(page.Name, view.Name);
            }
        }

        return views;
    }

    private async Task AssertSoundAsync(string name, string viewName)
    {
        PageView view = PageView.All.Single(each => viewName.Equals(each.Name, StringComparison.Ordinal));
        await using OpenedPage page = await session.OpenAsync(FileOf(name), view);
        await KeepAsync(page.Page, $"{name}-{viewName}");
        PageAssert.Sound(await page.FaultsAsync());
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
