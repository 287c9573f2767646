namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>A point of figure 3.</summary>
/// <param name="Temperature">The temperature.</param>
/// <param name="Field">The transverse field.</param>
/// <param name="Phase">Where the mean field goes from the stored pattern.</param>
/// <param name="Length">The length <c>|m|</c> of the averages of a block; NaN in the limit cycle.</param>
/// <param name="Correlations">
/// The correlations of the stationary state of the fluctuations, or <see langword="null"/> where they are not
/// defined.
/// </param>
/// <param name="Reason">Why they are not defined, or <see langword="null"/>.</param>
public sealed record CorrelationMapPoint(
    double Temperature,
    double Field,
    Phase Phase,
    double Length,
    GaussianCorrelations? Correlations,
    string? Reason);
