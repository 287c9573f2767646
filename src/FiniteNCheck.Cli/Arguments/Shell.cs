namespace FiniteNCheck.Cli.Arguments;

/// <summary>The shells that have a completion script.</summary>
internal enum Shell
{
    /// <summary>GNU bash.</summary>
    Bash,

    /// <summary>The Z shell.</summary>
    Zsh,

    /// <summary>The friendly interactive shell.</summary>
    Fish,

    /// <summary>PowerShell.</summary>
    PowerShell,
}
