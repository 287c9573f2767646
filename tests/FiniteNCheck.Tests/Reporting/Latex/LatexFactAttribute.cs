using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Latex;

/// <summary>A test that needs pdflatex with booktabs, and is reported as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LatexFactAttribute : FactAttribute
{
    public LatexFactAttribute()
    {
        if (!InstalledProgram.Succeeds("kpsewhich", "booktabs.sty"))
        {
            Skip = "No pdflatex with booktabs. Install them (Debian: texlive-latex-recommended).";
        }
    }
}
