namespace FiniteNCheck.Tests.Support;

/// <summary>The folder that holds the solution file, found by walking up from the test assembly.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "FiniteNCheck.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No FiniteNCheck.sln above {AppContext.BaseDirectory}.");
    }
}
