using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>
/// Reads <c>initial</c>: Bloch vectors, a fixed point with a given start, one of the words of the shorthand, or a start that is no product.
/// </summary>
internal static class InitialStateReader
{
    private const string Vectors =
        "a map of every block to its Bloch vector [x, y, z], or one of { fixed-point, mixture, superposition, dicke, ghz }";

    private const string PerBlock = "a map of every block to its Bloch vector [x, y, z]";

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

        if (!map.Keys.Any(BlockName.IsStart))
        {
            return new ProductState(names.Vectors(map));
        }

        (string kind, YamlNode start) = map.OneOf(BlockName.Starts);
        return kind switch
        {
            "mixture" => new Mixture(start.List(item => ReadComponent(item, names), "a list of { weight: ..., state: { ... } }")),
            "superposition" => new Superposition(
                start.List(item => ReadTerm(item, names), "a list of { amplitude: [re, im], state: { ... } }")),
            "dicke" => ReadDicke(start, names),
            "ghz" => ReadGhz(start, names),
            _ => new MeanFieldFixedPoint(names.Vectors(start.Map()), [], "fixed-point"),
        };
    }

    private static MixtureComponent ReadComponent(YamlNode item, BlockNames names)
    {
        YamlMap map = item.Map("{ weight: ..., state: { ... } }").Allow("weight", "state");
        return new MixtureComponent(map.Required("weight", "a probability").Number(), ReadProduct(map, names));
    }

    private static SuperpositionTerm ReadTerm(YamlNode item, BlockNames names)
    {
        (Complex amplitude, YamlMap state) = TermOf(item, PerBlock);
        return new SuperpositionTerm(amplitude, names.Vectors(state));
    }

    /// <summary>The amplitude of a term of a superposition, and the map of its state.</summary>
    /// <param name="item">The term.</param>
    /// <param name="allowed">What a state is, for the message.</param>
    internal static (Complex Amplitude, YamlMap State) TermOf(YamlNode item, string allowed)
    {
        const string amplitude = "real and imaginary part";
        YamlMap map = item.Map("{ amplitude: [re, im], state: { ... } }").Allow("amplitude", "state");
        ImmutableArray<YamlNode> parts = map.Required("amplitude", $"[re, im], {amplitude}").Items(2, amplitude);
        return (new Complex(parts[0].Number(), parts[1].Number()), map.Required("state", allowed).Map(allowed));
    }

    private static ImmutableArray<PauliVector> ReadProduct(YamlMap map, BlockNames names) =>
        names.Vectors(map.Required("state", PerBlock).Map(PerBlock));

    private static DickeState ReadDicke(YamlNode node, BlockNames names)
    {
        const string allowed = "{ up: the number of spins up }, such as { up: 3 } or { up: \"n/4\" }";
        return new DickeState(names.Each(
            node.Map($"a map of every block to {allowed}"),
            allowed,
            item => item.Map(allowed).Allow("up").Required("up", "a whole number, or a share of n in quotes").Formula(DickeState.Size)));
    }

    private static Superposition ReadGhz(YamlNode node, BlockNames names)
    {
        ImmutableArray<int> blocks = node.List(names.IndexOf, "a list of all blocks, such as [all]");
        return blocks.Order().SequenceEqual(Enumerable.Range(0, names.Count))
            ? Superposition.Ghz(names.Count)
            : throw node.Error("a list of all blocks, each once", "Name every block: a GHZ state is one of all spins.");
    }
}
