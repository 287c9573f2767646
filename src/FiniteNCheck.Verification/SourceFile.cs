namespace FiniteNCheck.Verification;

/// <summary>A file that a study was read from, in full.</summary>
/// <param name="Name">Its path, relative to the folder of the study.</param>
/// <param name="Text">Its text.</param>
public sealed record SourceFile(string Name, string Text);
