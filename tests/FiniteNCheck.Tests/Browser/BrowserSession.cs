using PuppeteerSharp;
using Xunit;

namespace FiniteNCheck.Tests.Browser;

/// <summary>One browser for all tests that open pages; it starts with the first of them.</summary>
public sealed class BrowserSession : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finitencheck-tests-");
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// Writes a page into a folder of its own, with the file that <see cref="SmallPage.Sound"/> links to; both last as long as the browser.
    /// </summary>
    /// <param name="text">The page.</param>
    /// <returns>The page's path.</returns>
    internal string Write(string text)
    {
        string folder = _folder.CreateSubdirectory($"{Guid.NewGuid():N}").FullName;
        File.WriteAllText(Path.Combine(folder, "numbers.csv"), "value\n1\n");
        string file = Path.Combine(folder, "page.html");
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Opens a file, with a record of what the browser has to say about it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="view">How it is looked at.</param>
    internal async Task<OpenedPage> OpenAsync(string path, PageView view)
    {
        _browser ??= await Chromium.StartAsync();
        IPage page = await _browser.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = view.Width, Height = PageView.Height });

        // In one message: a second one would undo the first.
        await page.Client.SendAsync("Emulation.setEmulatedMedia", new
        {
            media = view.IsPrint ? "print" : "screen",
            features = new[] { new { name = "prefers-color-scheme", value = view.IsDark ? "dark" : "light" } },
        });
        OpenedPage opened = new(page);
        await opened.LoadAsync(path);
        return opened;
    }
}

/// <summary>The tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserSession>
{
    public const string Name = "Browser";
}
