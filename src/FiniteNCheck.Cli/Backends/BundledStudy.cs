namespace FiniteNCheck.Cli.Backends;

/// <summary>A study that ships with the program.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="IsDefault">Whether <c>verify</c> without an argument runs it.</param>
public sealed record BundledStudy(string Name, bool IsDefault);
