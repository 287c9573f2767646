namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Mistakes in the initial state.</summary>
internal static class BadInitial
{
    internal static IEnumerable<BadFile> Files =>
    [
        BadFile.InFull("missing initial state", "initial:\n  plus: [0, 0, 1]\n  minus: [0, 0, -1]\n", "",
            1, "initial",
            "no such key",
            "a map of every block to its Bloch vector [x, y, z], or one of { fixed-point, mixture, superposition, dicke, ghz }",
            "Add 'initial: ...'."),
        BadFile.InFull("initial state without a block", "  minus: [0, 0, -1]\n", "",
            20, "initial.minus",
            "no such key",
            "a Bloch vector [x, y, z] for each block",
            "Add 'minus: ...'."),
        BadFile.InFull("initial state of an unknown block", "  minus: [0, 0, -1]\n", "  minus: [0, 0, -1]\n  other: [0, 0, 0]\n",
            23, "initial.other",
            "an unknown key 'other'",
            "the keys plus, minus",
            "Remove it or correct its name."),
        BadFile.InFull("Bloch vector too long", "minus: [0, 0, -1]", "minus: [0.1, 0, -1]",
            22, "initial.minus",
            "a Bloch vector of length 1.004987562112089",
            "a length of at most 1",
            "Shorten the vector: no state of a spin has a longer one."),
        BadFile.InFull("word of the shorthand in a full model", "initial:\n  plus: [0, 0, 1]\n  minus: [0, 0, -1]", "initial: retrieval",
            20, "initial",
            "'retrieval'",
            "a map of every block to its Bloch vector [x, y, z], or one of { fixed-point, mixture, superposition, dicke, ghz }",
            "Give a Bloch vector for each block; words are for the hopfield shorthand."),
        BadFile.InFull("initial state as a list", "initial:\n  plus: [0, 0, 1]\n  minus: [0, 0, -1]", "initial: [[0, 0, 1], [0, 0, -1]]",
            20, "initial",
            "a list of 2",
            "a map of every block to its Bloch vector [x, y, z], or one of { fixed-point, mixture, superposition, dicke, ghz }",
            "Write one line 'block: [x, y, z]' per block."),
        BadFile.InFull(
            "fixed point beside a block",
            "initial:\n  plus: [0, 0, 1]",
            "initial:\n  fixed-point: { plus: [0, 0, 1], minus: [0, 0, 1] }",
            22, "initial.minus",
            "an unknown key 'minus'",
            "the keys fixed-point, mixture, superposition, dicke, ghz",
            "Remove it or correct its name."),
        BadFile.InFull(
            "fixed point without a block",
            "initial:\n  plus: [0, 0, 1]\n  minus: [0, 0, -1]",
            "initial:\n  fixed-point: { plus: [0, 0, 1] }",
            21, "initial.fixed-point.minus",
            "no such key",
            "a Bloch vector [x, y, z] for each block",
            "Add 'minus: ...'."),
        BadFile.InFull(
            "fixed point from a start too long",
            "initial:\n  plus: [0, 0, 1]\n  minus: [0, 0, -1]",
            "initial:\n  fixed-point:\n    plus: [0, 0, 1]\n    minus: [0, 1, 1]",
            23, "initial.fixed-point.minus",
            "a Bloch vector of length 1.4142135623730951",
            "a length of at most 1",
            "Shorten the vector: no state of a spin has a longer one."),
    ];
}
