namespace FiniteNCheck.Tests.Files.Models;

/// <summary>A model file with one mistake, and the message that the reader must give.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Text">The file.</param>
/// <param name="Line">The line that the message must name.</param>
/// <param name="Key">The key that the message must name.</param>
/// <param name="Found">What the message must say was found.</param>
/// <param name="Allowed">What the message must say is allowed.</param>
/// <param name="Remedy">What the message must say to do.</param>
public sealed record BadFile(string Name, string Text, int Line, string Key, string Found, string Allowed, string Remedy)
{
    /// <summary>How the names begin of mistakes that no schema can see.</summary>
    internal const string BeyondSchema = "beyond a schema";

    private const string Full = """
        name: two-blocks
        blocks:
          - { name: plus, share: 1 }
          - { name: minus, share: 2 }
        hamiltonian:
          fields:
            plus: [0.2, 0, 0]
            minus: [0.2, 0, 0]
          couplings:
            - { between: [plus, minus], axes: [z, x], strength: 0.4 }
        jumps:
          - block: plus
            operator: raise
            rate: { exponential: { amplitude: 0.7, exponent: 1.0 } }
            argument: { plus: [0, 0, 0.5], minus: [0, 0, -0.5] }
            own-site: true
          - block: minus
            operator: [[[0, 0], [1, 0]], [[0, 0], [0, 0]]]
            rate: { polynomial: [0.5] }
        initial:
          plus: [0, 0, 1]
          minus: [0, 0, -1]

        """;

    private const string Shorthand = """
        name: network
        hopfield:
          patterns: 1
          temperature: 0.5
          transverse-field: 0.2
          coupling: 0
          rates: exponential
          self-energy: true
        initial: retrieval

        """;

    private const string Collective = """
        name: together
        blocks:
          - { name: all, share: 1 }
          - { name: probe, share: 1 }
        jumps: []
        collective-jumps:
          - operator: { all: lower, probe: [[[0, 0], [0, 0]], [[0, 1], [0, 0]]] }
            rate: { exponential: { amplitude: 0.7, exponent: 1.0 } }
            argument: { all: [0, 0, 0.5] }
          - { operator: { all: z } }
        initial: { all: [0, 0, 1], probe: [0, 0, -1] }

        """;

    private const string Levels = """
        name: levels
        blocks:
          - { name: atoms, share: 1, levels: [g, e, r] }
          - { name: spins, share: 2 }
        hamiltonian:
          fields: { atoms: { "e<-g": 0.3, r: 1.2 }, spins: [0.2, 0, 0] }
          couplings:
            - { between: [atoms, spins], operators: [{ e: 1 }, z], strength: 0.4 }
        jumps:
          - block: atoms
            operator: "g<-e"
            rate: { exponential: { amplitude: 0.7, exponent: 0.5 } }
            argument: { atoms: { e: 1, r: -0.5 }, spins: [0, 0, 0.3] }
          - block: atoms
            operator: { "r<-e": 0.4, "g<-r": [0, 0.3] }
            rate: { polynomial: [1, 0.5] }
            argument: { atoms: { g: 1 } }
        initial:
          atoms: { g: 0.7, e: 0.3 }
          spins: [0, 0, 1]

        """;

    /// <summary>The valid files into which the mistakes are introduced.</summary>
    public static IEnumerable<string> Originals => [Full, Shorthand, Collective, Levels];

    /// <summary>A mistake made by a replacement in the file with levels.</summary>
    public static BadFile InLevels(
        string name, string old, string bad, int line, string key, string found, string allowed, string remedy) =>
        new(name, ReplaceOnce(Levels, old, bad), line, key, found, allowed, remedy);

    /// <summary>A mistake made by a replacement in the file with collective jumps.</summary>
    public static BadFile InCollective(
        string name, string old, string bad, int line, string key, string found, string allowed, string remedy) =>
        new(name, ReplaceOnce(Collective, old, bad), line, key, found, allowed, remedy);

    /// <summary>A mistake made by a replacement in the file that is written out in full.</summary>
    public static BadFile InFull(string name, string old, string bad, int line, string key, string found, string allowed, string remedy) =>
        new(name, ReplaceOnce(Full, old, bad), line, key, found, allowed, remedy);

    /// <summary>A mistake made by a replacement in the file that uses the shorthand.</summary>
    public static BadFile InShorthand(
        string name, string old, string bad, int line, string key, string found, string allowed, string remedy) =>
        new(name, ReplaceOnce(Shorthand, old, bad), line, key, found, allowed, remedy);

    private static string ReplaceOnce(string text, string old, string bad)
    {
        int at = text.IndexOf(old, StringComparison.Ordinal);
        return at >= 0
            ? text[..at] + bad + text[(at + old.Length)..]
            : throw new ArgumentException($"'{old}' is not in the file.", nameof(old));
    }
}
