using System.Collections.Immutable;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.ReportFigures;

namespace FiniteNCheck.Reporting;

/// <summary>The report of a verification as files: a page, and its figures as pictures and numbers.</summary>
public static class VerifyFiles
{
    /// <summary>The name of the page.</summary>
    public const string Page = "verify.html";

    /// <summary>The folder of the figures.</summary>
    public const string Folder = "verify-figures";

    /// <summary>The files.</summary>
    /// <param name="report">What was found.</param>
    public static ImmutableArray<ResultFile> Of(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StudyFigureSet figures = new(report);
        return [ResultFile.OfText(Page, VerifyHtml.Render(report, figures)), .. figures.All.SelectMany(figure => figure.Files(report.Provenance))];
    }
}
