namespace FiniteNCheck.Model.Levels;

/// <summary>The refusal of sites with levels by what is known or built for two levels alone.</summary>
public static class TwoLevels
{
    /// <summary>The model as one of two levels.</summary>
    /// <param name="model">The model.</param>
    /// <param name="what">What is asked for, a noun phrase.</param>
    /// <exception cref="InputException">It has sites with levels.</exception>
    public static CollectiveModel Require(SymmetricModel model, string what)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model as CollectiveModel ?? throw new InputException(
            $"model {Wording.Quote(model.Name)} has sites with levels: {what} exist for blocks without levels alone (docs/levels.md). "
            + "Leave them out, or write the blocks without 'levels'.");
    }
}
