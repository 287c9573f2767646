using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>
/// The general parts know no paper. Their source holds neither its author nor its date nor the name of a claim; a second
/// paper moves in without a change to them.
/// </summary>
/// <remarks>
/// Searched are author, citation key and date in Model, Files, Numerics, Exact, Theory, Verification, Claims and Reporting; the names of
/// claims as string literals in the same projects; and the paper's network in Numerics, Exact, Claims and Reporting. Files call
/// the drift with frozen rates <c>printed</c>, a word that their readers know. Model has the network as a shorthand of model
/// files, Theory an overlap with a pattern, and Verification a key of that shorthand as an example: a model is not a paper.
/// Equation numbers are not searched for.
/// </remarks>
[Trait("Kind", "Architecture")]
public sealed class GeneralPartsTests
{
    private const string Network = "Hopfield";

    private static readonly string[] General = ["Model", "Files", "Numerics", "Exact", "Theory", "Verification", "Claims", "Reporting"];
    private static readonly string[] WithoutNetwork = ["Numerics", "Exact", "Claims", "Reporting"];

    private static Paper Paper => Ledger.Paper;

    [Fact]
    public void General_parts_hold_no_word_of_a_paper()
    {
        (string Project, string Name, string Text)[] files = [.. General.SelectMany(Files)];
        Assert.True(files.Length > 250, $"only {files.Length} files were read");
        Assert.Empty(files.SelectMany(file => Found(file.Project, file.Text).Select(word => $"{file.Name}: {word}")));
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("Claims", "/// <summary>A claim of Fiorelli (2024).</summary>")]
    [InlineData("Numerics", "// As printed on 2 February 2024.")]
    [InlineData("Verification", "// See Fiorelli2024.")]
    [InlineData("Reporting", "bool isTheorem = claim.Id is \"T2\";")]
    [InlineData("Reporting", "HopfieldNetwork network = new();")]
    [InlineData("Claims", "// a Hopfield network")]
    [InlineData("Exact", "string id = \"C62-limit-cycle\";")]
    public void A_doctored_text_fails(string project, string text) => Assert.NotEmpty(Found(project, text));

    [Theory]
    [InlineData("Model", "/// <summary>A Hopfield network.</summary>")]
    [InlineData("Reporting", "private static T1 First<T1, T2>(T1 first, T2 second) => first;")]
    [InlineData("Claims", "/// <param name=\"paper\">The paper.</param>")]
    public void An_innocent_text_passes(string project, string text) => Assert.Empty(Found(project, text));

    private static IEnumerable<string> Found(string project, string text)
    {
        string author = string.Concat(Paper.CitationKey.TakeWhile(char.IsAsciiLetter));
        string[] words =
        [
            author,
            Paper.CitationKey,
            Paper.Printed,
            .. WithoutNetwork.Contains(project, StringComparer.Ordinal) ? [Network] : Array.Empty<string>(),
            .. Paper.Claims.Select(claim => $"\"{claim.Id}\""),
        ];
        return words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(string Project, string Name, string Text)> Files(string project)
    {
        string root = Path.Combine(RepositoryRoot.Path, "src", $"FiniteNCheck.{project}");
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: $"{project}/{Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')}"))
            .Where(each => !each.Name.Contains("/obj/", StringComparison.Ordinal) && !each.Name.Contains("/bin/", StringComparison.Ordinal))
            .Select(each => (project, each.Name, File.ReadAllText(each.File)));
    }
}
