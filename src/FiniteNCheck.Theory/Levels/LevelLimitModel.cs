using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Theory.Levels;

/// <summary>
/// What remains of a model of sites with levels in the limit: blocks that grow, and couplings divided by n. Weaker couplings vanish; what
/// stronger ones or blocks of fixed size do to growing blocks may have no mean field, which is then refused with the reason.
/// </summary>
internal static class LevelLimitModel
{
    /// <summary>The model without the couplings that vanish; the same model where there are none.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">A coupling of growing blocks is divided by less than n.</exception>
    public static LevelModel WithoutVanishing(LevelModel model)
    {
        LevelCoupling? strong = model.Couplings.FirstOrDefault(pair =>
            pair.Scale < 1 && pair.Strength != 0 && !(IsFixed(model, pair.FirstBlock) && IsFixed(model, pair.SecondBlock)));
        return strong is null
            ? model with { Couplings = [.. model.Couplings.Where(pair => pair.Scale == 1)] }
            : throw new InputException(
                $"model '{model.Name}' couples {Ends(model, strong)} with a strength divided by n^{Numeral.Exact(strong.Scale)}: "
                + "Theorem 1 asks for couplings of growing blocks divided by n, and does not apply. "
                + "Exact numbers exist; the limit is no mean field.");
    }

    /// <summary>The model of its growing blocks alone; the same model where all grow.</summary>
    /// <param name="model">The model, its initial state a product.</param>
    /// <exception cref="InputException">A block of fixed size acts on growing ones in a way that has no mean field.</exception>
    public static LevelModel OfGrowingBlocks(LevelModel model)
    {
        model = WithoutVanishing(model);
        int[] growing = [.. model.GrowingBlocks];
        if (growing.Length == model.Blocks.Length)
        {
            return model;
        }

        foreach ((string of, ImmutableArray<LocalOperator> argument) in model.Jumps
            .Where(jump => !IsFixed(model, jump.Block))
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

        int[] place = [.. Enumerable.Range(0, model.Blocks.Length).Select(block => Array.IndexOf(growing, block))];
        return model with
        {
            Blocks = Kept(model.Blocks),
            Fields = Kept(model.Fields),
            DrivenFields =
                [.. model.DrivenFields.Where(field => place[field.Block] >= 0).Select(field => field with { Block = place[field.Block] })],
            Couplings =
            [
                .. model.Couplings.Where(pair => place[pair.FirstBlock] >= 0 && place[pair.SecondBlock] >= 0)
                    .Select(pair => pair with { FirstBlock = place[pair.FirstBlock], SecondBlock = place[pair.SecondBlock] }),
            ],
            Jumps =
            [
                .. model.Jumps.Where(jump => place[jump.Block] >= 0)
                    .Select(jump => jump with { Block = place[jump.Block], Argument = Kept(jump.Argument) }),
            ],
            CollectiveJumps =
            [
                .. model.CollectiveJumps.Select(jump => jump with { Operators = Kept(jump.Operators), Argument = Kept(jump.Argument) }),
            ],
            Initial = model.Initial is LevelProduct product ? new LevelProduct(Kept(product.States)) : model.Initial,
        };

        ImmutableArray<T> Kept<T>(ImmutableArray<T> all) => [.. growing.Select(block => all[block])];
    }

    /// <summary>
    /// Checks that every site of a fixed block moves on its own in the mean field of the growing ones: a linear master equation with
    /// coefficients that depend on time.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">Sites of fixed blocks act on each other.</exception>
    public static void RequireDrivenSites(LevelModel model)
    {
        LevelCoupling? tie = model.Couplings.FirstOrDefault(pair =>
            pair.Scale <= 0 && pair.Strength != 0 && IsFixed(model, pair.FirstBlock) && IsFixed(model, pair.SecondBlock)
            && !(pair.FirstBlock == pair.SecondBlock && model.Blocks[pair.FirstBlock].Size == 1));
        if (tie is not null)
        {
            throw new InputException(
                $"model '{model.Name}' couples {Ends(model, tie)}, whose sizes are fixed, at a strength that does not fall with n: their "
                + "sites do not move each on its own. Exact numbers exist; the limit gives those of sites in a mean field alone.");
        }

        LevelJump? bound = model.Jumps.FirstOrDefault(
            jump => IsFixed(model, jump.Block) && FixedArgument(model, jump.Argument) is not null);
        if (bound is not null)
        {
            throw new InputException(
                $"model '{model.Name}': the rate of a jump of block '{model.Blocks[bound.Block].Name}' depends on block "
                + $"'{FixedArgument(model, bound.Argument)}', and both have fixed sizes: their sites do not move each on its own. "
                + "Exact numbers exist; leave that block out of the argument for a limit.");
        }
    }

    private static bool IsFixed(LevelModel model, int block) => model.Blocks[block].Size is not null;

    private static string? FixedArgument(LevelModel model, ImmutableArray<LocalOperator> argument) => Enumerable
        .Range(0, model.Blocks.Length)
        .Where(block => IsFixed(model, block) && !argument[block].IsZero)
        .Select(block => model.Blocks[block].Name)
        .FirstOrDefault();

    private static string Ends(LevelModel model, LevelCoupling pair) => pair.FirstBlock == pair.SecondBlock
        ? $"sites of block '{model.Blocks[pair.FirstBlock].Name}'"
        : $"blocks '{model.Blocks[pair.FirstBlock].Name}' and '{model.Blocks[pair.SecondBlock].Name}'";
}
