using FiniteNCheck.Model;

namespace FiniteNCheck.Claims.Judges;

/// <summary>A model with the sizes and times at which it is solved exactly.</summary>
/// <param name="Model">The model.</param>
/// <param name="Sizes">The ladder values, smallest first.</param>
/// <param name="Times">The times.</param>
public sealed record LadderModel(CollectiveModel Model, IReadOnlyList<int> Sizes, IReadOnlyList<double> Times);
