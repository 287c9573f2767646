namespace FiniteNCheck.Reporting.Latex;

/// <summary>A text for the appendix of a paper, to be included by <c>\input</c>.</summary>
internal static class LatexPage
{
    /// <summary>The packages that the text needs.</summary>
    public const string Packages = @"\usepackage[T1]{fontenc}\usepackage{array,booktabs,longtable}";

    private const string Preamble = @"\documentclass{article}\usepackage[a4paper,landscape,margin=15mm]{geometry}";

    /// <summary>The text: usage and origin as comments, then the body in a small font.</summary>
    /// <param name="name">The name of its file without the extension.</param>
    /// <param name="comments">What the file says at its top, a comment each: where the numbers come from.</param>
    /// <param name="body">Its content.</param>
    public static string Render(string name, IEnumerable<string> comments, string body) =>
        $$"""
        {{string.Join('\n', comments.Select(Comment))}}
        % In a paper: \input{{{name}}}, with this in the preamble:
        % {{Packages}}
        % On its own:
        % pdflatex -jobname={{name}} '{{Preamble}}{{Packages}}\begin{document}\input{{{name}}.tex}\end{document}'
        \begingroup
        \footnotesize
        \setlength{\tabcolsep}{3pt}
        {{body}}\endgroup

        """;

    /// <summary>A paragraph.</summary>
    /// <param name="latex">Its text.</param>
    public static string Paragraph(string latex) => $"\n\\noindent {latex}\\par\n";

    /// <summary>The text as a comment of one line.</summary>
    private static string Comment(string text) => $"% {text.ReplaceLineEndings(" ")}";
}
