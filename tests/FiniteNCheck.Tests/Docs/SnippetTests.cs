using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>C# in the documentation is the text of a test, character by character.</summary>
[Trait("Kind", "Regression")]
public class SnippetTests
{
    private const string Document = "Text.\n\n<!-- snippet: one -->\n```csharp\nint a = 1;\n\nint b = 2;\n```\n\nMore.\n";
    private const string Source =
        "// snippet: one\nint a = 1;\n// end of snippet\nclass C\n{\n        // snippet: "
        + "one\n        int b = 2;\n        // end of snippet\n}\n";

    [Fact]
    public void Every_block_of_a_document_is_the_text_of_a_test()
    {
        Snippet[] documents = [.. Snippet.InDocuments()];

        Assert.Contains(documents, block => string.Equals(block.Place, "README.md", StringComparison.Ordinal));
        Assert.Empty(Snippet.Problems(documents, [.. Snippet.InTests()]));
    }

    [Fact]
    public void Regions_of_one_name_are_one_snippet() => Assert.Empty(Problems(Document, Source));

    [Theory]
    [InlineData("int b = 2;", "int b = 3;", "is not the text of a test", "is in no document")]
    [InlineData("int b = 2;", " int b = 2;", "is not the text of a test", "is in no document")]
    [InlineData("<!-- snippet: one -->\n", "", "has no '<!-- snippet", "is in no document")]
    [InlineData("snippet: one", "snippet: two", "'two' is not the text", "'one' is in no document")]
    [InlineData("More.\n", "```cs\nint c;\n```\n", "'int c; ...' has no '<!-- snippet")]
    public void A_doctored_document_fails(string good, string bad, params string[] problems) =>
        Assert.Equal(
            problems,
            Problems(Document.Replace(good, bad, StringComparison.Ordinal), Source),
            (expected, actual) => actual.Contains(expected, StringComparison.Ordinal));

    private static IReadOnlyList<string> Problems(string document, string source) =>
        Snippet.Problems([.. Snippet.InDocument("a.md", document)], [.. Snippet.InSource("A.cs", source)]);
}
