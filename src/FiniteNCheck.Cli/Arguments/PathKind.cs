namespace FiniteNCheck.Cli.Arguments;

/// <summary>Which paths can stand in place of a word of a command line.</summary>
internal enum PathKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Files, and folders on the way to them.</summary>
    Files,

    /// <summary>Folders.</summary>
    Folders,
}
