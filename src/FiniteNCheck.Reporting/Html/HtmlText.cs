using System.Text;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Html;

/// <summary>
/// A tree as the text of an HTML document. XML writers close empty elements in a way that HTML reads as open, so that
/// the tree is written here; SVG and MathML go in by their names, which HTML knows.
/// </summary>
internal static class HtmlText
{
    private static readonly string[] Void = ["br", "hr", "img", "link", "meta", "col", "input"];
    private static readonly string[] Raw = ["style", "script"];

    /// <summary>The document.</summary>
    /// <param name="root">The element <c>html</c>.</param>
    public static string Document(XElement root)
    {
        StringBuilder text = new("<!DOCTYPE html>\n");
        Write(text, root);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, XElement element)
    {
        string name = element.Name.LocalName;
        text.Append('<').Append(name);
        foreach (XAttribute attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            text.Append(' ').Append(attribute.Name.LocalName).Append("=\"");
            Escape(text, attribute.Value, inAttribute: true);
            text.Append('"');
        }

        text.Append('>');
        if (Void.Contains(name))
        {
            return;
        }

        foreach (XNode node in element.Nodes())
        {
            switch (node)
            {
                case XElement child:
                    Write(text, child);
                    break;
                case XText run when Raw.Contains(name):
                    text.Append(run.Value);
                    break;
                case XText run:
                    Escape(text, run.Value, inAttribute: false);
                    break;
                default:
                    throw new ArgumentException($"A node of type {node.NodeType} has no place in a report.", nameof(element));
            }
        }

        text.Append("</").Append(name).Append('>');
        if (IsBlock(name))
        {
            text.Append('\n');
        }
    }

    private static bool IsBlock(string name) =>
        name
            is "p"
                or "div"
                or "section"
                or "header"
                or "footer"
                or "main"
                or "table"
                or "tr"
                or "figure"
                or "details"
                or "style"
                or "head"
                or "title"
                or "h1"
                or "h2"
                or "h3"
                or "li"
                or "svg"
                or "g";

    private static void Escape(StringBuilder text, string value, bool inAttribute)
    {
        foreach (char letter in value)
        {
            _ = letter switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' when inAttribute => text.Append("&quot;"),
                _ => text.Append(letter),
            };
        }
    }
}
