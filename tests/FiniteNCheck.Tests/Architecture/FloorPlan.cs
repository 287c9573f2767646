using System.Collections.Immutable;
using System.Text;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>
/// Projects and their folders as an SVG drawing: a box for each project above those that it uses,
/// lines for uses that do not follow from others, and in each box its folders, floor above floor.
/// </summary>
internal static class FloorPlan
{
    private const int RowHeight = 18;
    private const int TitleHeight = 26;
    private const int CharacterWidth = 7;
    private const int Padding = 12;
    private const int Gap = 28;
    private const int LevelGap = 56;
    private const string Prefix = "FiniteNCheck.";

    /// <summary>Draws them.</summary>
    /// <param name="projects">Which project names which.</param>
    /// <param name="files">The files of each.</param>
    public static string Draw(ProjectGraph projects, ImmutableArray<FileGraph> files)
    {
        Dictionary<string, int> levels = new(StringComparer.Ordinal);
        foreach (string project in projects.References.Keys)
        {
            LevelOf(project, name => projects.References[name], levels);
        }

        Box[] boxes = [.. files.Select(graph => new Box(graph, levels[graph.Project]))];
        int[] widths =
        [
            .. Enumerable.Range(0, boxes.Max(box => box.Level) + 1).Select(level => Row(boxes, level).Sum(box => box.Width + Gap) - Gap),
        ];
        int total = widths.Max() + (2 * Padding);
        int y = Padding;
        for (int level = widths.Length - 1; level >= 0; level--)
        {
            int x = (total - widths[level]) / 2;
            foreach (Box box in Row(boxes, level))
            {
                (box.X, box.Y) = (x, y);
                x += box.Width + Gap;
            }

            y += Row(boxes, level).Max(box => box.Height) + LevelGap;
        }

        StringBuilder svg = new();
        Line(
            svg,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{total}\" height=\"{y - LevelGap + Padding}\" font-family=\"sans-serif\" "
            + "font-size=\"12\">");
        Line(svg, $"<title>Projects and folders: each uses only what lies below it</title>");
        Line(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        foreach (Box box in boxes)
        {
            foreach (Box other in boxes.Where(other => IsDirect(projects, box.Project, other.Project)))
            {
                Line(
                    svg, $"<line x1=\"{box.Middle}\" y1=\"{box.Y + box.Height}\" x2=\"{other.Middle}\" y2=\"{other.Y}\" stroke=\"#888\"/>");
            }
        }

        foreach (Box box in boxes)
        {
            box.Draw(svg);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static IEnumerable<Box> Row(Box[] boxes, int level) => boxes.Where(box => box.Level == level);

    private static void Line(StringBuilder svg, string line) => svg.Append(line).Append('\n');

    /// <summary>One more than the highest level of what a node uses.</summary>
    private static int LevelOf(string node, Func<string, IEnumerable<string>> uses, Dictionary<string, int> levels)
    {
        if (levels.TryAdd(node, 0))
        {
            levels[node] = uses(node).Select(other => LevelOf(other, uses, levels) + 1).DefaultIfEmpty().Max();
        }

        return levels[node];
    }

    /// <summary>Whether one project names another that it does not reach through a third.</summary>
    private static bool IsDirect(ProjectGraph projects, string project, string other) =>
        projects.References[project].Contains(other) && !projects.References[project].Any(third => projects.Reach(third).Contains(other));

    /// <summary>A project with its floors, the highest first.</summary>
    private sealed class Box(FileGraph graph, int level)
    {
        private readonly string[] floors = Floors(graph);

        public string Project => graph.Project;

        public int Level => level;

        public int X { get; set; }

        public int Y { get; set; }

        public int Width => (CharacterWidth * floors.Append(Title).Max(text => text.Length)) + (2 * Padding);

        public int Height => TitleHeight + (RowHeight * floors.Length) + (floors.Length > 0 ? Padding / 2 : 0);

        public int Middle => X + (Width / 2);

        private string Title => Project[Prefix.Length..];

        public void Draw(StringBuilder svg)
        {
            Line(svg, $"<rect x=\"{X}\" y=\"{Y}\" width=\"{Width}\" height=\"{Height}\" rx=\"4\" fill=\"#f4f6fa\" stroke=\"#445\"/>");
            Line(svg, $"<text x=\"{Middle}\" y=\"{Y + 17}\" text-anchor=\"middle\" font-weight=\"bold\">{Title}</text>");
            for (int i = 0; i < floors.Length; i++)
            {
                Line(
                    svg,
                    $"<text x=\"{Middle}\" y=\"{Y + TitleHeight + (RowHeight * i) + 12}\" text-anchor=\"middle\" "
                    + $"fill=\"#334\">{floors[i]}</text>");
            }
        }

        private static string[] Floors(FileGraph graph)
        {
            (ImmutableArray<string> folders, ImmutableHashSet<(string From, string To)> uses) = graph.Folders;
            Dictionary<string, int> levels = new(StringComparer.Ordinal);
            foreach (string folder in folders)
            {
                LevelOf(
                    folder,
                    name => uses.Where(use => string.Equals(use.From, name, StringComparison.Ordinal)).Select(use => use.To),
                    levels);
            }

            return folders is [FileGraph.Root]
                ? []
                : [.. levels.GroupBy(pair => pair.Value, pair => pair.Key).OrderByDescending(floor => floor.Key).Select(Floor)];
        }

        private static string Floor(IEnumerable<string> folders) =>
            string.Join(
                " \u00b7 ",
                folders
                    .Order(StringComparer.Ordinal)
                    .Select(folder => string.Equals(folder, FileGraph.Root, StringComparison.Ordinal) ? "(files at the root)" : folder));
    }
}
