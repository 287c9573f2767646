using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads <c>initial</c>: Bloch vectors, a fixed point with a given start, or one of the words of the shorthand.</summary>
internal static class InitialStateReader
{
    private const string Vectors = "a map of every block to its Bloch vector [x, y, z], or { fixed-point: such a map }";

    /// <summary>The initial state of a model.</summary>
    /// <param name="model">The map that holds the model.</param>
    /// <param name="names">The blocks.</param>
    /// <param name="named">The network whose states have names, or <see langword="null"/> for a model written out in full.</param>
    internal static InitialState Read(YamlMap model, BlockNames names, HopfieldNetwork? named)
    {
        string allowed = named is null ? Vectors : $"retrieval, paramagnetic, {Vectors}";
        YamlNode node = model.Required("initial", allowed);
        if (node is YamlScalar)
        {
            return (named is null ? null : node.Text()) switch
            {
                null when Unsupported.Remedy(node.Text()) is { } remedy => throw node.Error(allowed, remedy),
                "retrieval" => named!.Retrieval(),
                "paramagnetic" => named!.Paramagnetic(),
                string word => throw node.Error(
                    allowed,
                    Unsupported.Remedy(word)
                        ?? Wording.DidYouMean(word, ["retrieval", "paramagnetic"], "Write one of the words, or the vectors.")),
                null => throw node.Error(allowed, "Give a Bloch vector for each block; words are for the hopfield shorthand."),
            };
        }

        if (node is not YamlMap map)
        {
            throw node.Error(allowed, "Write one line 'block: [x, y, z]' per block.");
        }

        if (map.Optional("fixed-point") is not { } start)
        {
            return new ProductState(names.Vectors(map));
        }

        map.Allow("fixed-point");
        return new MeanFieldFixedPoint(names.Vectors(start.Map()), [], "fixed-point");
    }
}
