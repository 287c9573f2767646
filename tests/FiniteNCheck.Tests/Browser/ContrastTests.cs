using Xunit;

namespace FiniteNCheck.Tests.Browser;

/// <summary>
/// The contrast of texts, on pages where it is known: black on white is 21, #808080 on white 3.95 (WCAG 2.2, relative luminance).
/// </summary>
[Trait("Kind", "Analytic")]
[Trait("Speed", "Slow")]
[Collection(BrowserTests.Name)]
public sealed class ContrastTests(BrowserSession session)
{
    private const string Cells =
        "<rect width=\"100\" height=\"50\" fill=\"#ffffff\"></rect>"
        + "<rect x=\"100\" width=\"100\" height=\"50\" fill=\"#000000\"></rect>";

    private const string GreyText = "<text x=\"10\" y=\"30\" fill=\"#808080\">text</text>";

    private const string Hatch =
        "<pattern id=\"hatch\" width=\"8\" height=\"8\"><rect width=\"8\" height=\"8\" fill=\"#ffffff\"></rect>"
        + "<path stroke=\"#808080\" fill=\"none\"></path></pattern>";

    /// <summary>What stands on the page, and the contrast of its only text.</summary>
    public static TheoryData<string, double> Pages { get; } = new()
    {
        { "<p>text</p>", 21 },
        { "<p style=\"color: #808080\">text</p>", 3.95 },
        { "<p style=\"color: #767676\">text</p>", 4.54 },

        // The nearest background that is not transparent counts, mixed where it is half transparent.
        { "<div style=\"background: #000\"><p style=\"color: #808080\">text</p></div>", 5.32 },
        { "<div style=\"background: #000\"><div style=\"background: #fff\"><p style=\"color: #808080\">text</p></div></div>", 3.95 },
        { "<div style=\"background: rgba(0, 0, 0, 0.2)\"><p style=\"color: #fff\">text</p></div>", 1.61 },
        { "<p style=\"color: rgba(0, 0, 0, 0.6)\">text</p>", 5.74 },
        { "<div style=\"opacity: 0.4\"><p>text</p></div>", 2.85 },
        { "<p style=\"color: color(srgb 0.4 0.4 0.4)\">text</p>", 5.74 },

        // In a picture it is the cell under the letters, even where only the last letter stands on another one.
        { Picture(GreyText), 3.95 },
        { Picture("<text x=\"110\" y=\"30\" fill=\"#808080\">text</text>"), 5.32 },
        { Picture("<text x=\"90\" y=\"30\" fill=\"#000000\">text</text>"), 1 },
        { Picture("<g transform=\"translate(100 0)\"><text x=\"10\" y=\"30\" fill=\"#808080\">text</text></g>"), 5.32 },
        { Picture("<text x=\"120\" y=\"40\" fill=\"#808080\" transform=\"rotate(-90 120 40)\">text</text>"), 5.32 },

        // A line that crosses the letters is not behind them; a filled pattern is, at its worst.
        { Picture("<path d=\"M0,25L200,25\" stroke=\"#808080\" stroke-width=\"9\" fill=\"none\"></path>" + GreyText), 3.95 },
        { Picture(Hatch + "<rect width=\"200\" height=\"50\" fill=\"url(#hatch)\"></rect>" + GreyText), 1 },

        // A rim of another colour stands behind the letters.
        {
            Picture(
                "<text x=\"110\" y=\"30\" fill=\"#808080\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">text</text>"),
            3.95
        },
    };

    /// <summary>Texts that are there but not seen.</summary>
    public static TheoryData<string, string> Hidden { get; } = new()
    {
        { Picture("<text x=\"10\" y=\"30\">text</text><rect width=\"100\" height=\"50\" fill=\"#ffffff\"></rect>"), "is covered" },
        { Picture("<text x=\"-15\" y=\"30\">text</text>"), "is not where it should be seen" },
        { "<p style=\"background: linear-gradient(red, blue)\">text</p>", "stands on a picture" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task The_contrast_is_known(string body, double expected)
    {
        await using OpenedPage page = await session.OpenAsync(session.Write(SmallPage.Of(body)), PageView.Plain);

        // Known to two decimals.
        Assert.Equal(expected, await page.Page.EvaluateExpressionAsync<double>("contrast.all()[0].ratio"), 0.0051);
        Assert.Equal(expected < 4.5 ? 1 : 0, await page.Page.EvaluateExpressionAsync<int>("contrast.faults().length"));
    }

    [BrowserTheory]
    [MemberData(nameof(Hidden))]
    public async Task A_text_that_is_not_seen_is_a_fault(string body, string fault)
    {
        await using OpenedPage page = await session.OpenAsync(session.Write(SmallPage.Of(body)), PageView.Plain);
        Assert.Equal([$"\"text\" {fault}"], await page.Page.EvaluateExpressionAsync<string[]>("contrast.faults()"));
    }

    [BrowserFact]
    public async Task On_a_dark_page_the_colour_of_the_empty_page_counts()
    {
        string file = session.Write(SmallPage.Of("<style>:root { color-scheme: light dark; }</style><p style=\"color: #808080\">text</p>"));
        await using OpenedPage page = await session.OpenAsync(file, PageView.All.First(view => view.IsDark));

        // Chromium's empty dark page is #121212.
        Assert.Equal(4.74, await page.Page.EvaluateExpressionAsync<double>("contrast.all()[0].ratio"), 0.0051);
    }

    private static string Picture(string content) =>
        $"<svg viewBox=\"0 0 200 50\" width=\"200\" height=\"50\" style=\"display: block\">{Cells}{content}</svg>";
}
