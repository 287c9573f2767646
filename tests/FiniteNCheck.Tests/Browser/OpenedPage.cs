using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Tests.Support;
using PuppeteerSharp;

namespace FiniteNCheck.Tests.Browser;

/// <summary>A page in the browser, and what is wrong with it.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private static readonly string[] Scripts = ["page.js", "figures.js", "contrast.js"];

    /// <summary>The checks that run in the page: names, and the functions that return the faults.</summary>
    private static readonly ImmutableArray<(string Name, string Function)> Checks =
    [
        ("opening", "page.opening"),
        ("scrolling", "page.scrolling"),
        ("formulas", "page.formulas"),
        ("headings", "page.headings"),
        ("labels", "page.labels"),
        ("anchors", "page.anchors"),
        ("verdicts", "page.verdicts"),
        ("sizes", "figures.sizes"),
        ("axes", "figures.axes"),
        ("texts", "figures.texts"),
        ("coordinates", "figures.coordinates"),
        ("colourless", "figures.colorless"),
        ("contrast", "contrast.faults"),
    ];

    private readonly ConcurrentQueue<string> _messages = [];
    private readonly ConcurrentQueue<string> _requests = [];

    public OpenedPage(IPage page)
    {
        Page = page;
        page.Console += (_, e) =>
        {
            if (e.Message.Type is ConsoleType.Error or ConsoleType.Warning)
            {
                _messages.Enqueue(e.Message.Text);
            }
        };
        page.PageError += (_, e) => _messages.Enqueue(e.Message);
        page.Request += (_, e) =>
        {
            if (!IsLocal(e.Request.Url))
            {
                _requests.Enqueue(e.Request.Url);
            }
        };
        page.RequestFailed += (_, e) => _requests.Enqueue($"{e.Request.Url}: {e.Request.FailureText}");
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    public ValueTask DisposeAsync() => Page.DisposeAsync();

    /// <summary>Loads the file with all that it asks for, and puts the checks into the page.</summary>
    public async Task LoadAsync(string path)
    {
        await Page.GoToAsync(new Uri(path).AbsoluteUri, WaitUntilNavigation.Load);
        string folder = Path.Combine(RepositoryRoot.Path, "tests", "FiniteNCheck.Tests", "Browser");
        string[] checks = await Task.WhenAll(Scripts.Select(name => File.ReadAllTextAsync(Path.Combine(folder, name))));
        await Page.EvaluateExpressionAsync(string.Join('\n', checks));
    }

    /// <summary>All faults, each with the name of the check that found it; empty for a sound page.</summary>
    public async Task<ImmutableArray<(string Check, string Fault)>> FaultsAsync()
    {
        List<(string, string)> faults = [];
        foreach ((string name, string function) in Checks)
        {
            faults.AddRange((await Page.EvaluateExpressionAsync<string[]>($"{function}()")).Select(fault => (name, fault)));
        }

        string[] links = await Page.EvaluateExpressionAsync<string[]>("page.links()");
        faults.AddRange(links.Where(link => !Resolves(link)).Select(link => ("links", $"{link} leads nowhere")));
        faults.AddRange(_messages.Select(message => ("console", message)));
        faults.AddRange(_requests.Select(request => ("requests", request)));
        return [.. faults];
    }

    private static bool IsLocal(string url) =>
        url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal);

    /// <summary>A file that is there, data in the page itself, or an address that a reader may follow.</summary>
    private static bool Resolves(string link)
    {
        Uri address = new(link);
        return address.Scheme is "data" or "https" || (address.IsFile && File.Exists(address.LocalPath));
    }
}
