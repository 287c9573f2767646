using System.Text.RegularExpressions;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>Links inside the documentation lead somewhere, and paths that it names exist.</summary>
[Trait("Kind", "Regression")]
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_and_every_path_leads_somewhere()
    {
        DocumentPage[] pages = [.. DocumentPage.Names.Select(DocumentPage.Read)];
        Assert.True(pages.Sum(page => Link().Count(page.Prose)) >= 100, "hardly any link found");
        Assert.Empty(pages.SelectMany(Broken));
    }

    [Fact]
    public void Every_page_is_in_the_index()
    {
        string index = DocumentPage.Read("docs/README.md").Prose;
        string[] pages =
        [
            .. DocumentPage.Names
                .Where(name => name.StartsWith("docs/", StringComparison.Ordinal) && name is not "docs/README.md")
                .Select(name => name["docs/".Length..]),
        ];
        Assert.DoesNotContain(pages, page => !index.Contains($"]({page})", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData(
        "[a](output.md), [b](output.md#exit-status), [c](claims.md#s31-averages), `src/FiniteNCheck.Exact`, [d](https://example.org/x)", 0)]
    [InlineData("[a](outputs.md)", 1)]
    [InlineData("[b](output.md#exit-state)", 1)]
    [InlineData("[b](#nowhere)", 1)]
    [InlineData("`src/FiniteNCheck.Exakt`", 1)]
    public void A_broken_link_is_found(string text, int broken) =>
        Assert.Equal(broken, Broken(new DocumentPage("docs/page.md", text)).Count());

    private static IEnumerable<string> Broken(DocumentPage page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, page.Name))!;
        foreach (Match link in Link().Matches(page.Prose))
        {
            (string target, string anchor) = (link.Groups["target"].Value, link.Groups["anchor"].Value);
            if (!target.Contains("://", StringComparison.Ordinal) && !Leads(page, folder, target, anchor))
            {
                yield return $"{page.Name}: {link.Value}";
            }
        }

        IEnumerable<string> paths = NamedPath().Matches(page.Prose).Select(match => match.Groups["path"].Value);
        foreach (string path in paths.Where(path => !Path.Exists(Path.Combine(RepositoryRoot.Path, path))))
        {
            yield return $"{page.Name}: `{path}`";
        }
    }

    private static bool Leads(DocumentPage page, string folder, string target, string anchor)
    {
        // A link to an anchor alone is one to the same page.
        bool isSame = target.Length == 0;
        string file = Path.Combine(folder, target);
        return (isSame || Path.Exists(file))
            && (anchor.Length == 0 || Anchors(isSame ? page.Text : File.ReadAllText(file)).Contains(anchor, StringComparer.Ordinal));
    }

    /// <summary>The anchors that headings get: lower case, blanks to hyphens, no punctuation.</summary>
    private static IEnumerable<string> Anchors(string text) =>
        Heading()
            .Matches(text)
            .Select(match => NotInAnchors().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(#(?<anchor>[^)\s]+))?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"`(?<path>(src|tests|docs|studies|scripts|benchmarks|reference-data)/[\w./-]*)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedPath();

    [GeneratedRegex("^#+ (?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\s-]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NotInAnchors();
}
