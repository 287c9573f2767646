namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Mistakes in files whose blocks have levels.</summary>
internal static class BadLevels
{
    private const string Rule = "2 to 4 names, each of 1 to 20 letters a-z or A-Z, digits, '-' and '_', no two alike";
    private const string Key = "a level of g, e, r, or an element such as \"e<-g\"";
    private const string Operator =
        "a level of g, e, r, an element such as \"e<-g\", a map of these to numbers, or a matrix of 3 rows of 3 elements [re, im]";

    private const string State = "a map of every block to its populations, its density matrix or its vector";

    internal static IEnumerable<BadFile> Files => [.. Blocks, .. Operators, .. Arguments, .. Starts];

    private static IEnumerable<BadFile> Blocks =>
    [
        BadFile.InLevels("one level", "[g, e, r]", "[g]",
            3, "blocks[1].levels", "1 level", Rule, "Rename the level, or give another number of them."),
        BadFile.InLevels("five levels", "[g, e, r]", "[g, e, r, s, t]",
            3, "blocks[1].levels", "5 levels", Rule, "Rename the level, or give another number of them."),
        BadFile.InLevels("no level", "[g, e, r]", "[]",
            3, "blocks[1].levels", "an empty list", "a list of 2 to 4 names, such as [g, e, r]",
            "Name the levels, or leave the key out for two levels, up first."),
        BadFile.InLevels("level twice", "[g, e, r]", "[g, e, g]",
            3, "blocks[1].levels", "'g' for the second time", Rule, "Rename the level, or give another number of them."),
        BadFile.InLevels("level with a dot", "[g, e, r]", "[g, e.1, r]",
            3, "blocks[1].levels", "'e.1'", Rule, "Rename the level, or give another number of them."),
        BadFile.InLevels("levels that are no list", "[g, e, r]", "3",
            3, "blocks[1].levels", "'3'", "a list of 2 to 4 names, such as [g, e, r]", "Write [a, b, ...], or one '- item' per line."),
    ];

    private static IEnumerable<BadFile> Operators =>
    [
        BadFile.InLevels("beyond a schema: element of an unknown level", "operator: \"g<-e\"", "operator: \"g<-q\"",
            11, "jumps[1].operator", "the quoted text 'g<-q'", Operator, "Write a level, or an element \"to<-from\"."),
        BadFile.InLevels("beyond a schema: operator of two levels", "operator: \"g<-e\"", "operator: raise",
            11, "jumps[1].operator", "'raise'", Operator, "Write a level, or an element \"to<-from\"."),
        BadFile.InLevels("beyond a schema: map of an unknown level", "\"r<-e\": 0.4", "\"r<-x\": 0.4",
            15, "jumps[2].operator.'r<-x'", "the key 'r<-x'", Key, "Name levels of this block."),
        BadFile.InLevels("beyond a schema: matrix of two rows", "operator: \"g<-e\"", "operator: [[[0, 0], [1, 0]], [[0, 0], [0, 0]]]",
            11, "jumps[1].operator", "a list of 2", "a list of 3: the 3 rows of a matrix", "Give 3 items."),
        BadFile.InLevels("element of three numbers", "[0, 0.3]", "[0, 0.3, 1]",
            15, "jumps[2].operator.'g<-r'", "a list of 3", "a list of 2: real and imaginary part", "Give 2 items."),
        BadFile.InLevels("beyond a schema: energy that is not real", "r: 1.2", "r: [1.2, 0.1]",
            6, "hamiltonian.fields.atoms", "a matrix that differs from its Hermitian conjugate by 0.2",
            "a Hermitian matrix: real on the diagonal, conjugate elements across it",
            "Correct the matrix, or write elements such as \"e<-g\", which are completed to a Hermitian matrix."),
        BadFile.InLevels("beyond a schema: element and its conjugate", "r: 1.2", "\"g<-e\": 0.3",
            6, "hamiltonian.fields.atoms.'g<-e'", "the conjugate element as well", "one of two elements across the diagonal",
            "Leave one out: the operator is completed to a Hermitian one."),
        BadFile.InLevels("beyond a schema: word for a spin", "[{ e: 1 }, z]", "[{ e: 1 }, w]",
            8, "hamiltonian.couplings[1].operators[2]", "'w'",
            "x, y, z, a vector [x, y, z], or a matrix of 2 rows of 2 elements [re, im]", "Write one of the words, or the matrix."),
        BadFile.InLevels("coupling with axes", "operators: [{ e: 1 }, z]", "axes: [z, z]",
            8, "hamiltonian.couplings[1].axes", "an unknown key 'axes'", "the keys between, operators, strength, scale",
            "Remove it or correct its name."),
    ];

