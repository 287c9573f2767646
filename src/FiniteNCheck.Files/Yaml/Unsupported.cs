namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// Words of the field that no file here knows, with what they stand for. Somebody who writes one has not mistyped a key: what is meant does not exist here.
/// </summary>
internal static class Unsupported
{
    private const string Levels = "Systems of more than two levels";
    private const string Modes = "Bosonic modes";
    private const string Collective = "Jumps of several spins at once";
    private const string ManyBody = "Couplings of three or more spins";
    private const string Time = "Time-dependent parameters";
    private const string Range = "Couplings that depend on a distance";
    private const string Disorder = "Disorder inside a block";
    private const string Start = "Initial states that are no product state";
    private const string Size = "Blocks whose size does not grow with n";
    private const string Scaling = "Couplings scaled by another power of n";
    private const string Operators = "Operators other than x, y and z in a coupling";
    private const string Predictions = "Predictions and quantities of your own";

    private static readonly Dictionary<string, string> Meanings = new (string Meaning, string Words)[]
    {
        (Levels, "levels level dimension dim spin qudit qutrit"),
        (Modes, "cavity cavities mode modes boson bosons photon photons oscillator oscillators"),
        (Collective, "collective-jumps collective-jump collective superradiance correlated-jumps"),
        (ManyBody, "three-body triples p-spin many-body four-body"),
        (Time, "drive pulse pulses time-dependent protocol ramp quench"),
        (Range, "lattice neighbours neighbors range power-law geometry graph"),
        (Disorder, "disorder random distribution"),
        (Start, "mixture dicke ghz superposition squeezed density-matrix w-state"),
        (Size, "size sizes"),
        (Scaling, "scale"),
        (Operators, "operators"),
        (Predictions, "quantities values formulas fluctuations command statement"),
    }.SelectMany(each => each.Words.Split(' '), (each, word) => (word, each.Meaning)).ToDictionary(pair => pair.word, pair => pair.Meaning, StringComparer.OrdinalIgnoreCase);

    /// <summary>What to say of a word, or <see langword="null"/> where it stands for nothing that is known to be missing.</summary>
    /// <param name="word">The word, its parts joined by dashes, underscores or blanks.</param>
    internal static string? Remedy(string word) =>
        word.Contains("<-", StringComparison.Ordinal) ? Sentence(Levels)
        : Meanings.TryGetValue(word.Trim().Replace('_', '-').Replace(' ', '-'), out string? meaning) ? Sentence(meaning)
        : null;

    /// <summary>That a list of so many, where there are two, means more spins than a coupling has.</summary>
    internal static string OfThreeSpins => Sentence(ManyBody);

    /// <summary>That a list of blocks, where there is one, means a jump of all of their spins.</summary>
    internal static string OfSeveralBlocks => Sentence(Collective);

    /// <summary>That a map or a larger matrix, where two levels have three numbers or a 2x2 matrix, means more levels.</summary>
    internal static string OfLevels => Sentence(Levels);

    /// <summary>What to do about letters and signs without quotes, where a number stands: a formula.</summary>
    internal static string OfExpressions => "Write a formula in quotes, its names under 'parameters', or write the number.";

    private static string Sentence(string meaning) => $"{meaning} are not supported: docs/limits.md says what a model can be.";
}
