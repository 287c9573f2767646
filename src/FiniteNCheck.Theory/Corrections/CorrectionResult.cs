using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The expansion <c>&lt;m_a&gt;_n = m_a + mu_a/n + O(1/n^2)</c>, <c>Sigma_n = Sigma + C1/n + O(1/n^2)</c> at fixed times, in the Pauli basis and in
/// the order of <see cref="CollectiveModel.ObservableNames"/>; <c>n</c> is the ladder value, block h holds <c>share_h n</c> spins.
/// </summary>
public sealed record CorrectionResult
{
    /// <summary>The times.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary><c>Mean[t][a]</c>: the mean field <c>m</c> (22).</summary>
    public required ImmutableArray<double[]> Mean { get; init; }

    /// <summary><c>MeanCorrection[t][a]</c>: the coefficient <c>mu</c>.</summary>
    public required ImmutableArray<double[]> MeanCorrection { get; init; }

    /// <summary><c>Covariance[t][a, b]</c>: the limit <c>Sigma</c> (50) with the full drift; symmetric.</summary>
    public required ImmutableArray<double[,]> Covariance { get; init; }

    /// <summary><c>CovarianceCorrection[t][a, b]</c>: the coefficient <c>C1</c>, symmetric; <see langword="null"/> where it was not asked for.</summary>
    public required ImmutableArray<double[,]>? CovarianceCorrection { get; init; }

    /// <summary>Estimated error of every element of <see cref="MeanCorrection"/>.</summary>
    public required double MeanCorrectionError { get; init; }

    /// <summary>Estimated error of every element of <see cref="CovarianceCorrection"/>; 0 where there is none.</summary>
    public required double CovarianceCorrectionError { get; init; }
}
