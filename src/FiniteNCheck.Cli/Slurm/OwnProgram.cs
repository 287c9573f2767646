using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>The command that starts this program again.</summary>
internal static class OwnProgram
{
    private const string Name = "finitencheck";

    /// <summary>The words that start it: its executable, or the .NET host with its library.</summary>
    public static ImmutableArray<string> Words => CommandFor(Environment.ProcessPath, typeof(OwnProgram).Assembly.Location);

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
