namespace FiniteNCheck.Tests.Docs;

/// <summary>A fenced or indented block of a page.</summary>
/// <param name="Language">What stands behind the fence; <c>sh</c> for an indented block of commands.</param>
/// <param name="Lines">Its lines, without indentation.</param>
/// <param name="Line">Where it begins, counted from 1.</param>
/// <param name="Output">The block of text directly after it, which is what it prints; <see langword="null"/> where there is none.</param>
internal sealed record DocumentBlock(string Language, IReadOnlyList<string> Lines, int Line, DocumentBlock? Output = null)
{
    /// <summary>The commands, one per line; a line that is a comment is none.</summary>
    public IEnumerable<DocumentCommand> Commands =>
        Lines.Where(line => line.Length > 0 && !line.StartsWith('#')).Select(DocumentCommand.Parse);

    public string Text => string.Join('\n', Lines) + "\n";
}
