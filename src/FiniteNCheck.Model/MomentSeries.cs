using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// Means and covariances of the <c>3B</c> block averages at a list of times, in the Pauli basis and in the order of
/// <see cref="SymmetricModel.ObservableNames"/>.
/// </summary>
/// <param name="Times">The times.</param>
/// <param name="Mean"><c>Mean[t][a]</c>: the averages <c>&lt;m_a&gt;</c> (1), between -1 and 1.</param>
/// <param name="Covariance">
/// <c>Covariance[t][a, b]</c>, symmetric: <c>Sigma_ab = 1/2 &lt;{F_a, F_b}&gt;</c> (30) with the fluctuations
/// <c>F_(a,h) = sqrt(N_h) (m_(a,h) - &lt;m_(a,h)&gt;)</c> (27).
/// </param>
public sealed record MomentSeries(
    ImmutableArray<double> Times,
    ImmutableArray<double[]> Mean,
    ImmutableArray<double[,]> Covariance);
