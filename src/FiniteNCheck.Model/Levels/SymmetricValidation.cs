namespace FiniteNCheck.Model.Levels;

/// <summary>Validates models of either kind.</summary>
public static class SymmetricValidation
{
    /// <summary>Throws if the model is invalid.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InputException">
    /// The model is invalid. The message says where, what was found, what is allowed and what to do.
    /// </exception>
    public static SymmetricModel Check(SymmetricModel model) => model is LevelModel levels
        ? LevelValidation.Check(levels)
        : ModelValidation.Check((CollectiveModel)model);

    /// <summary>Lists the problems of a model, none where it is valid. The list is evaluated lazily.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<ModelProblem> Problems(SymmetricModel model) => model is LevelModel levels
        ? LevelValidation.Problems(levels)
        : ModelValidation.Problems((CollectiveModel)model);
}
