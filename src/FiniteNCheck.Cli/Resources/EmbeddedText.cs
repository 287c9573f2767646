using System.Reflection;

namespace FiniteNCheck.Cli.Resources;

/// <summary>Texts embedded in the program: templates, completion scripts, schemas.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads a text.</summary>
    /// <param name="name">Its name, as given in the project file.</param>
    public static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without '{name}'.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