    private static IEnumerable<BadFile> Arguments =>
    [
        BadFile.InLevels("beyond a schema: arguments that do not commute", "{ g: 1 }", "{ \"g<-e\": 1 }",
            17, "jumps[2].argument.atoms", "an argument that does not commute with that of jumps[1].argument",
            "arguments of block 'atoms' that commute, such as weights of populations", "Write all of them in one basis of the block."),
        BadFile.InLevels("beyond a schema: argument that depends on time", "{ g: 1 }", "{ g: \"t\" }",
            17, "jumps[2].argument.atoms", "a map with the key g", "numbers that do not depend on time",
            "Write numbers: only fields, strengths and rates depend on time."),
        BadFile.InLevels("beyond a schema: argument left out", "\n    argument: { atoms: { g: 1 } }", "",
            14, "jumps[2].argument", "no such key",
            "a map of blocks to weights of populations, which only a constant rate (polynomial: [c0]) can do without",
            "Add 'argument: ...'."),
        BadFile.InLevels("beyond a schema: classical rate below 0", "{ polynomial: [1, 0.5] }", "{ squared: \"x - 0.5\" }",
            16, "jumps[2].rate.squared", "-0.5 at x = 0",
            "a classical rate that is nowhere negative for x from 0 to 1, which the model reaches",
            "Correct the formula, or narrow the argument."),
    ];

    private static IEnumerable<BadFile> Starts =>
    [
        BadFile.InLevels("beyond a schema: populations that add up to more", "{ g: 0.7, e: 0.3 }", "{ g: 0.7, e: 0.5 }",
            19, "initial.atoms", "a state of trace 1.2", "populations that add up to 1", "Correct the populations."),
        BadFile.InLevels("beyond a schema: negative population", "{ g: 0.7, e: 0.3 }", "{ g: 1.2, e: -0.2 }",
            19, "initial.atoms", "a matrix with the eigenvalue -0.2", "a density matrix, whose eigenvalues are not negative",
            "Correct the populations, or make the elements off the diagonal smaller."),
        BadFile.InLevels("beyond a schema: too much coherence", "{ g: 0.7, e: 0.3 }", "{ g: 0.5, e: 0.5, \"g<-e\": 0.6 }",
            19, "initial.atoms", "a matrix with the eigenvalue -0.1", "a density matrix, whose eigenvalues are not negative",
            "Correct the populations, or make the elements off the diagonal smaller."),
        BadFile.InLevels("beyond a schema: vector of length below 1", "{ g: 0.7, e: 0.3 }", "[0.6, 0.6, 0]",
            19, "initial.atoms", "a vector of length 0.848528137423857", "a vector of length 1", "Scale its components."),
        BadFile.InLevels("beyond a schema: block without a state", "\n  spins: [0, 0, 1]", "",
            18, "initial.spins", "no such key", State, "Add 'spins: ...'."),
        BadFile.InLevels("beyond a schema: Bloch vector too long beside levels", "spins: [0, 0, 1]", "spins: [0, 0, 1.5]",
            20, "initial.spins", "a matrix with the eigenvalue -0.25", "a density matrix, whose eigenvalues are not negative",
            "Correct the populations, or make the elements off the diagonal smaller."),
        BadFile.InLevels("word instead of a start", "initial:\n  atoms: { g: 0.7, e: 0.3 }\n  spins: [0, 0, 1]", "initial: ground",
            18, "initial", "'ground'", $"{State}, or one of {{ fixed-point, mixture, superposition, dicke, ghz }}",
            "Write one line 'block: { level: population, ... }' per block."),
        BadFile.InLevels(
            "beyond a schema: superposition of a mixed state",
            "initial:\n  atoms: { g: 0.7, e: 0.3 }\n  spins: [0, 0, 1]",
            "initial:\n  superposition:\n    - { amplitude: [1, 0], state: { atoms: { g: 0.7, e: 0.3 }, spins: [0, 0, 1] } }",
            20, "initial.superposition[1].state.atoms", "a map with the keys g, e",
            "a pure state: one level of g, e, r, or a vector of 3 components",
            "Write the vector; a mixed state cannot be superposed, but it can be part of a mixture."),
        BadFile.InLevels(
            "beyond a schema: GHZ state of unequal sites",
            "initial:\n  atoms: { g: 0.7, e: 0.3 }\n  spins: [0, 0, 1]",
            "initial: { ghz: [atoms, spins] }",
            18, "initial.ghz", "blocks of different numbers of levels", "blocks of equally many levels",
            "Write the state as a superposition."),
    ];
}
