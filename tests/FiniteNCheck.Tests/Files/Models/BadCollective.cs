namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Mistakes in the collective jumps.</summary>
internal static class BadCollective
{
    private const string PerBlock = "a map of block names to raise, lower, z or complex 2x2 matrices, one block at least";
    private const string Operator = "raise, lower, z or [[[re, im], [re, im]], [[re, im], [re, im]]]";
    private const string Rate = "    rate: { exponential: { amplitude: 0.7, exponent: 1.0 } }\n";
    private const string Argument = "    argument: { all: [0, 0, 0.5] }\n";

    internal static IEnumerable<BadFile> Files =>
    [
        BadFile.InCollective("collective jump of a block", "{ operator: { all: z } }", "{ block: all, operator: { all: z } }",
            10, "collective-jumps[2].block",
            "an unknown key 'block'",
            "the keys operator, rate, argument",
            "Remove it or correct its name."),
        BadFile.InCollective("collective jump without operator", "{ operator: { all: z } }", "{ rate: { polynomial: [1] } }",
            10, "collective-jumps[2].operator",
            "no such key",
            PerBlock,
            "Add 'operator: ...'."),
        BadFile.InCollective("collective operator without blocks", "{ operator: { all: z } }", "{ operator: z }",
            10, "collective-jumps[2].operator",
            "'z'",
            PerBlock,
            "Write 'key: value' lines below it, or { key: value }."),
        BadFile.InCollective("collective operator of no block", "{ operator: { all: z } }", "{ operator: {} }",
            10, "collective-jumps[2].operator",
            "an empty map",
            PerBlock,
            "Name a block that takes part."),
        BadFile.InCollective("collective operator of an unknown block", "{ operator: { all: z } }", "{ operator: { al: z } }",
            10, "collective-jumps[2].operator.al",
            "an unknown key 'al'",
            "the keys all, probe",
            "Did you mean 'all'?"),
        BadFile.InCollective("unknown collective operator", "{ operator: { all: z } }", "{ operator: { all: lowr } }",
            10, "collective-jumps[2].operator.all",
            "'lowr'",
            Operator,
            "Did you mean 'lower'?"),
        BadFile.InCollective("collective jump that leaves the own site out", Argument, Argument + "    own-site: false\n",
            10, "collective-jumps[1].own-site",
            "an unknown key 'own-site'",
            "the keys operator, rate, argument",
            "Remove it or correct its name."),
        BadFile.InCollective("collective rate without argument", Argument, "",
            7, "collective-jumps[1].argument",
            "no such key",
            "a map of blocks to [x, y, z], which only a constant rate (polynomial: [c0]) can do without",
            "Add 'argument: ...'."),
        BadFile.InCollective("collective rate of an unknown kind", Rate, "    rate: { constant: 1 }\n",
            8, "collective-jumps[1].rate.constant",
            "an unknown key 'constant'",
            "the keys exponential, polynomial, normalised, expression, squared",
            "Remove it or correct its name."),
        BadFile.InCollective("collective rate that overflows", "exponent: 1.0", "exponent: 1000.0",
            8, "collective-jumps[1].rate",
            "a rate whose square exceeds 1e100 at an argument of magnitude 0.5",
            "a rate that stays below 1e50 for every argument the model can reach",
            "Lower the exponent, the coefficients or the argument."),
        BadFile.InCollective("collective jump that is a word", "{ operator: { all: z } }", "z",
            10, "collective-jumps[2]",
            "'z'",
            "a collective jump { operator: { block: ... }, rate: ..., argument: ... }",
            "Write 'key: value' lines below it, or { key: value }."),
        BadFile.InShorthand("collective jumps of a network", "hopfield:", "collective-jumps: []\nhopfield:",
            2, "collective-jumps",
            "collective-jumps beside hopfield",
            "either hopfield, or blocks, hamiltonian, jumps and collective-jumps",
            "Remove one of the two: the shorthand stands for a whole model."),
    ];
}
