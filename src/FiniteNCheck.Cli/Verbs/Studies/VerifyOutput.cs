using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Reporting.Verify;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary>The output of <c>verify</c>: the text that it prints and the files that it writes.</summary>
internal static class VerifyOutput
{
    /// <summary>Renders a report for standard output.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">The format.</param>
    /// <param name="style">Colour and width of tables.</param>
    /// <param name="isVerbose">Whether tables show every prediction.</param>
    public static string Render(VerifyReport report, ReportFormat format, TextStyle style, bool isVerbose) => format switch
    {
        ReportFormat.Json => VerifyJson.Render(report),
        ReportFormat.Csv => VerifyCsv.Render(report),
        ReportFormat.Markdown => VerifyMarkdown.Render(report),
        ReportFormat.Latex => VerifyLatex.Render(report),
        _ when isVerbose => VerifyTable.RenderInFull(report, style),
        _ => VerifyTable.Render(report, style),
    };

    /// <summary>Renders the files of <c>--out</c>.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<ResultFile> Files(VerifyReport report) =>
    [
        ResultFile.OfText("verify.json", VerifyJson.Render(report)),
        ResultFile.OfText("verify.csv", VerifyCsv.Render(report)),
        ResultFile.OfText("verify.txt", VerifyTable.RenderInFull(report, TextStyle.Plain)),
        .. VerifyFiles.Render(report),
    ];
}
