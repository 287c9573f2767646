using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>What every output has to say about a model.</summary>
public static class ModelNotes
{
    /// <summary>The notes on a model; empty where the paper's assumptions hold.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<string> Of(CollectiveModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.SatisfiesAssumption1)
        {
            return [];
        }

        IEnumerable<int> jumps = model
            .Jumps.Select((jump, index) => (jump, index))
            .Where(pair => !pair.jump.Rate.IsEntire)
            .Select(pair => pair.index + 1);
        return
        [
            $"Assumption 1 does not hold: the rate is not entire for jump {string.Join(", ", jumps)} of "
                + $"{model.Jumps.Length}. The paper's theorems do not cover this model.",
        ];
    }
}
