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
    [MemberData(nameof(Pages))]
    public async Task Without_colour_a_page_is_kept_for_the_eye(string name)
    {
        await using OpenedPage page = await session.OpenAsync(FileOf(name), PageView.Plain);
        await page.Page.EmulateVisionDeficiencyAsync(VisionDeficiency.Achromatopsia);
        await KeepAsync(page.Page, $"{name}-without-colour");
    }

    private static string FileOf(string name) => ReportPage.All.Single(page => name.Equals(page.Name, StringComparison.Ordinal)).File;

    private async Task KeepAsync(IPage page, string name)
    {
        Directory.CreateDirectory(Screenshots);
        string file = Path.Combine(Screenshots, $"{name}.png");
        await page.ScreenshotAsync(file, new ScreenshotOptions { FullPage = true });
        output.WriteLine($"Screenshot: {file}");
    }
}
