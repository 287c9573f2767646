using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Latex;

/// <summary>A test that needs pdflatex with booktabs, and is reported as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LatexFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Found = new(() =>
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo("kpsewhich", ["booktabs.sty"]) { UseShellExecute = false, RedirectStandardOutput = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public LatexFactAttribute()
    {
        if (!Found.Value)
        {
            Skip = "No pdflatex with booktabs. Install them (Debian: texlive-latex-recommended).";
        }
    }
}
