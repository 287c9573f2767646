using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// Validates a <see cref="CollectiveModel"/>. Model files are checked when they are read; call <see cref="Check"/> on a model that you
/// build yourself.
/// </summary>
/// <remarks>
/// Deliberately allowed: models without jumps, vanishing rates, blocks without a field, zero jump operators, and jump operators
/// proportional to the identity. With an operator-valued rate the last of these cause dephasing.
/// </remarks>
public static class ModelValidation
{
    /// <summary>
    /// How far a Bloch vector may exceed length 1. This leaves room for the rounding of a unit vector written in 17 digits.
    /// </summary>
    public const double BlochTolerance = 1e-12;

    /// <summary>The largest number of blocks: far more than can be computed, but few enough to validate instantly.</summary>
    public const int MaxBlocks = 64;

    /// <summary>
    /// The largest magnitude of a number in a model. No sensible unit of time needs more, and products of a few such numbers stay finite.
    /// </summary>
    public const double MaxMagnitude = 1e50;

    /// <summary>The largest number of spins of a block of fixed size.</summary>
    public const int MaxFixedSize = 1_000_000;

    /// <summary>The largest power of n by which a strength may be divided, and the largest by which it may be multiplied.</summary>
    public const double MaxScale = 4;

    private const int MaxNameLength = 200;

    /// <summary>Throws if the model is invalid.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InputException">
    /// The model is invalid. The message says where, what was found, what is allowed and what to do.
    /// </exception>
    public static CollectiveModel Check(CollectiveModel model)
    {
        ModelProblem? problem = Problems(model).FirstOrDefault();
        return problem is null ? model : throw new InputException($"model {Wording.Quote(model.Name ?? string.Empty)}: {problem}");
    }

