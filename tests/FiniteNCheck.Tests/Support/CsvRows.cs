using System.Text;

namespace FiniteNCheck.Tests.Support;

/// <summary>Comma-separated values by RFC 4180, read character by character.</summary>
internal static class CsvRows
{
    /// <summary>The rows with their fields, including the header.</summary>
    public static List<string[]> Of(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is (',' or '\n'))
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }

        return rows;
    }
}
