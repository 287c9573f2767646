// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>What a program predicts.</summary>
/// <param name="Values">
/// For each quantity, named as in the request, one number per time; <see langword="null"/> where nothing is predicted.
/// </param>
/// <param name="Errors">
/// Bounds of the errors, in the same way, for quantities whose errors are not negligible; <see langword="null"/> for none.
/// </param>
public sealed record PredictedValues(
    IReadOnlyDictionary<string, IReadOnlyList<double?>> Values, IReadOnlyDictionary<string, IReadOnlyList<double?>>? Errors = null);
