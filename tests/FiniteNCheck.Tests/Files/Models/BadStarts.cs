namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Mistakes in starts that are no product state.</summary>
internal static class BadStarts
{
    private const string Product = "{ plus: [0, 0, 1], minus: [0, 0, -1] }";

    internal static IEnumerable<BadFile> Files =>
    [
        Start("mixture: []", 21, "initial.mixture",
            "no component", "at least one { weight: ..., state: { ... } }", "Add a component."),
        Unseen($"mixture: [{{ weight: 0.5, state: {Product} }}, {{ weight: 0.4, state: {Product} }}]", 21, "initial.mixture",
            "weights that add up to 0.9", "weights that add up to 1", "Correct the weights."),
        Start($"mixture: [{{ weight: 1.5, state: {Product} }}, {{ weight: -0.5, state: {Product} }}]", 21, "initial.mixture[1].weight",
            "1.5", "a probability above 0 and up to 1", "Correct the weight, or leave the component out."),
        Start($"mixture: [{{ weight: -0.5, state: {Product} }}, {{ weight: 1, state: {Product} }}]", 21, "initial.mixture[1].weight",
            "-0.5", "a probability above 0 and up to 1", "Correct the weight, or leave the component out."),
        Unseen("mixture: [{ weight: 1, state: { plus: [0, 0, 1], minus: [0, 1, -1] } }]", 21, "initial.mixture[1].state.minus",
            "a Bloch vector of length 1.4142135623730951", "a length of at most 1",
            "Shorten the vector: no state of a spin has a longer one."),
        Unseen("mixture: [{ weight: 1, state: { plus: [0, 0, 1], other: [0, 0, 1] } }]", 21, "initial.mixture[1].state.other",
            "an unknown key 'other'", "the keys plus, minus", "Remove it or correct its name."),
        Start("mixture: [{ weight: 1 }]", 21, "initial.mixture[1].state",
            "no such key", "a map of every block to its Bloch vector [x, y, z]", "Add 'state: ...'."),
        Start($"superposition: [{{ amplitude: 1, state: {Product} }}]", 21, "initial.superposition[1].amplitude",
            "'1'", "a list of 2: real and imaginary part", "Write the items between [ and ]."),
        Unseen("superposition: [{ amplitude: [1, 0], state: { plus: [0, 0, 0.5], minus: [0, 0, -1] } }]", 21,
            "initial.superposition[1].state.plus", "a Bloch vector of length 0.5", "a pure state: a Bloch vector of length 1",
            "Scale the vector to length 1; a mixed state cannot be superposed, but it can be part of a mixture."),
        Unseen($"superposition: [{{ amplitude: [1, 0], state: {Product} }}, {{ amplitude: [-1, 0], state: {Product} }}]", 21,
            "initial.superposition", "a superposition of norm 0", "a state", "Correct the amplitudes: the terms cancel."),
        Unseen("dicke: { plus: { up: 3 } }", 21, "initial.dicke.minus",
            "no such key", "{ up: the number of spins up }, such as { up: 3 } or { up: \"n/4\" }", "Add 'minus: ...'."),
        Start("dicke: { plus: { up: -1 }, minus: { up: 0 } }", 21, "initial.dicke.plus.up",
            "-1", "a whole number, or a share of n in quotes such as \"n/4\"", "Correct it."),
        Start("dicke: { plus: { up: 1.5 }, minus: { up: 0 } }", 21, "initial.dicke.plus.up",
            "1.5", "a whole number, or a share of n in quotes such as \"n/4\"", "Correct it."),
        Unseen("dicke: { plus: { up: \"m/4\" }, minus: { up: 0 } }", 21, "initial.dicke.plus.up",
            "the unknown name 'm' in 'm/4'", "a formula of numbers and n", "Known are n."),
        Start("dicke: { plus: 3, minus: { up: 0 } }", 21, "initial.dicke.plus",
            "'3'", "{ up: the number of spins up }, such as { up: 3 } or { up: \"n/4\" }",
            "Write 'key: value' lines below it, or { key: value }."),
        Unseen("ghz: [plus]", 21, "initial.ghz",
            "a list of 1", "a list of all blocks, each once", "Name every block: a GHZ state is one of all spins."),
        Unseen("ghz: [plus, other]", 21, "initial.ghz[2]",
            "'other'", "plus or minus", "Write one of these words."),
    ];

    // Mistakes that no schema can see.
    private static BadFile Unseen(string start, int line, string key, string found, string allowed, string remedy) =>
        Start(start, line, key, found, allowed, remedy) with { Name = $"{BadFile.BeyondSchema}: {start}" };

    private static BadFile Start(string start, int line, string key, string found, string allowed, string remedy) =>
        BadFile.InFull($"start {start}", "  plus: [0, 0, 1]\n  minus: [0, 0, -1]", $"  {start}", line, key, found, allowed, remedy);
}
