using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>The command that starts this program again.</summary>
internal static class OwnProgram
{
    private const string Name = "finitencheck";

    // What the native program leaves when it becomes the build for wide vectors: that one runs from memory.
    private const string Launched = "FINITENCHECK_LAUNCHED";
    private const string Memory = "/memfd:";

    /// <summary>The words that start it: its executable, or the .NET host with its library.</summary>
    public static ImmutableArray<string> Words => CommandFor(Executable, File.Exists(Library) ? Library : "");

    private static string Library => Path.Combine(AppContext.BaseDirectory, $"{Name}.dll");

    private static string? Executable => Environment.ProcessPath is { } path && path.StartsWith(Memory, StringComparison.Ordinal)
        ? Environment.GetEnvironmentVariable(Launched)
        : Environment.ProcessPath;

    /// <summary>The command that starts a program.</summary>
    /// <param name="process">The executable of the process, or <see langword="null"/> if unknown.</param>
    /// <param name="library">The library of the program; empty if it is part of the executable.</param>
    internal static ImmutableArray<string> CommandFor(string? process, string library) => Path.GetFileNameWithoutExtension(process) switch
    {
        _ when library.Length == 0 => [process ?? Name],
        Name => [process!],
        "dotnet" => [process!, library],
        _ => ["dotnet", library],
    };
}
