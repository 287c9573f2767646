using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>
/// What remains of a model in the limit: blocks that grow, and couplings divided by n. Weaker couplings vanish; what stronger ones or
/// blocks of fixed size do to growing blocks may have no mean field, which is then refused with the reason.
/// </summary>
internal static class LimitModel
{
    /// <summary>The model without the couplings that vanish; the same model where there are none.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">A coupling of growing blocks is divided by less than n.</exception>
    public static CollectiveModel WithoutVanishing(CollectiveModel model)
    {
        if (model.Couplings.All(pair => pair.Scale == 1))
        {
            return model;
        }

        foreach (PairCoupling pair in model.Couplings.Where(pair => pair.Scale < 1 && pair.Strength != 0))
        {
            if (!IsFixed(model, pair.FirstBlock) || !IsFixed(model, pair.SecondBlock))
            {
                throw new InputException(
                    $"model '{model.Name}' couples {Ends(model, pair)} with a strength divided by n^{Numeral.Exact(pair.Scale)}: "
                    + "Theorem 1 asks for couplings of growing blocks divided by n, and does not apply. "
                    + "Exact numbers exist; the limit is no mean field.");
            }
        }

        return model with { Couplings = [.. model.Couplings.Where(pair => pair.Scale == 1)] };
    }

    /// <summary>The model of its growing blocks alone; the same model where all grow.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <exception cref="InputException">A block of fixed size acts on growing ones in a way that has no mean field.</exception>
    public static CollectiveModel OfGrowingBlocks(CollectiveModel model)
    {
        model = WithoutVanishing(model);
        int[] growing = [.. model.GrowingBlocks];
        if (growing.Length == model.Blocks.Length)
        {
            return model;
        }

        JumpChannel[] jumps = [.. model.Jumps.Where(jump => !IsFixed(model, jump.Block))];
        foreach ((string of, ImmutableArray<PauliVector> argument) in jumps
            .Select(jump => ($"a jump of block '{model.Blocks[jump.Block].Name}'", jump.Argument))
            .Concat(model.CollectiveJumps.Select(jump => ("a collective jump", jump.Argument))))
        {
            if (FixedArgument(model, argument) is { } bound)
            {
                throw new InputException(
                    $"model '{model.Name}': the rate of {of} depends on block '{bound}' of fixed size, whose averages fluctuate at every "
                    + "n: the limit is no mean field. Exact numbers exist; leave that block out of the argument for a limit.");
            }
        }

        return model with
        {
            Blocks = [.. growing.Select(block => model.Blocks[block])],
            Fields = [.. growing.Select(block => model.Fields[block])],
            DrivenFields =
            [
                .. model.DrivenFields.Where(field => !IsFixed(model, field.Block))
                    .Select(field => field with { Block = Array.IndexOf(growing, field.Block) }),
            ],
            Couplings =
            [
                .. model.Couplings.Where(pair => !IsFixed(model, pair.FirstBlock) && !IsFixed(model, pair.SecondBlock))
                    .Select(pair => pair with
                    {
                        FirstBlock = Array.IndexOf(growing, pair.FirstBlock),
                        SecondBlock = Array.IndexOf(growing, pair.SecondBlock),
                    }),
            ],
            Jumps =
            [
                .. jumps.Select(jump => jump with
                {
                    Block = Array.IndexOf(growing, jump.Block),
                    Argument = [.. growing.Select(block => jump.Argument[block])],
                }),
            ],
            CollectiveJumps =
            [
                .. model.CollectiveJumps.Select(jump => jump with
                {
                    Operators = [.. growing.Select(block => jump.Operators[block])],
                    Argument = [.. growing.Select(block => jump.Argument[block])],
                }),
            ],
            Initial = model.Initial is ProductState product
                ? new ProductState([.. growing.Select(block => product.Bloch[block])])
                : model.Initial,
        };
    }

    /// <summary>
    /// Checks that every spin of a fixed block moves on its own in the mean field of the growing ones: a linear master equation with
    /// coefficients that depend on time.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">Spins of fixed blocks act on each other.</exception>
    public static void RequireDrivenSpins(CollectiveModel model)
    {
        foreach (PairCoupling pair in model.Couplings.Where(pair =>
            pair.Scale <= 0 && pair.Strength != 0 && IsFixed(model, pair.FirstBlock) && IsFixed(model, pair.SecondBlock)
            && !(pair.FirstBlock == pair.SecondBlock && model.Blocks[pair.FirstBlock].Size == 1)))
        {
            throw new InputException(
                $"model '{model.Name}' couples {Ends(model, pair)}, whose sizes are fixed, at a strength that does not fall with n: their "
                + "spins do not move each on its own. Exact numbers exist; the limit gives those of spins in a mean field alone.");
        }

        JumpChannel? bound = model.Jumps.FirstOrDefault(
            jump => IsFixed(model, jump.Block) && FixedArgument(model, jump.Argument) is not null);
        if (bound is not null)
        {
            throw new InputException(
                $"model '{model.Name}': the rate of a jump of block '{model.Blocks[bound.Block].Name}' depends on block "
                + $"'{FixedArgument(model, bound.Argument)}', and both have fixed sizes: their spins do not move each on its own. "
                + "Exact numbers exist; leave that block out of the argument for a limit.");
        }
    }

    /// <summary>Whether a block has a fixed size.</summary>
    /// <param name="model">The model.</param>
    /// <param name="block">Index of the block.</param>
    public static bool IsFixed(CollectiveModel model, int block) => model.Blocks[block].Size is not null;

    private static string? FixedArgument(CollectiveModel model, ImmutableArray<PauliVector> argument) => Enumerable
        .Range(0, model.Blocks.Length)
        .Where(block => IsFixed(model, block) && argument[block] != PauliVector.Zero)
        .Select(block => model.Blocks[block].Name)
        .FirstOrDefault();

    private static string Ends(CollectiveModel model, PairCoupling pair) => pair.FirstBlock == pair.SecondBlock
        ? $"spins of block '{model.Blocks[pair.FirstBlock].Name}'"
        : $"blocks '{model.Blocks[pair.FirstBlock].Name}' and '{model.Blocks[pair.SecondBlock].Name}'";
}
