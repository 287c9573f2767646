namespace FiniteNCheck.Cli.Arguments;

/// <summary>The kinds of paths that can complete a word.</summary>
internal enum PathKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Files, and folders on the way to them.</summary>
    Files,

    /// <summary>Folders.</summary>
    Folders,
}
