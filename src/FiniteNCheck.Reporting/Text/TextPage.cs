using System.Collections.Immutable;
using System.Text;
using Spectre.Console;

namespace FiniteNCheck.Reporting.Text;

/// <summary>A page of sentences and tables, rendered to a string by Spectre.Console.</summary>
internal sealed class TextPage : IDisposable
{
    private readonly StringWriter _writer = new();
    private readonly IAnsiConsole _console;

    public TextPage(TextStyle style)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = style.Color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = style.Color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_writer),

            // The look is decided by the style alone, not by variables such as CI or TERM.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        _console.Profile.Width = Math.Max(style.Width, 40);
        _console.Profile.Capabilities.Unicode = false;
    }

    /// <summary>A line of text, wrapped at the width.</summary>
    public void Line(string text = "") => _console.WriteLine(text);

    /// <summary>A line with Spectre markup; callers escape what is not theirs.</summary>
    public void Markup(string markup) => _console.MarkupLine(markup);

    /// <summary>A verdict in its colour, then the reason.</summary>
    public void Verdict(string verdict, string reason) =>
        _console.MarkupLine($"[{StyleOf(verdict).ToMarkup()}]{verdict}[/]: {Spectre.Console.Markup.Escape(reason)}");

    /// <summary>Notes, one per line, marked so that they are not overlooked.</summary>
    public void Notes(ImmutableArray<string> notes)
    {
        foreach (string note in notes)
        {
            _console.MarkupLine($"[yellow]Note:[/] {Spectre.Console.Markup.Escape(note)}");
        }
    }

    /// <summary>A table; headers starting with '&lt;' are left-aligned columns, with '&lt;!' such as are never wrapped; the others hold numbers and are right-aligned.</summary>
    public void Table(IEnumerable<string> headers, IEnumerable<string[]> rows)
    {
        Table table = new Table().Border(RuledBorder.Instance);
        foreach (string header in headers)
        {
            bool left = header.StartsWith('<');
            bool whole = !left || header.StartsWith("<!", StringComparison.Ordinal);
            TableColumn column = new TableColumn(new Spectre.Console.Text(header.TrimStart('<', '!'), new Style(decoration: Decoration.Bold))).Padding(0, 0, 1, 0);
            column = left ? column : column.RightAligned();
            table.AddColumn(whole ? column.NoWrap() : column);
        }

        foreach (string[] row in rows)
        {
            table.AddRow(row.Select(cell => new Spectre.Console.Text(cell, StyleOf(cell))));
        }

        // Spectre draws a border above and below; here it is a line of blanks, which the page does without.
        StringBuilder text = _writer.GetStringBuilder();
        int start = text.Length;
        _console.Write(table);
        string[] lines = text.ToString(start, text.Length - start).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        text.Length = start;
        text.AppendJoin('\n', lines[1..^1]).Append('\n');
    }

    /// <summary>The page, lines ending in a line feed and without blanks at their end.</summary>
    public override string ToString() =>
        string.Join('\n', _writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));

    public void Dispose() => _writer.Dispose();

    private static Style StyleOf(string cell) => cell switch
    {
        "confirmed" or "agrees" => new Style(Color.Green),
        "refuted" or "differs" => new Style(Color.Red),
        "inconclusive" or "new" => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
