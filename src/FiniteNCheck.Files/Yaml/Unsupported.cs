namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// Common terms of the field that the file formats do not support. Someone who writes one of them has not misspelt a key, so the message
/// says what is missing.
/// </summary>
internal static class Unsupported
{
    private const string Modes = "Bosonic modes";
    private const string Correlated = "Other jumps of several spins at once";
    private const string ManyBody = "Couplings of three or more spins";
    private const string Range = "Couplings that depend on a distance";
    private const string Disorder = "Disorder inside a block";
    private const string Start = "Initial states other than products, mixtures, superpositions, Dicke and GHZ states";

    private static readonly Dictionary<string, string> Meanings = new (string Meaning, string Words)[]
    {
        (Modes, "cavity cavities mode modes boson bosons photon photons oscillator oscillators"),
        (Correlated, "correlated-jumps pair-jumps two-body-jumps"),
        (ManyBody, "three-body triples p-spin many-body four-body"),
        (Range, "lattice neighbours neighbors range power-law geometry graph"),
        (Disorder, "disorder random distribution"),
        (Start, "squeezed density-matrix w-state"),
    }
    .SelectMany(each => each.Words.Split(' '), (each, word) => (word, each.Meaning))
    .ToDictionary(pair => pair.word, pair => pair.Meaning, StringComparer.OrdinalIgnoreCase);

    // Words of models with levels where there are none, or not in that place.
    private static readonly string[] LevelWords = ["levels", "level", "dimension", "dim", "spin", "qudit", "qutrit", "operators"];

    /// <summary>The message about an unsupported term, or <see langword="null"/> for any other word.</summary>
    /// <param name="word">The word; its parts may be joined by dashes, underscores or blanks.</param>
    internal static string? Remedy(string word) =>
        word.Contains("<-", StringComparison.Ordinal) || LevelWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? MoreLevels
        : Meanings.TryGetValue(word.Trim().Replace('_', '-').Replace(' ', '-'), out string? meaning) ? Sentence(meaning)
        : null;

    /// <summary>The message for a list of three or more ends of a coupling: couplings of more than two spins.</summary>
    internal static string ThreeSpins => Sentence(ManyBody);

    /// <summary>What to do about a list of blocks of one jump.</summary>
    internal static string SeveralBlocks => "Write one jump for each block, or one of 'collective-jumps' for all of them together.";

    /// <summary>The message for a vector or matrix that is too large for two levels.</summary>
    internal static string MoreLevels =>
        "A block whose sites have levels names them, levels: [g, e, r]; operators, fields and states are then written in them: "
        + "docs/levels.md.";

    /// <summary>What to do about letters and signs without quotes, where a number stands: a formula.</summary>
    internal static string Expressions => "Write a formula in quotes, its names under 'parameters', or write the number.";

    private static string Sentence(string meaning) => $"{meaning} are not supported: docs/limits.md says what a model can be.";
}
