using System.Collections.Immutable;
using FiniteNCheck.Reporting.Hdf5;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>
/// The report of a verification as files: a page, its figures as pictures and numbers, its tables as Markdown and
/// LaTeX, its arrays for NumPy and as HDF5.
/// </summary>
public static class VerifyFiles
{
    /// <summary>The name of the page.</summary>
    public const string Page = "verify.html";

    /// <summary>The folder of the figures.</summary>
    public const string Folder = "verify-figures";

    private const string Markdown = "verify.md";
    private const string Latex = "verify.tex";
    private const string Arrays = "verify.npz";
    private const string Hdf5 = "verify.h5";

    /// <summary>The names of the files and of the folder.</summary>
    public static ImmutableArray<string> Names { get; } = [Page, Folder, Markdown, Latex, Arrays, Hdf5];

    /// <summary>The files.</summary>
    /// <param name="report">The findings.</param>
    public static ImmutableArray<ResultFile> Render(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        VerifyFigures figures = new(report, Folder);
        return
        [
            ResultFile.OfText(Page, VerifyHtml.Render(report, figures)),
            ResultFile.OfText(Markdown, VerifyMarkdown.Render(report)),
            ResultFile.OfText(Latex, VerifyLatex.Render(report)),
            new ResultFile(Arrays, VerifyNpz.Render(report)),
            .. Hdf5Support.IsAvailable ? [new ResultFile(Hdf5, VerifyNpz.RenderHdf5(report))] : Array.Empty<ResultFile>(),
            .. figures.All.SelectMany(figure => figure.Files(report.Provenance)),
        ];
    }
}
