using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>Lines of code fit on a screen.</summary>
[Trait("Kind", "Architecture")]
public class LineLengthTests
{
    private const int MaxLength = 140;

    [Fact]
    public void No_line_of_code_is_longer_than_140_characters()
    {
        string[] tooLong =
        [
            .. from folder in new[] { "src", "tests", "benchmarks" }
               from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
               where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
               from number in TooLong(File.ReadAllLines(file))
               select $"{Path.GetRelativePath(RepositoryRoot.Path, file)}:{number}",
        ];

        Assert.True(tooLong.Length == 0, string.Join(Environment.NewLine, tooLong));
    }

    [Fact]
    public void A_longer_line_is_seen() => Assert.Equal([2], TooLong([new string('a', MaxLength), new string('a', MaxLength + 1)]));

    private static IEnumerable<int> TooLong(string[] lines) =>
        lines.Select((line, i) => (line.Length, Number: i + 1)).Where(line => line.Length > MaxLength).Select(line => line.Number);
}
