using System.Text.RegularExpressions;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>What code and documentation cite by authors and year stands in <c>docs/references.bib</c>.</summary>
[Trait("Kind", "Regression")]
public sealed partial class ReferenceListTests
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    [Fact]
    public void Every_citation_is_in_the_list()
    {
        string[] texts =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
                .Select(file => Continuation().Replace(File.ReadAllText(file), " ")),
            .. DocumentPage.Names.Select(name => DocumentPage.Read(name).Text),
        ];
        string[] citations = [.. texts.SelectMany(Citations).Distinct(StringComparer.Ordinal)];
        Assert.True(citations.Length >= 10, $"only {citations.Length} citations found");
        Assert.Empty(Missing(citations, Entries()));
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("as in (Chase and Geremia 2008; Shammah et al. 2018)", 0)]
    [InlineData("Baragiola, Chase and Geremia (2010), as printed on 2 February 2024", 0)]
    [InlineData("Chase and Geremia 2009", 1)]
    [InlineData("Chase and Nobody (2008); Somebody et al. 2018", 2)]
    public void A_citation_that_is_not_in_the_list_is_found(string text, int missing) =>
        Assert.Equal(missing, Missing(Citations(text), Entries()).Count());

    private static IEnumerable<string> Citations(string text) =>
        Citation()
            .Matches(text)
            .Where(match => !Months.Contains(match.Groups["names"].Value, StringComparer.Ordinal))
            .Select(match => match.Value);

    private static IEnumerable<string> Missing(IEnumerable<string> citations, IReadOnlyList<(string Authors, string Year)> entries) =>
        citations.Where(citation =>
        {
            Match match = Citation().Match(citation);
            string[] names = [.. Name().Matches(match.Groups["names"].Value).Select(name => name.Value)];
            return !entries.Any(entry =>
                string.Equals(entry.Year, match.Groups["year"].Value, StringComparison.Ordinal)
                && Array.TrueForAll(names, name => entry.Authors.Contains(name, StringComparison.Ordinal)));
        });

    /// <summary>Authors, with accents left out, and year of every entry.</summary>
    private static (string Authors, string Year)[] Entries() =>
    [
        .. File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "references.bib")).Split("\n@").Skip(1)
            .Select(entry => (Accent().Replace(Author().Match(entry).Groups["text"].Value, ""), Year().Match(entry).Groups["text"].Value)),
    ];

    [GeneratedRegex(
        @"(?<names>\b\p{Lu}[\p{L}-]+((, | and )\p{Lu}[\p{L}-]+)*)( et al\.)?,? \(?(?<year>(19|20)\d\d)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\p{Lu}[\p{L}-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"author = \{(?<text>.*)\},", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Author();

    [GeneratedRegex(@"year = \{(?<text>\d+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"[{}\\""']", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Accent();

    [GeneratedRegex(@"\n\s*///?\s*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Continuation();
}
