namespace FiniteNCheck.Verification.Predictions;

/// <summary>A prediction that has no usable numbers. The run adds the place, the study and the prediction.</summary>
/// <param name="found">What was found, for a message after "found".</param>
/// <param name="allowed">What is allowed.</param>
/// <param name="remedy">What to do, a full sentence.</param>
/// <param name="cause">The exception that revealed it, if any.</param>
internal sealed class PredictionException(string found, string allowed, string remedy, Exception? cause = null)
    : Exception($"found {found}; allowed: {allowed}. {remedy}", cause);
