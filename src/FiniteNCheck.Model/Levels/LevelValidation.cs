using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// Validates a <see cref="LevelModel"/>. Model files are checked when they are read; call <see cref="Check"/> on a model that you build
/// yourself.
/// </summary>
public static class LevelValidation
{
    /// <summary>How far a matrix may be from Hermitian, a state from trace 1 and an eigenvalue of a state below 0.</summary>
    public const double Tolerance = 1e-12;

    // Leaves room for eigenvectors that are written in decimals.
    private const double CommutatorTolerance = 1e-9;

    /// <summary>Throws if the model is invalid.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InputException">
    /// The model is invalid. The message says where, what was found, what is allowed and what to do.
    /// </exception>
    public static LevelModel Check(LevelModel model)
    {
        ModelProblem? problem = Problems(model).FirstOrDefault();
        return problem is null ? model : throw new InputException($"model {Wording.Quote(model.Name ?? string.Empty)}: {problem}");
    }

    /// <summary>Lists the problems of a model, none where it is valid. The list is evaluated lazily.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<ModelProblem> Problems(LevelModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelProblem[] first = [.. ModelValidation.NameProblems(model), .. ModelValidation.BlockProblems(model.Blocks)];
        return first.Length > 0
            ? first
            : PerBlock("hamiltonian.fields", model.Blocks, model.Fields, isHermitian: true)
                .Concat(model.Couplings.SelectMany((pair, c) => OfCoupling($"hamiltonian.couplings[{c + 1}]", model, pair)))
                .Concat(model.Jumps.SelectMany((jump, l) => OfJump($"jumps[{l + 1}]", model, jump)))
                .Concat(model.CollectiveJumps.SelectMany((jump, l) => OfCollective($"collective-jumps[{l + 1}]", model, jump)))
                .Concat(DriveProblems(model))
                .Concat(Noncommuting(model))
                .Concat(LevelStartValidation.Problems(model));
    }

    /// <summary>Lists the problems of a list with one matrix per block.</summary>
    /// <param name="key">The key path of the list.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="operators">The matrices.</param>
    /// <param name="isHermitian">Whether they must be Hermitian.</param>
    internal static IEnumerable<ModelProblem> PerBlock(
        string key, ImmutableArray<Block> blocks, ImmutableArray<LocalOperator> operators, bool isHermitian) =>
        operators.IsDefault || operators.Length != blocks.Length
            ?
            [
                new(
                    key,
                    $"a list of {(operators.IsDefault ? 0 : operators.Length)}",
                    $"one operator per block, {blocks.Length} in all",
                    "Give one for each block, in the order of the blocks."),
            ]
            : blocks.SelectMany((block, h) => OfOperator($"{key}.{block.Name}", block, operators[h], isHermitian));

    private static IEnumerable<ModelProblem> OfOperator(string key, Block block, LocalOperator operation, bool isHermitian)
    {
        if (operation.Dimension != block.Dimension)
        {
            yield return new(
                key,
                $"a matrix of {operation.Dimension} rows",
                $"one row for each of the {block.Dimension} levels of block '{block.Name}'",
                "Give a matrix of that size.");
        }
        else if (!operation.IsFinite || !(operation.LargestElement <= ModelValidation.MaxMagnitude))
        {
            yield return Magnitude.OutOfRange(key, "a matrix with an element that is too large, infinite or undefined");
        }
        else if (isHermitian && operation.HermitianDefect() > Tolerance * operation.LargestElement)
        {
            yield return new(
                key,
                $"a matrix that differs from its Hermitian conjugate by {Numeral.Of(operation.HermitianDefect(), 2)}",
                "a Hermitian matrix: real on the diagonal, conjugate elements across it",
                "Correct the matrix, or write elements such as \"e<-g\", which are completed to a Hermitian matrix.");
        }
    }

    private static IEnumerable<ModelProblem> OfCoupling(string key, LevelModel model, LevelCoupling pair)
    {
        (int Block, LocalOperator Operator)[] ends =
            [(pair.FirstBlock, pair.FirstOperator), (pair.SecondBlock, pair.SecondOperator)];
        foreach ((int block, LocalOperator operation) in ends)
        {
            foreach (ModelProblem problem in IsBlock(model, block)
                ? OfOperator($"{key}.operators", model.Blocks[block], operation, isHermitian: true)
                : [ModelValidation.NoSuchBlock($"{key}.between", block, model.Blocks.Length)])
            {
                yield return problem;
            }
        }

        foreach (ModelProblem problem in ModelValidation.StrengthProblems(key, pair.Strength, pair.Scale))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ModelProblem> OfJump(string key, LevelModel model, LevelJump jump) => !IsBlock(model, jump.Block)
        ? [ModelValidation.NoSuchBlock($"{key}.block", jump.Block, model.Blocks.Length)]
        : OfOperator($"{key}.operator", model.Blocks[jump.Block], jump.Operator, isHermitian: false)
            .Concat(OfRate(key, model, jump.Rate, jump.Argument));

    private static IEnumerable<ModelProblem> OfCollective(string key, LevelModel model, LevelCollectiveJump jump) =>
        PerBlock($"{key}.operator", model.Blocks, jump.Operators, isHermitian: false).Concat(OfRate(key, model, jump.Rate, jump.Argument));

    private static IEnumerable<ModelProblem> OfRate(
        string key, LevelModel model, CollectiveRate rate, ImmutableArray<LocalOperator> argument)
    {
        ModelProblem[] problems = [.. PerBlock($"{key}.argument", model.Blocks, argument, isHermitian: true)];
        return problems.Concat(RateValidation.Problems($"{key}.rate", rate, problems.Length == 0 ? Range(argument) : null));
    }

    // The smallest and the largest value of an argument: the sums of the extreme eigenvalues.
    private static (double Low, double High) Range(ImmutableArray<LocalOperator> argument)
    {
        ImmutableArray<double>[] spectra = [.. argument.Select(HermitianSpectrum.Of)];
        return (spectra.Sum(each => each[0]), spectra.Sum(each => each[^1]));
    }

    private static IEnumerable<ModelProblem> DriveProblems(LevelModel model) =>
        model.DrivenFields.SelectMany(field => IsBlock(model, field.Block)
                ? OfOperator($"hamiltonian.fields.{model.Blocks[field.Block].Name}", model.Blocks[field.Block], field.Operator, true)
                    .Concat(DriveValidation.OfFunction($"hamiltonian.fields.{model.Blocks[field.Block].Name}", field.Strength))
                : [ModelValidation.NoSuchBlock("hamiltonian.fields", field.Block, model.Blocks.Length)])
            .Concat(model.Couplings.SelectMany((pair, c) =>
                DriveValidation.OfFunction($"hamiltonian.couplings[{c + 1}].strength", pair.Drive)))
            .Concat(DriveValidation.OfJumps("jumps", model.Jumps))
            .Concat(DriveValidation.OfJumps("collective-jumps", model.CollectiveJumps));

    // The exact side needs one basis of each block in which every argument is diagonal.
    private static IEnumerable<ModelProblem> Noncommuting(LevelModel model)
    {
        (string Key, ImmutableArray<LocalOperator> Argument)[] all =
        [
            .. model.Jumps.Select((jump, l) => ($"jumps[{l + 1}].argument", jump.Argument)),
            .. model.CollectiveJumps.Select((jump, l) => ($"collective-jumps[{l + 1}].argument", jump.Argument)),
        ];
        return from block in Enumerable.Range(0, model.Blocks.Length)
               from second in Enumerable.Range(0, all.Length)
               from first in Enumerable.Range(0, second)
               where !Commute(all[first].Argument[block], all[second].Argument[block])
               select new ModelProblem(
                   $"{all[second].Key}.{model.Blocks[block].Name}",
                   $"an argument that does not commute with that of {all[first].Key}",
                   $"arguments of block '{model.Blocks[block].Name}' that commute, such as weights of populations",
                   "Write all of them in one basis of the block.");
    }

    private static bool Commute(LocalOperator a, LocalOperator b) =>
        ((a * b) - (b * a)).LargestElement <= CommutatorTolerance * a.LargestElement * b.LargestElement;

    private static bool IsBlock(LevelModel model, int block) => block >= 0 && block < model.Blocks.Length;
}
