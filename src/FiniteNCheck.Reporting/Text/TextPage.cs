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
        _console.Profile.Width = Math.Max(style.Width, TextStyle.MinWidth);
        _console.Profile.Capabilities.Unicode = false;
    }

    /// <summary>The width of the page in columns.</summary>
    public int Width => _console.Profile.Width;

    /// <summary>A line of text, wrapped at the width.</summary>
    public void Line(string text = "") => _console.WriteLine(text);

    /// <summary>A line with Spectre markup; callers escape what is not theirs.</summary>
    public void Markup(string markup) => _console.MarkupLine(markup);

    /// <summary>A verdict in its colour, then the reason.</summary>
    public void Verdict(string verdict, string reason) =>
        _console.MarkupLine($"[{StyleOf(verdict).ToMarkup()}]{verdict}[/]: {Spectre.Console.Markup.Escape(reason)}");

    /// <summary>Sentences with verdicts in their colours, in a row behind a name.</summary>
    public void Sentences(string name, IEnumerable<(string Subject, string Verdict, string End)> sentences)
    {
        IEnumerable<string> parts = sentences.Select(each =>
            $"{Spectre.Console.Markup.Escape(each.Subject)}: [{StyleOf(each.Verdict).ToMarkup()}]{each.Verdict}[/]"
            + $"{Spectre.Console.Markup.Escape(each.End)}.");
        _console.MarkupLine($"[bold]{Spectre.Console.Markup.Escape(name)}[/]{string.Join(' ', parts)}");
    }

    /// <summary>Notes, one per line, highlighted.</summary>
    public void Notes(ImmutableArray<string> notes)
    {
        foreach (string note in notes)
        {
            _console.MarkupLine($"[yellow]Note:[/] {Spectre.Console.Markup.Escape(note)}");
        }
    }

    /// <summary>
    /// A table; headers starting with '&lt;' are left-aligned columns, with '&lt;!' such as are never wrapped; the
    /// others hold numbers and are right-aligned. Where the page is too narrow for it, each row becomes a list of its
    /// cells, one per line behind its header.
    /// </summary>
    public void Table(IEnumerable<string> headers, IEnumerable<string[]> rows)
    {
        string[][] cells = [.. rows];
        TableColumns columns = new([.. headers], cells);
        if (columns.Fit(Width) is { } widths)
        {
            WriteTable(columns, widths, cells);
        }
        else
        {
            WriteList(columns, cells);
        }
    }

    /// <summary>The page, with line feeds as line ends and without trailing blanks.</summary>
    public override string ToString() =>
        string.Join('\n', _writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));

    public void Dispose() => _writer.Dispose();

    private void WriteTable(TableColumns columns, int[] widths, string[][] rows)
    {
        Table table = new Table().Border(RuledBorder.Instance);
        for (int i = 0; i < widths.Length; i++)
        {
            TableColumn column = new TableColumn(
                new Spectre.Console.Text(columns.Headers[i], new Style(decoration: Decoration.Bold))).Padding(0, 0, 1, 0);
            column.Width = widths[i];
            table.AddColumn(columns.IsText[i] ? column : column.RightAligned());
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

    private void WriteList(TableColumns columns, string[][] rows)
    {
        foreach (string[] row in rows)
        {
            foreach ((string header, string cell) in columns.Headers.Zip(row))
            {
                string name = header.Length == 0 ? "" : $"[bold]{Spectre.Console.Markup.Escape(header.Replace('\n', ' '))}[/]: ";
                _console.MarkupLine($"{name}[{StyleOf(cell).ToMarkup()}]{Spectre.Console.Markup.Escape(cell)}[/]");
            }

            _console.WriteLine();
        }
    }

    private static Style StyleOf(string cell) => cell switch
    {
        "confirmed" or "agrees" => new Style(Color.Green),
        "refuted" or "differs" => new Style(Color.Red),
        "inconclusive" or "new" => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
