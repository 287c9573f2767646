using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>How this program can be started again.</summary>
internal static class OwnProgram
{
    private const string Name = "finitencheck";

    /// <summary>The words that start it: its executable, or the host of .NET with its library.</summary>
    public static ImmutableArray<string> Words => Of(Environment.ProcessPath, typeof(OwnProgram).Assembly.Location);

    /// <summary>The words that start a program.</summary>
    /// <param name="process">The executable of the process, or <see langword="null"/> where it is not known.</param>
    /// <param name="library">The library of the program; empty where it is part of the executable.</param>
    internal static ImmutableArray<string> Of(string? process, string library) => Path.GetFileNameWithoutExtension(process) switch
    {
        _ when library.Length == 0 => [process ?? Name],
        Name => [process!],
        "dotnet" => [process!, library],
        _ => ["dotnet", library],
    };
}
