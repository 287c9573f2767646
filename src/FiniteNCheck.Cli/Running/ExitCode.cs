namespace FiniteNCheck.Cli.Running;

/// <summary>The exit statuses of the program. They are stable: scripts rely on them.</summary>
public static class ExitCode
{
    /// <summary>Everything came out as expected.</summary>
    public const int Success = 0;

    /// <summary>An unexpected result: a verdict that the study does not expect, or a failed check of the state.</summary>
    public const int Unexpected = 1;

    /// <summary>Bad input or usage; nothing was run or written.</summary>
    public const int BadInput = 2;

    /// <summary>A prediction could not be decided.</summary>
    public const int Inconclusive = 3;

    /// <summary>A fault of the program or the machine, such as out of memory or a full disk.</summary>
    public const int Fault = 4;

    /// <summary>Interrupted by Ctrl-C or a request to end.</summary>
    public const int Interrupted = 130;
}
