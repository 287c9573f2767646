namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Mistakes in sizes, scales and what depends on time.</summary>
internal static class BadDrives
{
    private const string Timed = "a formula of numbers and t";

    internal static IEnumerable<BadFile> Files =>
    [
        BadFile.InFull("size beside a share", "{ name: plus, share: 1 }", "{ name: plus, share: 1, size: 1 }", 3, "blocks[1].share",
            "a share beside a size", "either a share of n or a fixed size", "Remove one of the two."),
        BadFile.InFull("size zero", "{ name: plus, share: 1 }", "{ name: plus, size: 0 }", 3, "blocks[1].size",
            "'0'", "a whole number from 1 to 1000000", "Give a number of that range."),
        BadFile.InFull("size not whole", "{ name: plus, share: 1 }", "{ name: plus, size: 1.5 }", 3, "blocks[1].size",
            "'1.5'", "a whole number from 1 to 1000000", "Write it in digits, without point or exponent."),
        Unseen(
            "no block that grows",
            "- { name: plus, share: 1 }\n  - { name: minus, share: 2 }",
            "- { name: plus, size: 1 }\n  - { name: minus, size: 2 }",
            2, "blocks",
            "no block with a share", "at least one block that grows with n", "Give a share to one of them."),
        BadFile.InFull("scale too large", "strength: 0.4", "strength: 0.4, scale: 7", 10, "hamiltonian.couplings[1].scale",
            "7", "the power of n by which the strength is divided, from -4 to 4", "Give 1 for a mean field, 0.5 for n^(-1/2)."),
        Unseen("unknown name in a drive", "plus: [0.2, 0, 0]", "plus: [\"omega*t\", 0, 0]", 7, "hamiltonian.fields.plus[1]",
            "the unknown name 'omega' in 'omega*t'", Timed, "Known are t."),
        Unseen("drive that is no number at first", "strength: 0.4", "strength: \"1/t\"", 10, "hamiltonian.couplings[1].strength",
            "Infinity at t = 0", "a finite number of magnitude up to 1e50 at every time of a run", "Correct the formula."),
        Unseen("steps that begin late", "strength: 0.4", "strength: { steps: [[1, 2]] }", 10,
            "hamiltonian.couplings[1].strength.steps",
            "[1, 2] as pair 1",
            "pairs [time, value], the first time 0, times increasing up to 1e50, values of magnitude up to 1e50", "Correct the steps."),
        Unseen("steps that fall back", "strength: 0.4", "strength: { steps: [[0, 2], [1, 3], [1, 4]] }", 10,
            "hamiltonian.couplings[1].strength.steps",
            "[1, 4] as pair 3",
            "pairs [time, value], the first time 0, times increasing up to 1e50, values of magnitude up to 1e50", "Correct the steps."),
        BadFile.InFull("step of three", "strength: 0.4", "strength: { steps: [[0, 2, 3]] }", 10,
            "hamiltonian.couplings[1].strength.steps[1]",
            "a list of 3", "a list of 2: time and value", "Give 2 items."),
        Unseen("time in an exponent", "exponent: 1.0", "exponent: \"1 + t\"", 14, "jumps[1].rate.exponential.exponent",
            "the unknown name 't' in '1 + t'", "a formula of numbers", "Give it under 'parameters', or write the number."),
    ];

    // Mistakes that no schema can see.
    private static BadFile Unseen(string name, string old, string bad, int line, string key, string found, string allowed, string remedy) =>
        BadFile.InFull($"{BadFile.BeyondSchema}: {name}", old, bad, line, key, found, allowed, remedy);
}
