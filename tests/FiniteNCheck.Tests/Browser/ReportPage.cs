using System.Collections.Immutable;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Browser;

/// <summary>A page that the program writes, from a run that computes what it shows; made when it is first asked for.</summary>
internal sealed class ReportPage
{
    private readonly Lazy<string> _file;

    private ReportPage(string name, string file, params string[] command)
    {
        Name = name;
        _file = new(() => Path.Combine(Made(name, command), file));
    }

    /// <summary>All pages under test: a name, the file, and the command that writes it with <c>--out</c>.</summary>
    public static ImmutableArray<ReportPage> All { get; } =
    [
        new("one-block", "verify.html", "verify", "tilted-channels"),
        new("two-blocks", "verify.html", "verify", "retrieval"),
        new("undecided", "verify.html", "verify", PathOf("undecided.yaml")),
        new("plane", "verify.html", "verify", PathOf("plane.yaml")),
        new("line", "verify.html", "verify", PathOf("line.yaml")),
        new("claims", "claims.html", "claims", "L1-i", "E66"),
        new("figures", "figures.html", "figures", "--grid", "6", "--finite-n", "10", "--finite-grid", "3x2"),
    ];

    /// <summary>The report of the bundled study with the most elements, which takes longer to compute than the others.</summary>
    public static ReportPage Largest { get; } = new("four-blocks", "verify.html", "verify", "two-patterns");

    /// <summary>The folder of the pages and their screenshots.</summary>
    public static string Results { get; } = Path.Combine(RepositoryRoot.Path, "TestResults");

    /// <summary>The name in tests and of screenshots.</summary>
    public string Name { get; }

    /// <summary>The path of the page.</summary>
    public string File => _file.Value;

    private static string PathOf(string study) => Path.Combine(RepositoryRoot.Path, "tests", "FiniteNCheck.Tests", "Browser", study);

    /// <summary>The folder in which the command has put its files.</summary>
    private static string Made(string name, string[] command)
    {
        string folder = Path.Combine(Results, "pages", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using StringWriter error = new();
        int exit = CommandLine.Run(
            [.. command, "--out", folder],
            TextWriter.Null,
            error,
            ConsoleTraits.Redirected,
            new Backend(),
            CancellationToken.None);
        Assert.True(exit is ExitCode.Success or ExitCode.Unexpected or ExitCode.Inconclusive, error.ToString());
        return folder;
    }
}
