using PuppeteerSharp;

namespace FiniteNCheck.Tests.Browser;

/// <summary>The browser of this machine; none is ever downloaded.</summary>
internal static class Chromium
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing = "No Chromium. Install one (Debian: chromium), or name its program in FINITENCHECK_CHROMIUM.";

    private const string Variable = "FINITENCHECK_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private static readonly Lazy<string?> Found = new(Search);

    /// <summary>The program; null where there is none.</summary>
    public static string? Path => Found.Value;

    /// <summary>Starts it without a window.</summary>
    public static Task<IBrowser> StartAsync() => Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Path ?? throw new InvalidOperationException(Missing),
        Headless = true,

        // One process for all pages starts once. The sandbox of Chromium does not start for root; the pages are our own.
        Args =
        [
            "--renderer-process-limit=1",
            .. !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
        ],
    });

    private static string? Search()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? named
                : throw new InvalidOperationException($"{Variable} is '{named}', which is not a file: give the path of the program.");
        }

        string ending = OperatingSystem.IsWindows() ? ".exe" : "";
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names
            .SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }
}
