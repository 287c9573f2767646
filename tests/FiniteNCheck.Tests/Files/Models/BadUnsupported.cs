namespace FiniteNCheck.Tests.Files.Models;

/// <summary>
/// Common features of the field that model files do not support. The message says so and refers to the page about the limits.
/// </summary>
internal static class BadUnsupported
{
    private const string Where = "are not supported: docs/limits.md says what a model can be.";
    private const string MoreLevels =
        "A block whose sites have levels names them, levels: [g, e, r]; operators, fields and states are then written in them: "
        + "docs/levels.md.";

    private const string TopKeys = "the keys name, parameters, blocks, hamiltonian, jumps, collective-jumps, hopfield, initial";
    private const string Vectors = "a map of every block to its Bloch vector [x, y, z], or one of "
        + "{ fixed-point, mixture, superposition, dicke, ghz }";
    private const string Operator = "raise, lower, z or [[[re, im], [re, im]], [[re, im], [re, im]]]";

    internal static IEnumerable<BadFile> Files =>
    [
        .. Keys("cavity", "Bosonic modes"),
        .. Keys("Modes", "Bosonic modes"),
        .. Keys("correlated_jumps", "Other jumps of several spins at once"),
        .. Keys("three-body", "Couplings of three or more spins"),
        .. Keys("lattice", "Couplings that depend on a distance"),
        .. Keys("disorder", "Disorder inside a block"),
        BadFile.InFull("levels of a jump", "operator: raise", "levels: [g, e, r]",
            13, "jumps[1].levels",
            "the key 'levels'",
            "the keys block, operator, rate, argument, own-site",
            MoreLevels),
        BadFile.InFull("operators of a coupling", "axes: [z, x]", "operators: [z, x]",
            10, "hamiltonian.couplings[1].operators",
            "the key 'operators'",
            "the keys between, axes, strength, scale",
            MoreLevels),
        BadFile.InFull("coupling of three blocks", "between: [plus, minus]", "between: [plus, minus, minus]",
            10, "hamiltonian.couplings[1].between",
            "a list of 3",
            "a list of 2: the two blocks",
            $"Couplings of three or more spins {Where}"),
        BadFile.InFull("coupling of three axes", "axes: [z, x]", "axes: [z, x, x]",
            10, "hamiltonian.couplings[1].axes",
            "a list of 3",
            "a list of 2: the two axes",
            $"Couplings of three or more spins {Where}"),
        BadFile.InFull("field of levels", "plus: [0.2, 0, 0]", "plus: { e<-g: 0.3 }",
            7, "hamiltonian.fields.plus",
            "a map with the key e<-g",
            "a list of 3: the components x, y, z",
            MoreLevels),
        BadFile.InFull("jump of several blocks", "- block: plus", "- block: [plus, minus]",
            12, "jumps[1].block",
            "a list of 2",
            "the name of one block",
            "Write one jump for each block, or one of 'collective-jumps' for all of them together."),
        BadFile.InFull("matrix unit", "operator: raise", "operator: e<-g",
            13, "jumps[1].operator",
            "'e<-g'",
            Operator,
            MoreLevels),
        BadFile.InFull("operator of levels", "operator: raise", "operator: { e<-g: 1 }",
            13, "jumps[1].operator",
            "a map with the key e<-g",
            Operator,
            MoreLevels),
        BadFile.InFull(
            "matrix of three levels",
            "[[[0, 0], [1, 0]], [[0, 0], [0, 0]]]",
            "[[[0, 0], [1, 0], [0, 0]], [[0, 0], [0, 0], [0, 0]], [[0, 0], [0, 0], [0, 0]]]",
            18, "jumps[2].operator",
            "a list of 3",
            "a list of 2: the rows up and down",
            MoreLevels),
        BadFile.InFull("argument of a cavity", "plus: [0, 0, 0.5], minus", "cavity: [0, 0, 0.5], minus",
            15, "jumps[1].argument.cavity",
            "the key 'cavity'",
            "the keys plus, minus",
            $"Bosonic modes {Where}"),
        BadFile.InFull("squeezed state", "  plus: [0, 0, 1]\n  minus: [0, 0, -1]", "  squeezed: []",
            21, "initial.squeezed",
            "the key 'squeezed'",
            "the keys plus, minus",
            $"Initial states other than products, mixtures, superpositions, Dicke and GHZ states {Where}"),
        BadFile.InFull("populations of levels", "plus: [0, 0, 1]", "plus: { g: 0.7, e: 0.3 }",
            21, "initial.plus",
            "a map with the keys g, e",
            "a list of 3: the components x, y, z",
            MoreLevels),
        BadFile.InFull("GHZ state in a word", "initial:\n  plus: [0, 0, 1]\n  minus: [0, 0, -1]", "initial: GHZ",
            20, "initial",
            "'GHZ'",
            Vectors,
            "Give a Bloch vector for each block; words are for the hopfield shorthand."),
        BadFile.InShorthand("GHZ state of a network", "initial: retrieval", "initial: ghz",
            9, "initial",
            "'ghz'",
            $"retrieval, paramagnetic, {Vectors}",
            "Write one of the words, or the vectors."),
        .. Infinities,
        .. Expressions,
    ];

    private static IEnumerable<BadFile> Infinities =>
        new[] { ".inf", "-.Inf", "inf", "Infinity", "+INF" }.Select(word => Temperature(
            word,
            $"'{word}'",
            "Infinity is not supported: write a number, or leave out what it would stand for (docs/limits.md)."));

    private static IEnumerable<BadFile> Expressions =>
        new[]
        {
            (Text: "2*omega", Found: "'2*omega'"),
            (Text: "sqrt(2)", Found: "'sqrt(2)'"),
            (Text: "1 / (1 + beta)", Found: "'1 / (1 + beta)'"),
        }
        .Select(each => Temperature(
            each.Text,
            each.Found,
            "Write a formula in quotes, its names under 'parameters', or write the number."));

    private static BadFile Temperature(string text, string found, string remedy) =>
        BadFile.InShorthand($"temperature of {text}", "temperature: 0.5", $"temperature: {text}",
            4, "hopfield.temperature",
            found,
            "a finite number",
            remedy);

    private static IEnumerable<BadFile> Keys(string key, string meaning) =>
    [
        BadFile.InFull($"key {key} at the top", "name: two-blocks", $"name: two-blocks\n{key}: 1",
            2, key,
            $"the key '{key}'",
            TopKeys,
            $"{meaning} {Where}"),
    ];
}
