using System.CommandLine;
using System.Text;
using FiniteNCheck.Cli.Arguments;

namespace FiniteNCheck.Cli.Verbs;

/// <summary>Renders the help pages, from the grammar that also parses.</summary>
internal static class HelpText
{
    private const int Width = 96;
    private const string Statuses =
        "Exit status: 0 as expected, 1 something came out otherwise, 2 bad input or usage, 3 inconclusive,\n"
        + "4 a fault of the program, 130 interrupted.\n";

    /// <summary>Renders the page of the whole program.</summary>
    public static string Render(IReadOnlyList<Verb> verbs)
    {
        StringBuilder page = new();
        page.Append("finitencheck: exact dynamics at finite N against the theory of the limit.\n\n");
        page.Append("Usage:\n  finitencheck VERB [arguments] [options]\n\nVerbs:\n");
        Rows(page, verbs.Select(verb => (verb.Name, verb.Description)));
        page.Append("\nOptions:\n");
        Rows(page, [Row(Options.Help), Row(Options.Version)]);
        Examples(page, verbs.Select(verb => verb.Examples[0]));
        page.Append("\n'finitencheck VERB --help' explains a verb.\n").Append(Statuses);
        return page.ToString();
    }

    /// <summary>Renders the page of one verb.</summary>
    public static string Render(Verb verb)
    {
        StringBuilder page = new();
        page.Append($"{verb.Description}\n\nUsage:\n  {verb.Usage}\n\nArguments:\n");
        Rows(page, [(verb.Operands.Name, verb.Operands.Description ?? "")]);
        page.Append("\nOptions:\n");
        Rows(page, verb.OwnOptions.Append(Options.Help).Select(Row));
        Examples(page, verb.Examples);
        page.Append('\n').Append(Statuses);
        return page.ToString();
    }

    private static (string Left, string Right) Row(Option option) =>
        (
            string.Join(", ", option.Aliases.Prepend(option.Name)) + (option.HelpName is { } value ? $" {value}" : ""),
            option.Description ?? "");

    private static void Examples(StringBuilder page, IEnumerable<(string Command, string Meaning)> examples)
    {
        page.Append("\nExamples:\n");
        foreach ((string command, string meaning) in examples)
        {
            page.Append($"  {command}\n      {meaning}\n");
        }
    }

    private static void Rows(StringBuilder page, IEnumerable<(string Left, string Right)> rows)
    {
        (string Left, string Right)[] all = [.. rows];
        int indent = all.Max(row => row.Left.Length) + 4;
        foreach ((string left, string right) in all)
        {
            page.Append(("  " + left).PadRight(indent));
            int column = indent;
            foreach (string word in right.Split(' '))
            {
                if (column + word.Length > Width)
                {
                    page.Length--;
                    page.Append('\n').Append(' ', indent);
                    column = indent;
                }

                page.Append(word).Append(' ');
                column += word.Length + 1;
            }

            page.Length--;
            page.Append('\n');
        }
    }
}
