using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Ledgers;

/// <summary>
/// Reads ledgers: files that list the claims of a paper, each with its place, its statement, the prediction of a study that decides it,
/// the expected verdict and, where it does not hold, what does.
/// </summary>
public static class LedgerReader
{
    private const string Form = "a claim { id: ..., place: ..., statement: ..., study: ..., prediction: ..., expect: ... }";

    /// <summary>Reads a ledger with the studies and models that it names.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">
    /// A file cannot be read or is invalid; the message says what is wrong and where, in one line.
    /// </exception>
    public static Paper Load(string path)
    {
        YamlMap root = YamlFile.Load(path).Allow("paper", "reference", "claims");
        YamlNode list = root.Required("claims", $"a list of claims, each {Form}");
        ImmutableArray<Claim> claims = list.List(item => ReadClaim(item.Map(Form)), $"a list of claims, each {Form}");
        if (claims.IsEmpty)
        {
            throw list.Error("at least one claim", "Add one.");
        }

        return claims.GroupBy(claim => claim.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate
            ? throw list.Error("claims of different ids", "Rename one of the two.", $"two claims {Wording.Quote(duplicate.Key)}")
            : new Paper
            {
                Name = root.Required("paper", "the name of the paper, such as its authors and year").Text(),
                Reference = root.Optional("reference")?.Text() ?? string.Empty,
                Claims = claims,
            };
    }

    private static Claim ReadClaim(YamlMap map)
    {
        map.Allow("id", "place", "statement", "study", "prediction", "expect", "instead");
        string id = map.Required("id", "a short name, such as T2").Text();
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
        {
            throw map.Required("id").Error("a name of letters, digits, '_', '-' and '.'", "Rename the claim.");
        }

        ImmutableArray<Study> studies = ReadStudies(map.Required("study", "the path of a study file, or a study itself"));
        return new Claim
        {
            Id = id,
            Place = map.Required("place", "the place in the paper, such as eq. (3)").Text(),
            Statement = map.Required("statement", "the statement in words").Text(),
            Expected = ExpectedVerdict.Read(map),
            Check = ReadCheck(map, studies).Check,
            Correction = map.Optional("instead") is { } instead
                ? ReadCorrection(instead.Map("what holds instead { statement: ..., prediction: ... }"), studies)
                : null,
        };
    }

    private static Correction ReadCorrection(YamlMap map, ImmutableArray<Study> studies)
    {
        map.Allow("statement", "study", "prediction");
        ImmutableArray<Study> own = map.Optional("study") is { } study ? ReadStudies(study) : studies;
        return new Correction(map.Required("statement", "the statement that holds").Text(), ReadCheck(map, own).Check);
    }

    private static ImmutableArray<Study> ReadStudies(YamlNode node) => node is YamlMap inline
        ? Study.ReadAll(inline)
        : Study.LoadAll(node.NamedFile("the path of a study file, relative to this one, or a study itself"));

    private static StudyCheck ReadCheck(YamlMap map, ImmutableArray<Study> studies)
    {
        string[] known = [.. studies[0].Predictions.Select(prediction => prediction.Name)];
        string allowed = $"the names of predictions of the study: {string.Join(", ", known)}";
        YamlNode? node = map.Optional("prediction");
        ImmutableArray<string> names = node switch
        {
            null when known.Length == 1 => [known[0]],
            null => throw map.Required("study")
                .Error("a study with one prediction, or the key 'prediction' beside it", $"Add it: {allowed}."),
            YamlList list => list.List(item => NameOf(item, known, allowed)),
            _ => [NameOf(node, known, allowed)],
        };
        return names.IsEmpty ? throw node!.Error(allowed, "Name one.") : new StudyCheck(studies, names);
    }

    private static string NameOf(YamlNode node, string[] known, string allowed)
    {
        string name = node.Text();
        return known.Contains(name, StringComparer.Ordinal)
            ? name
            : throw node.Error(allowed, Wording.DidYouMean(name, known, "Name one of these."));
    }
}
