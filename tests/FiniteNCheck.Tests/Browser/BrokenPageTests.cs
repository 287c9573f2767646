using Xunit;

namespace FiniteNCheck.Tests.Browser;

/// <summary>Every check of a page finds what it is there to find: a page without faults, changed in one place.</summary>
[Trait("Kind", "Unit")]
[Trait("Speed", "Slow")]
[Collection(BrowserTests.Name)]
public sealed class BrokenPageTests(BrowserSession session)
{
    /// <summary>The check, what stands in the sound page, what stands there instead, and a part of the fault.</summary>
    public static TheoryData<string, string, string, string> Broken { get; } = new()
    {
        { "console", "</main>", "<script>console.warn('a warning')</script></main>", "a warning" },
        { "console", "</main>", "<script>noSuchFunction()</script></main>", "noSuchFunction" },
        { "console", "M20,120L190,20", "M20,120Lx,20", "attribute d" },
        { "requests", "</main>", "<img alt=\"picture\" src=\"http://127.0.0.1:9/picture.png\"></main>", "127.0.0.1" },
        { "requests", "</main>", "<img alt=\"picture\" src=\"missing.png\"></main>", "missing.png" },
        { "links", "numbers.csv", "missing.csv", "missing.csv" },
        { "links", "numbers.csv", "http://127.0.0.1:9/", "127.0.0.1" },
        { "anchors", "#top", "#bottom", "#bottom" },
        { "anchors", "url(#frame)", "url(#no-frame)", "#no-frame" },
        { "anchors", "<h2>", "<h2 id=\"top\">", "twice" },
        { "opening", "<p>What is inside.</p>", "<p hidden>What is inside.</p>", "does not open" },
        { "scrolling", "<h2>", "<h2 style=\"width: 3000px\">", "the page is 3008 wide" },
        { "scrolling", "tabindex=\"0\"", "", "tabindex" },
        { "scrolling", "aria-label=\"a long line\"", "", "label" },
        { "scrolling", "overflow-x: auto", "overflow-x: hidden", "cuts off" },
        { "formulas", "<math><mi>m</mi></math>", "<math><merror><mi>m</mi></merror></math>", "error" },
        { "formulas", "<math><mi>m</mi></math>", "<math></math>", "size" },
        { "headings", "<h2>Part</h2>", "", "skips" },
        { "headings", "<h2>Part</h2>", "<h1>Part</h1><h2>Part</h2>", "h1" },
        { "labels", "aria-label=\"a plot\"", "", "no label" },
        { "labels", "<figcaption>A figure.</figcaption>", "", "no caption" },
        { "verdicts", "✓ confirmed", "✓", "in a word" },
        { "verdicts", "class=\"verdict\"", "", "no verdict" },
        { "sizes", "width=\"200\" height=\"160\" role", "width=\"200\" height=\"0\" role", "200 by 0" },
        { "sizes", "<figure>", "<figure style=\"margin-left: -50px\">", "from -" },
        { "axes", ">N = 1</text>", "></text>", "1 ticks" },
        { "axes", "x1=\"35\" y1=\"30\" x2=\"40\"", "x1=\"25\" y1=\"30\" x2=\"30\"", "1 ticks" },
        { "axes", "N = 2", "N = 1", "same text" },
        { "texts", "<text x=\"150\"", "<text x=\"70\"", "overlap" },
        { "axes", "class=\"plot\"", "", "no plot" },
        { "coordinates", "M20,120L190,20", "M20,120LNaN,20", "NaN" },
        { "coordinates", "<text x=\"150\"", "<text x=\"180\"", "N = 2 reaches beyond" },
        { "coordinates", "<g clip-path", "<g transform=\"translate(0 900)\" clip-path", "nothing is drawn" },
        { "colourless", "stroke-dasharray=\"3 3\"", "", "nothing but colour" },
        { "contrast", "<p class=\"outcome\">The", "<p class=\"outcome\" style=\"color: #808080\">The", "3.95:1" },
    };

    [BrowserFact]
    public async Task A_sound_page_has_no_fault()
    {
        foreach (PageView view in PageView.All)
        {
            await using OpenedPage page = await session.OpenAsync(session.Write(SmallPage.Sound), view);
            PageAssert.Sound(await page.FaultsAsync());
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_page_is_found(string check, string sound, string broken, string fault)
    {
        Assert.Contains(sound, SmallPage.Sound, StringComparison.Ordinal);
        string file = session.Write(SmallPage.Sound.Replace(sound, broken, StringComparison.Ordinal));
        await using OpenedPage page = await session.OpenAsync(file, PageView.Plain);
        Assert.Contains(
            await page.FaultsAsync(),
            each => check.Equals(each.Check, StringComparison.Ordinal) && each.Fault.Contains(fault, StringComparison.Ordinal));
    }
}
