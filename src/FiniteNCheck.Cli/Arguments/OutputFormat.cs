namespace FiniteNCheck.Cli.Arguments;

/// <summary>What goes to standard output.</summary>
internal enum OutputFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>Comma-separated values, one number per row.</summary>
    Csv,
}
