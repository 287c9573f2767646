using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>
/// What remains of a model in the limit: blocks that grow, and couplings divided by n. Weaker couplings vanish; what stronger ones or
/// blocks of fixed size do to growing blocks may have no mean field, which is then refused with the reason.
/// </summary>
internal static class LimitModel
{
    /// <summary>The model without the couplings that vanish; the same model where there are none.</summary>
    /// <typeparam name="T">The kind of the model.</typeparam>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">A coupling of growing blocks is divided by less than n.</exception>
    public static T WithoutVanishing<T>(T model)
        where T : SymmetricModel
    {
        if (model.PairCouplings.All(pair => pair.Scale == 1))
        {
            return model;
        }

        Coupling? strong = model.PairCouplings.FirstOrDefault(
            pair => pair.Scale < 1 && pair.Strength != 0 && !(IsFixed(model, pair.FirstBlock) && IsFixed(model, pair.SecondBlock)));
        return strong is null
            ? (T)model.WithCouplings(pair => pair.Scale == 1)
            : throw new InputException(
                $"model '{model.Name}' couples {Ends(model, strong)} with a strength divided by n^{Numeral.Exact(strong.Scale)}: "
                + "Theorem 1 asks for couplings of growing blocks divided by n, and does not apply. "
                + "Exact numbers exist; the limit is no mean field.");
    }

    /// <summary>The model of its growing blocks alone; the same model where all grow.</summary>
    /// <typeparam name="T">The kind of the model.</typeparam>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <exception cref="InputException">A block of fixed size acts on growing ones in a way that has no mean field.</exception>
    public static T OfGrowingBlocks<T>(T model)
        where T : SymmetricModel
    {
        model = WithoutVanishing(model);
        int[] growing = [.. model.GrowingBlocks];
        if (growing.Length == model.Blocks.Length)
        {
            return model;
        }

        foreach ((string of, Func<int, bool> dependsOn) in model.LocalJumps
            .Where(jump => !IsFixed(model, jump.Block))
            .Select(jump => ($"a jump of block '{model.Blocks[jump.Block].Name}'", (Func<int, bool>)jump.DependsOn))
            .Concat(model.BlockJumps.Select(jump => ("a collective jump", (Func<int, bool>)jump.DependsOn))))
        {
            if (FixedArgument(model, dependsOn) is { } bound)
            {
                throw new InputException(
                    $"model '{model.Name}': the rate of {of} depends on block '{bound}' of fixed size, whose averages fluctuate at every "
                    + "n: the limit is no mean field. Exact numbers exist; leave that block out of the argument for a limit.");
            }
        }

        return (T)model.OfBlocks([.. growing]);
    }

    /// <summary>
    /// Checks that every site of a fixed block moves on its own in the mean field of the growing ones: a linear master equation with
    /// coefficients that depend on time.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">Sites of fixed blocks act on each other.</exception>
    public static void RequireDrivenSites(SymmetricModel model)
    {
        Coupling? tie = model.PairCouplings.FirstOrDefault(pair =>
            pair.Scale <= 0 && pair.Strength != 0 && IsFixed(model, pair.FirstBlock) && IsFixed(model, pair.SecondBlock)
            && !(pair.FirstBlock == pair.SecondBlock && model.Blocks[pair.FirstBlock].Size == 1));
        if (tie is not null)
        {
            throw new InputException(
                $"model '{model.Name}' couples {Ends(model, tie)}, whose sizes are fixed, at a strength that does not fall with n: their "
                + $"{Sites(model)} do not move each on its own. Exact numbers exist; the limit gives those of {Sites(model)} in a mean "
                + "field alone.");
        }

        LocalJump? bound = model.LocalJumps.FirstOrDefault(
            jump => IsFixed(model, jump.Block) && FixedArgument(model, jump.DependsOn) is not null);
        if (bound is not null)
        {
            throw new InputException(
                $"model '{model.Name}': the rate of a jump of block '{model.Blocks[bound.Block].Name}' depends on block "
                + $"'{FixedArgument(model, bound.DependsOn)}', and both have fixed sizes: their {Sites(model)} do not move each on its "
                + "own. Exact numbers exist; leave that block out of the argument for a limit.");
        }
    }

    /// <summary>Whether a block has a fixed size.</summary>
    /// <param name="model">The model.</param>
    /// <param name="block">Index of the block.</param>
    public static bool IsFixed(SymmetricModel model, int block) => model.Blocks[block].Size is not null;

    // The name of the first block of fixed size that an argument depends on.
    private static string? FixedArgument(SymmetricModel model, Func<int, bool> dependsOn) => Enumerable
        .Range(0, model.Blocks.Length)
        .Where(block => IsFixed(model, block) && dependsOn(block))
        .Select(block => model.Blocks[block].Name)
        .FirstOrDefault();

    private static string Ends(SymmetricModel model, Coupling pair) => pair.FirstBlock == pair.SecondBlock
        ? $"{Sites(model)} of block '{model.Blocks[pair.FirstBlock].Name}'"
        : $"blocks '{model.Blocks[pair.FirstBlock].Name}' and '{model.Blocks[pair.SecondBlock].Name}'";

    private static string Sites(SymmetricModel model) => model is CollectiveModel ? "spins" : "sites";
}
