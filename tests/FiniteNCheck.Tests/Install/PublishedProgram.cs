using System.Diagnostics;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Install;

/// <summary>The program of <c>scripts/publish</c>, made once for all tests, or that of <c>FINITENCHECK_PUBLISHED</c>.</summary>
internal static class PublishedProgram
{
    private static readonly Lazy<(string Path, string Made)> Made = new(Make);

    /// <summary>The reason why there can be none here, or <see langword="null"/>.</summary>
    public static string? Missing =>
        !OperatingSystem.IsLinux() || !Environment.Is64BitProcess ? "scripts/publish makes native code on Linux only."
        : !InstalledProgram.Succeeds("clang", "--version") ? "There is no clang. Install clang and zlib1g-dev to run this test."
        : null;

    /// <summary>Its path.</summary>
    public static string Path => Made.Value.Path;

    /// <summary>What the script says that it made.</summary>
    public static string Statement => Made.Value.Made;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit status and what it printed, errors last.</returns>
    public static (int Exit, string Output) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = RepositoryRoot.Path,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    private static (string Path, string Made) Make()
    {
        if (Environment.GetEnvironmentVariable("FINITENCHECK_PUBLISHED") is { } given)
        {
            return (given, "native code");
        }

        string folder = Directory.CreateTempSubdirectory("finitencheck-published-").FullName;
        (int exit, string output) = Run(System.IO.Path.Combine(RepositoryRoot.Path, "scripts", "publish"), "linux-x64", folder);
        return exit == 0 ? (System.IO.Path.Combine(folder, "finitencheck"), output) : throw new InvalidOperationException(output);
    }
}