    /// <summary>Lists the problems of a model, none where it is valid. The list is evaluated lazily.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<ModelProblem> Problems(CollectiveModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelProblem[] first =
            [.. NameProblems(model), .. BlockProblems(model.Blocks), .. model.Blocks.IsDefault ? [] : LevelName.Unexpected(model.Blocks)];
        return first.Length > 0
            ? first
            : FieldProblems(model)
                .Concat(CouplingProblems(model))
                .Concat(JumpValidation.Problems(model))
                .Concat(DriveValidation.Problems(model))
                .Concat(StartValidation.Problems(model));
    }

    /// <summary>Lists the problems of a model's blocks.</summary>
    /// <param name="blocks">The blocks.</param>
    internal static IEnumerable<ModelProblem> BlockProblems(ImmutableArray<Block> blocks)
    {
        if (blocks.IsDefaultOrEmpty)
        {
            yield return new("blocks", "no block", "at least one block", "Add a block such as { name: all, share: 1 }.");
            yield break;
        }

        if (blocks.Length > MaxBlocks)
        {
            yield return new(
                "blocks",
                $"{blocks.Length} blocks",
                $"at most {MaxBlocks} blocks",
                "Describe spins that are treated alike by one block.");
            yield break;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (int k = 0; k < blocks.Length; k++)
        {
            string key = $"blocks[{k + 1}]";
            string name = blocks[k].Name ?? string.Empty;
            if (!BlockName.IsValid(name))
            {
                yield return new($"{key}.name", Wording.Quote(name), BlockName.Rule, "Rename the block.");
            }
            else if (!names.Add(name))
            {
                yield return new(
                    $"{key}.name",
                    $"{Wording.Quote(name)} for the second time",
                    "a name of its own for each block",
                    "Rename one of the two blocks.");
            }

            foreach (ModelProblem problem in LevelName.Problems($"{key}.levels", blocks[k].Levels))
            {
                yield return problem;
            }

            if (blocks[k].Size is { } size)
            {
                if (size is < 1 or > MaxFixedSize || blocks[k].Share != 0)
                {
                    yield return new(
                        $"{key}.size",
                        $"{size}",
                        $"a whole number of spins from 1 to {MaxFixedSize}, without a share",
                        "Correct the size, or give a share to a block that grows with n.");
                }
            }

            // The comparisons are false for NaN, so NaN is rejected too.
            else if (!(blocks[k].Share is >= 1 / MaxMagnitude and <= MaxMagnitude))
            {
                yield return new(
                    $"{key}.share",
                    $"{Numeral.Exact(blocks[k].Share)}",
                    "a number above 0, from 1e-50 to 1e50",
                    "Give the block's size relative to the others, such as 1.");
            }
        }

        if (blocks.All(block => block.Size is not null))
        {
            yield return new("blocks", "no block with a share", "at least one block that grows with n", "Give a share to one of them.");
        }
    }

    /// <summary>Lists the problems of a list with one Bloch vector per block.</summary>
    /// <param name="key">The key path of the list.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="bloch">The vectors.</param>
    internal static IEnumerable<ModelProblem> BlochVectorProblems(
        string key, ImmutableArray<Block> blocks, ImmutableArray<PauliVector> bloch)
    {
        if (bloch.IsDefault || bloch.Length != blocks.Length)
        {
            yield return WrongLength(key, bloch.IsDefault ? 0 : bloch.Length, blocks.Length, "Bloch vector");
            yield break;
        }

        for (int k = 0; k < blocks.Length; k++)
        {
            // The comparison is false for NaN, so NaN is rejected too.
            if (!(bloch[k].Norm <= 1 + BlochTolerance))
            {
                yield return new(
                    $"{key}.{blocks[k].Name}",
                    $"a Bloch vector of length {Numeral.Exact(bloch[k].Norm)}",
                    "a length of at most 1",
                    "Shorten the vector: no state of a spin has a longer one.");
            }
        }
    }

    /// <summary>Lists the problems of a list with one vector per block. Only the magnitude of the components is limited.</summary>
    /// <param name="key">The key path of the list.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="vectors">The vectors.</param>
    /// <param name="meaning">What the vectors are, for the message.</param>
    internal static IEnumerable<ModelProblem> VectorProblems(
        string key, ImmutableArray<Block> blocks, ImmutableArray<PauliVector> vectors, string meaning)
    {
        if (vectors.IsDefault || vectors.Length != blocks.Length)
        {
            return [WrongLength(key, vectors.IsDefault ? 0 : vectors.Length, blocks.Length, meaning)];
        }

        return vectors.Zip(blocks)
            .Where(pair => !(Magnitude.IsUsable(pair.First.X) && Magnitude.IsUsable(pair.First.Y) && Magnitude.IsUsable(pair.First.Z)))
            .Select(pair => Magnitude.OutOfRange($"{key}.{pair.Second.Name}", Text(pair.First)));
    }

    /// <summary>The problem of an invalid block index.</summary>
    /// <param name="key">The key path of the index.</param>
    /// <param name="index">The index.</param>
    /// <param name="blocks">The number of blocks.</param>
    internal static ModelProblem NoSuchBlock(string key, int index, int blocks) =>
        new(key, $"block index {index}", $"0 to {blocks - 1}", "Use the index of a block of this model.");

    /// <summary>Lists the problems of the strength of a coupling.</summary>
    /// <param name="key">The key path of the coupling.</param>
    /// <param name="strength">The strength.</param>
    /// <param name="scale">The power of n by which it is divided.</param>
    internal static IEnumerable<ModelProblem> StrengthProblems(string key, double strength, double scale)
    {
        if (!Magnitude.IsUsable(strength))
        {
            yield return Magnitude.OutOfRange($"{key}.strength", $"{Numeral.Exact(strength)}");
        }

        if (!(Math.Abs(scale) <= MaxScale))
        {
            yield return new(
                $"{key}.scale",
                $"{Numeral.Exact(scale)}",
                $"the power of n by which the strength is divided, from -{MaxScale} to {MaxScale}",
                "Give 1 for a mean field, 0.5 for n^(-1/2).");
        }
    }

    private static string Text(PauliVector vector) =>
        $"({Numeral.Exact(vector.X)}, {Numeral.Exact(vector.Y)}, {Numeral.Exact(vector.Z)})";

    private static ModelProblem WrongLength(string key, int found, int expected, string meaning) =>
        new(
            key,
            $"a list of {found}",
            $"one {meaning} per block, {expected} in all",
            "Give one for each block, in the order of the blocks.");

    /// <summary>Lists the problems of a model's name.</summary>
    /// <param name="model">The model.</param>
    internal static IEnumerable<ModelProblem> NameProblems(SymmetricModel model)
    {
        if (string.IsNullOrWhiteSpace(model.Name) || model.Name.Length > MaxNameLength || model.Name.Any(char.IsControl))
        {
            yield return new(
                "name",
                string.IsNullOrWhiteSpace(model.Name) ? "no text" : $"a text of {model.Name.Length} characters or several lines",
                $"one line of up to {MaxNameLength} characters",
                "Give the model a name.");
        }
    }

    private static IEnumerable<ModelProblem> FieldProblems(CollectiveModel model) =>
        VectorProblems("hamiltonian.fields", model.Blocks, model.Fields, "field");

    private static IEnumerable<ModelProblem> CouplingProblems(CollectiveModel model)
    {
        if (model.Couplings.IsDefault)
        {
            yield return new("hamiltonian.couplings", "an uninitialised list", "a list", "Use an empty list where there are no couplings.");
            yield break;
        }

        for (int c = 0; c < model.Couplings.Length; c++)
        {
            PairCoupling coupling = model.Couplings[c];
            string key = $"hamiltonian.couplings[{c + 1}]";
            int[] ends = [coupling.FirstBlock, coupling.SecondBlock];
            foreach (int block in ends.Where(index => index < 0 || index >= model.Blocks.Length))
            {
                yield return NoSuchBlock($"{key}.between", block, model.Blocks.Length);
            }

            foreach (PauliAxis axis in new[] { coupling.FirstAxis, coupling.SecondAxis }.Where(axis => !Enum.IsDefined(axis)))
            {
                yield return new($"{key}.axes", $"axis {(int)axis}", "x, y or z", "Use a member of PauliAxis.");
            }

            foreach (ModelProblem problem in StrengthProblems(key, coupling.Strength, coupling.Scale))
            {
                yield return problem;
            }
        }
    }
}
