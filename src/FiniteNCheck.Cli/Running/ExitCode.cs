namespace FiniteNCheck.Cli.Running;

/// <summary>The exit statuses of the program; programs rely on them.</summary>
public static class ExitCode
{
    /// <summary>Everything came out as expected.</summary>
    public const int Success = 0;

    /// <summary>Something came out otherwise: a verdict that the study does not expect, or a check of the state that failed.</summary>
    public const int Otherwise = 1;

    /// <summary>Bad input or usage; nothing was run and nothing written.</summary>
    public const int BadInput = 2;

    /// <summary>A prediction could not be decided.</summary>
    public const int Inconclusive = 3;

    /// <summary>A fault of the program or of the machine: memory that runs out, a disk that is full.</summary>
    public const int Fault = 4;

    /// <summary>Interrupted by Ctrl-C or a request to end.</summary>
    public const int Interrupted = 130;
}
