using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>Notes on a model that every output carries.</summary>
public static class ModelNotes
{
    /// <summary>The notes on a model; empty if the assumptions of the theory hold.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<string> Collect(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. OfStart(model), .. OfFixedBlocks(model), .. OfRates(model)];
    }

    private static ImmutableArray<string> OfStart(SymmetricModel model) => model.Initial.IsCorrelated
        ? ["The start is no product state and need not cluster: the premise of Theorem 1 does not hold, and covariances may grow like N."]
        : [];

    private static ImmutableArray<string> OfFixedBlocks(SymmetricModel model)
    {
        string[] names = [.. model.Blocks.Where(block => block.Size is not null).Select(block => block.Name)];
        return names.Length == 0
            ? []
            :
            [
                $"Blocks of fixed size ({string.Join(", ", names)}) have no mean field of their own: in the limit each of their spins "
                    + "obeys a linear master equation in the mean field of the growing blocks, and has no fluctuations in common "
                    + "with them.",
            ];
    }

    private static ImmutableArray<string> OfRates(SymmetricModel model)
    {
        if (model.SatisfiesAssumption1)
        {
            return [];
        }

        string[] jumps =
        [
            .. NotEntire("jump", model.LocalJumps.Select(jump => jump.Rate)),
            .. NotEntire("collective jump", model.BlockJumps.Select(jump => jump.Rate)),
        ];
        return
        [
            $"Assumption 1 does not hold: the rate is not entire for {string.Join(" and ", jumps)}. "
                + "The paper's theorems do not cover this model.",
        ];
    }

    private static IEnumerable<string> NotEntire(string kind, IEnumerable<CollectiveRate> rates)
    {
        (int Number, CollectiveRate Rate)[] all = [.. rates.Select((rate, index) => (index + 1, rate))];
        string numbers = string.Join(", ", all.Where(each => !each.Rate.IsEntire).Select(each => each.Number));
        return numbers.Length == 0 ? [] : [$"{kind} {numbers} of {all.Length}"];
    }
}
