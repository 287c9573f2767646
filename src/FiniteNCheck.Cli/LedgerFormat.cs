namespace FiniteNCheck.Cli;

/// <summary>What <c>claims</c> prints on standard output.</summary>
internal enum LedgerFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>Comma-separated values, one claim per row.</summary>
    Csv,

    /// <summary>A Markdown page.</summary>
    Markdown,
}
