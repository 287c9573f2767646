using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;

// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>
/// Reads a file with <c>drift</c>, <c>diffusion</c> and optionally <c>flow</c>: formulas by element, such as
/// <c>drift: { "z.all,z.all": "-2*mf('z.all')" }</c>. Elements left out vanish.
/// </summary>
internal static class FluctuationReader
{
    private const string Elements = "a map of two observables with a comma to a formula, such as { \"z.all,z.all\": \"-1\" }";

    private const string Averages = "a map of observables to formulas, such as { z.all: \"-mf('z.all')\" }";

    /// <summary>Reads a file.</summary>
    /// <param name="name">The name of the prediction.</param>
    /// <param name="file">The file.</param>
    /// <param name="model">The model.</param>
    public static FluctuationPrediction Read(string name, string file, SymmetricModel model)
    {
        YamlMap map = YamlFile.Load(file).Allow("flow", "drift", "diffusion");
        Vocabulary words = Vocabulary.OfFlows(model);
        ImmutableArray<string> names = model.ObservableNames;
        YamlMap? flow = map.Optional("flow")?.Map(Averages);
        if (flow is { Keys.IsEmpty: true })
        {
            throw flow.Error(Averages, "Leave 'flow' out for the mean field of the model.");
        }

        YamlMap diffusion = map.Required("diffusion", Elements).Map(Elements);
        var prediction = new FluctuationPrediction(
            name,
            (flow?.Keys ?? []).ToImmutableDictionary(
                key => Observable(flow!, key, key), key => Formula(flow!, key), StringComparer.Ordinal),
            Matrix(map.Required("drift", Elements).Map(Elements)),
            Matrix(diffusion))
        {
            Statement = $"drift and diffusion of {Path.GetFileName(file)}",
        };
        return diffusion.Keys.FirstOrDefault(key => IsTwice(key, prediction.Diffusion)) is { } twice
            ? throw diffusion.KeyError(
                twice, "an element beside its mirror image", "each pair of observables once: D is symmetric", "Remove one of the two.")
            : prediction;

        ImmutableDictionary<(string Row, string Column), TermFormula> Matrix(YamlMap elements) =>
            elements.Keys.Aggregate(
                ImmutableDictionary<(string Row, string Column), TermFormula>.Empty,
                (read, key) => Pair(elements, key) is var pair && !read.ContainsKey(pair)
                    ? read.Add(pair, Formula(elements, key))
                    : throw elements.KeyError(
                        key, $"the element {Wording.Quote(key)} twice", "each element once", "Remove one of the two."));

        (string Row, string Column) Pair(YamlMap elements, string key) => key.Split(',') is [var row, var column]
            ? (Observable(elements, key, row.Trim()), Observable(elements, key, column.Trim()))
            : throw elements.KeyError(
                key, $"the element {Wording.Quote(key)}", "two observables with a comma", "Write them as \"x.all,z.all\".");

        string Observable(YamlMap owner, string key, string observable) => names.Contains(observable, StringComparer.Ordinal)
            ? observable
            : throw owner.KeyError(
                key,
                $"the unknown observable {Wording.Quote(observable)}",
                string.Join(", ", names),
                Wording.DidYouMean(observable, names, "Correct the name."));

        TermFormula Formula(YamlMap owner, string key) => words.Resolve(owner.Required(key).Formula(words.Scope, words.Description));
    }

    private static bool IsTwice(string key, ImmutableDictionary<(string Row, string Column), TermFormula> elements) =>
        key.Split(',') is [var row, var column] && !string.Equals(row.Trim(), column.Trim(), StringComparison.Ordinal)
        && elements.ContainsKey((row.Trim(), column.Trim())) && elements.ContainsKey((column.Trim(), row.Trim()));
}
