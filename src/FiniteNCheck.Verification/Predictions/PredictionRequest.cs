using System.Collections.Immutable;
using FiniteNCheck.Model;

// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>What a program is asked to predict.</summary>
/// <param name="Model">The model, with its initial state resolved.</param>
/// <param name="Parameters">The parameters of the model and the values of the axes of a sweep, by name.</param>
/// <param name="Quantities">The names of the quantities: averages, elements of the covariance, and those that the study names.</param>
/// <param name="Times">The times.</param>
public sealed record PredictionRequest(
    SymmetricModel Model,
    ImmutableSortedDictionary<string, double> Parameters,
    ImmutableArray<string> Quantities,
    ImmutableArray<double> Times);
