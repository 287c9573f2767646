namespace FiniteNCheck.Cli.Arguments;

/// <summary>What <c>verify</c> and <c>claims</c> print on standard output.</summary>
internal enum ReportFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>Comma-separated values: one number per row for <c>verify</c>, one claim for <c>claims</c>.</summary>
    Csv,

    /// <summary>A Markdown page.</summary>
    Markdown,

    /// <summary>LaTeX tables for the appendix of a paper.</summary>
    Latex,
}
