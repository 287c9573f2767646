using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A point of figure 3 in the limit.</summary>
/// <param name="Map">The correlations of the two modes, or why there are none.</param>
/// <param name="ParamagneticInformation">
/// The mutual information of the commuting fluctuations of the paramagnetic state, natural logarithm; NaN in the
/// other phases, and where no stationary covariance exists.
/// </param>
public sealed record CorrelationPoint(CorrelationMapPoint Map, double ParamagneticInformation);
