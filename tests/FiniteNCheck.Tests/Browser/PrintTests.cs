using System.Collections.Immutable;
using PuppeteerSharp;
using PuppeteerSharp.Media;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Browser;

/// <summary>The pages of the report on A4 paper.</summary>
[Trait("Kind", "Cli")]
[Collection(BrowserTests.Name)]
public sealed class PrintTests(BrowserSession session, ITestOutputHelper output)
{
    // 297 mm less two margins of 1 cm, in CSS pixels of 1/96 inch.
    private const double SheetHeight = 277 / 25.4 * 96;

    private static readonly PageView Paper = PageView.All.Single(view => view.IsPrint);

    public static TheoryData<string> Pages { get; } = [.. ReportPage.All.Select(page => page.Name)];

    /// <summary>A part of a page that does not print well, and the check that finds it.</summary>
    public static TheoryData<string, string> Broken { get; } = new()
    {
        {
            "<p style=\"white-space: nowrap; width: 400px; overflow: hidden\">"
            + "A line that is cut off long before all of its many words have been printed.</p>",
            "print"
        },
        {
            "<div style=\"width: 100%; overflow: hidden\"><p style=\"margin-left: 600px; white-space: nowrap\">"
            + "over-the-edge-of-the-paper-without-a-gap</p></div>",
            "print"
        },
        { "<p style=\"break-after: page\">one</p><p style=\"break-after: page\">two</p><p>three</p>", "sheets" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task All_of_a_page_is_printed(string name)
    {
        ReportPage page = ReportPage.All.Single(each => name.Equals(each.Name, StringComparison.Ordinal));
        (byte[] content, ImmutableArray<(string, string)> faults) = await PrintAsync(page.File);
        string file = Path.Combine(ReportPage.Results, "screenshots", $"{name}.pdf");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content);
        output.WriteLine($"PDF: {file}");
        PageAssert.Sound(faults);
    }

    [BrowserFact]
    public async Task A_sound_page_is_printed_whole()
    {
        string file = session.Write(SmallPage.Sound.Replace("overflow-x: auto", "", StringComparison.Ordinal));
        PageAssert.Sound((await PrintAsync(file)).Faults);
    }

    [BrowserTheory]
    [MemberData(nameof(Broken))]
    public async Task A_page_that_does_not_print_is_found(string body, string check) =>
        Assert.Contains(
            (await PrintAsync(session.Write(SmallPage.Of(body)))).Faults,
            fault => check.Equals(fault.Check, StringComparison.Ordinal));

    private async Task<(byte[] Content, ImmutableArray<(string Check, string Fault)> Faults)> PrintAsync(string file)
    {
        await using OpenedPage page = await session.OpenAsync(file, Paper);
        string text = await page.Page.EvaluateExpressionAsync<string>(
            "page.texts().filter(text => !text.parentElement.closest('math')).map(text => text.data).join(' ')");
        double height = await page.Page.EvaluateExpressionAsync<double>("document.documentElement.getBoundingClientRect().height");
        const string Margin = "1cm";
        byte[] content = await page.Page.PdfDataAsync(new PdfOptions
        {
            Format = PaperFormat.A4,
            MarginOptions = new MarginOptions { Left = Margin, Right = Margin, Top = Margin, Bottom = Margin },
        });
        return (content, PrintedPage.Faults(content, text, height / SheetHeight));
    }
}
