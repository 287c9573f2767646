namespace FiniteNCheck.Tests.Browser;

/// <summary>A small page that passes every check, for changes that one check must find.</summary>
internal static class SmallPage
{
    /// <summary>The page.</summary>
    public const string Sound = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Small page</title><link rel="icon" href="data:,"></head>
        <body><main id="top"><h1>Small page</h1>
        <p class="outcome">The prediction is <span class="verdict">✓ confirmed</span>, see <a href="#top">above</a>
        and <a href="numbers.csv">numbers</a>.</p>
        <h2>Part</h2>
        <h3>Part of a part</h3>
        <div style="width: 90px; overflow-x: auto" tabindex="0" role="region"
        aria-label="a long line"><p style="white-space: nowrap">A line that is longer than its place.</p></div>
        <math><mi>m</mi></math>
        <details><summary>More</summary><p>What is inside.</p></details>
        <figure><svg viewBox="0 0 200 160" width="200" height="160" role="img" aria-label="a plot"><g class="plot">
        <clipPath id="frame"><rect x="40" y="10" width="150" height="110" fill="#fff"></rect></clipPath>
        <g clip-path="url(#frame)">
        <path d="M20,120L190,20" stroke="#c2570c" stroke-width="1.2" fill="none"></path>
        <path d="M20,20L190,120" stroke="#2f7fb8" stroke-width="1.2" stroke-dasharray="3 3" fill="none"></path>
        </g>
        <rect x="40" y="10" width="150" height="110" fill="none" stroke="#1a1a1a"></rect>
        <line x1="60" y1="120" x2="60" y2="125" stroke="#1a1a1a"></line><text x="60" y="140" font-size="11">N = 1</text>
        <line x1="150" y1="120" x2="150" y2="125" stroke="#1a1a1a"></line><text x="150" y="140" font-size="11">N = 2</text>
        <line x1="35" y1="110" x2="40" y2="110" stroke="#1a1a1a"></line><text x="10" y="114" font-size="11">0.1</text>
        <line x1="35" y1="30" x2="40" y2="30" stroke="#1a1a1a"></line><text x="10" y="34" font-size="11">0.2</text>
        </g></svg><figcaption>A figure.</figcaption></figure>
        </main></body></html>
        """;

    /// <summary>A page with one part and nothing else.</summary>
    /// <param name="body">The part.</param>
    public static string Of(string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>{body}</body></html>";
}
